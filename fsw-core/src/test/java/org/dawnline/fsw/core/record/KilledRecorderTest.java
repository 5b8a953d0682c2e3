package org.dawnline.fsw.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that flies as fast as it can is ended by SIGKILL, in the middle of whatever it does. */
class KilledRecorderTest {
    private static final long TENTH = 100_000_000L;
    private static final int LIMIT_S = 60;
    private static final int LINES = 20;
    private static final int CYCLES_PER_LINE = 7;

    @TempDir
    private Path folder;

    /** The process that is killed: says after some cycles how many it has flown. */
    record Counter(Channel count) implements Component {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public void step(Tick tick) {
            count.set(tick.cycle());
        }

        public static void main(String[] arguments) throws IOException {
            Bench bench = new Bench();
            Counter counter = new Counter(bench.face("counter").channel("count", Unit.COUNT, "steps"));
            bench.fly(TENTH, counter).attach(new FlightRecorder(RingFile.open(Path.of(arguments[0]))));
            for (long flown = CYCLES_PER_LINE; true; flown += CYCLES_PER_LINE) {
                bench.tick(CYCLES_PER_LINE);
                System.out.println(flown);
            }
        }
    }

    @Test
    @Tag("CORE-188")
    @Tag("E9")
    void whatAProcessHasRecordedBeforeItIsKilledIsThereAtTheNextStart() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Counter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long flown = 0;
        try (BufferedReader said = process.inputReader()) {
            for (int i = 0; i < LINES; i++) {
                flown = Long.parseLong(Objects.requireNonNull(said.readLine(), "it has ended by itself"));
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(LIMIT_S, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("128 + SIGKILL").isEqualTo(137);

        CrashRecord crash =
                CrashRecord.of(Objects.requireNonNull(RingFile.open(folder).before()));
        assertThat(crash).isNotNull();
        assertThat(crash.ended()).isFalse();
        List<Long> cycles = crash.entries().stream()
                .filter(entry -> entry.frame() == 0)
                .map(CrashRecord.Entry::cycle)
                .toList();
        assertThat(cycles.get(cycles.size() - 1)).isGreaterThanOrEqualTo(flown - 1);
        assertThat(cycles.size()).as("the last minute").isGreaterThanOrEqualTo((int) Math.min(flown, 600));
        for (int i = 1; i < cycles.size(); i++) {
            assertThat(cycles.get(i)).isEqualTo(cycles.get(i - 1) + 1);
        }
    }
}
