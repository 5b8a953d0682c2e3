package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script, copied into a folder with a blank in its name, before Java homes that only look like some. */
class StartScriptTest {
    @TempDir
    private Path folder;

    private Path script = Path.of("");
    private Path nothing = Path.of("");

    @BeforeEach
    void copyTheScript() throws IOException {
        Path root = Files.createDirectories(folder.resolve("a folder"));
        script = Files.copy(
                ProjectFolder.of(null).root().resolve("dawnline"),
                root.resolve("dawnline"),
                StandardCopyOption.COPY_ATTRIBUTES);
        nothing = Files.createDirectories(folder.resolve("no jdks"));
    }

    private Path javaHome(String name, String version, boolean compiler) throws IOException {
        Path home = folder.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        program(bin.resolve("java"), "echo java of " + name + " \"$@\"");
        if (compiler) {
            program(bin.resolve("javac"), "true");
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Call call(Path called, Path javaHome, Path others, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", called.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(nothing.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("DAWNLINE_JVM_FOLDERS", others + "/*");
        builder.environment().put("PATH", toolsWithoutJava().toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Call(process.waitFor(), out.strip(), err);
    }

    /** The few programs that the script needs, and no java. */
    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name :
                List.of("bash", "dirname", "readlink", "find", "head", "sed", "mkdir", "flock", "mv", "grep")) {
            for (Path place : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
                if (Files.isExecutable(place.resolve(name))) {
                    program(tools.resolve(name), "exec " + place.resolve(name) + " \"$@\"");
                }
            }
        }
        return tools;
    }

    @Test
    @Tag("CLI-009")
    void takesJavaHomeWhenItFits() throws IOException, InterruptedException {
        Path home = javaHome("a jdk 17", "17.0.15", true);

        assertThat(call(script, home, nothing, "--which-java").out()).isEqualTo(home.toString());
    }

    @Test
    @Tag("CLI-009")
    void takesTheNewestOtherWhenJavaHomeIsTooOld() throws IOException, InterruptedException {
        Path old = javaHome("old", "1.8.0_402", true);
        Path others = folder.resolve("others");
        javaHome("others/jdk-17", "17.0.15", true);
        javaHome("others/jre-25", "25.0.1", false);
        Path newest = javaHome("others/jdk-21", "21.0.2", true);

        assertThat(call(script, old, others, "--which-java").out()).isEqualTo(newest.toString());
    }

    @Test
    @Tag("CLI-009")
    void saysWhatItFoundAndWhatToInstallWhenNothingFits() throws IOException, InterruptedException {
        Path old = javaHome("old", "11.0.2", true);
        Call call = call(script, old, nothing, "--which-java");

        assertThat(call.exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(call.err()).contains("17 or newer", old + ": is Java 11", "openjdk-17");
    }

    @Test
    @Tag("CLI-009")
    void aRuntimeWithoutACompilerDoesNotDo() throws IOException, InterruptedException {
        Path runtime = javaHome("runtime", "21.0.2", false);

        assertThat(call(script, runtime, nothing, "--which-java").err()).contains("without a compiler");
    }

    @Test
    @Tag("CLI-010")
    void worksThroughALinkFromAnyFolderAndHandsOnItsArguments() throws IOException, InterruptedException {
        Path home = javaHome("jdk", "25.0.1", true);
        Path output = Files.createDirectories(folder.resolve("a folder/tools/cli/target/fast/lib"))
                .getParent();
        Files.writeString(output.resolve("dawnline-tools-cli-1.jar"), "");
        Files.createDirectories(folder.resolve("a folder/.dawnline"));
        Files.writeString(folder.resolve("a folder/.dawnline/built"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), script);

        Call call = call(link, home, nothing, "tc", "NOOP", "text=two words");

        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(call.out())
                .contains("-Ddawnline.root=" + folder.resolve("a folder"))
                .endsWith("org.dawnline.tools.cli.Dawnline tc NOOP text=two words");
    }

    @Test
    @Tag("CLI-010")
    void buildsWhenASourceIsNewerAndShowsWhyWhenThatFails() throws IOException, InterruptedException {
        Path home = javaHome("jdk", "25.0.1", true);
        program(folder.resolve("a folder/mvnw"), "echo '[ERROR] a semicolon is missing'; exit 1");
        Call call = call(script, home, nothing, "scenarios");

        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(call.err()).contains("building", "the build failed", "a semicolon is missing", "build.log");
        assertThat(call.out()).isEmpty();
    }
}
