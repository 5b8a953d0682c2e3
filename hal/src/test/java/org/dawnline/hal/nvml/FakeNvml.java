package org.dawnline.hal.nvml;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds a libnvidia-ml of the tests' own with gcc, into a directory of the test's, and sets what it answers. */
public final class FakeNvml {
    /** What the fake is asked; the order is that of the C source. */
    public enum Question {
        TEMP,
        MEMORY_TEMP,
        POWER,
        LIMIT,
        UTILIZATION,
        CLOCK,
        MEMORY,
        ECC,
        REASONS,
        PSTATE,
        SET_LIMIT,
        LOCK,
        RESET,
        HEALTH
    }

    /** The functions by which a test sets and asks the fake. */
    public interface Control extends Library {
        void fake_gpus(int count);

        void fake_init_code(int code);

        void fake_code(int gpu, int question, int code);

        void fake_all_codes(int gpu, int code);

        void fake_celsius(int gpu, int value);

        void fake_reasons(int gpu, long mask);

        void fake_health(int gpu, int action, int remap);

        void fake_hang(int on);

        int fake_hung();

        int fake_inits();

        int fake_shutdowns();

        int fake_asked(int gpu, int question);

        int fake_limit(int gpu);

        int fake_locked(int gpu);

        void fake_reset(int gpu);
    }

    private static final long COMPILE_TIMEOUT_S = 60;

    public final Path file;
    public final Control control;

    /** Compiles a fake with that many GPUs; {@code defines} such as {@code -DOLD_DRIVER} leave symbols out. */
    public FakeNvml(Path directory, int gpus, String... defines) {
        this.file = directory.resolve("libfake-nvml" + String.join("", defines) + ".so");
        compile(gpus, List.of(defines));
        this.control = Native.load(file.toString(), Control.class);
    }

    public NvmlOptions options() {
        return NvmlOptions.defaults().withLibrary(file.toString()).withTimes(10, 5_000, 5.0);
    }

    void code(int gpu, Question question, int code) {
        control.fake_code(gpu, question.ordinal(), code);
    }

    int asked(int gpu, Question question) {
        return control.fake_asked(gpu, question.ordinal());
    }

    private void compile(int gpus, List<String> defines) {
        // Bsymbolic: the loader makes symbols global, and one test's fake must not call into another's.
        List<String> command = new ArrayList<>(List.of(
                "gcc",
                "-shared",
                "-fPIC",
                "-O1",
                "-Wall",
                "-Wno-unused",
                "-Werror",
                "-Wl,-Bsymbolic",
                "-DGPUS=" + gpus));
        command.addAll(defines);
        command.addAll(List.of("-o", file.toString(), source().toString()));
        Path log = file.resolveSibling("gcc.log");
        try {
            Process gcc = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!gcc.waitFor(COMPILE_TIMEOUT_S, TimeUnit.SECONDS) || gcc.exitValue() != 0) {
                throw new AssertionError(
                        "gcc could not build the fake NVML:\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError("these tests need gcc, to build a fake NVML: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while gcc built the fake NVML", e);
        }
    }

    /** Maven runs tests in the module's directory, an editor may run them in the root. */
    private static Path source() {
        Path inModule = Path.of("src/test/c/fake_nvml.c");
        return Files.exists(inModule) ? inModule : Path.of("hal").resolve(inModule);
    }
}
