package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FlightImageTest {
    @TempDir
    private Path folder;

    private Path jarWith(String... entries) throws IOException {
        Path jar = folder.resolve("some.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
            }
        }
        return jar;
    }

    @Test
    @Tag("CLI-013")
    void groundCodeInAFlightJarIsFound() throws IOException {
        Path guilty = jarWith("org/dawnline/app/FlightMain.class", "org/dawnline/sim/SimWorld.class");

        assertThat(FlightJars.groundCodeIn(List.of(guilty)))
                .containsExactly("some.jar holds org/dawnline/sim/SimWorld.class");
        assertThat(FlightJars.groundCodeIn(List.of(jarWith("org/dawnline/app/WiringTest.class"))))
                .hasSize(1);
        assertThat(FlightJars.groundCodeIn(List.of(jarWith("org/dawnline/app/FlightMain.class"))))
                .isEmpty();
    }

    @Test
    @Tag("CLI-013")
    void aFolderThatIsNoImageIsLeftAlone() throws IOException {
        Path precious = Files.writeString(folder.resolve("thesis.txt"), "five years of work");
        Call call = Call.of("image", "--out", folder.toString(), "--home=" + folder.resolve("home"));

        assertThat(call.exitCode()).isEqualTo(Dawnline.USAGE);
        assertThat(call.err()).contains("not empty");
        assertThat(precious).exists();
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    @Tag("slow")
    @Tag("CLI-013")
    @Tag("CLI-014")
    void theImageFliesOnThisComputerAndObeysANoop() throws IOException {
        Path image = folder.resolve("an image");
        Call call = Call.of("image", "--json", "--out", image.toString(), "--home=" + folder.resolve("home"));

        assertThat(call.exitCode()).as(call.err()).isEqualTo(Dawnline.FINE);
        JsonNode manifest = call.json();
        assertThat(manifest.path("trial").path("acknowledgedMillis").asLong()).isPositive();
        assertThat(manifest.path("trial").path("survey").toString()).contains("NVML");
        assertThat(manifest.path("bytes").path("cache").asLong()).isPositive();
        assertThat(names(image.resolve("jars")))
                .anyMatch(name -> name.startsWith("dawnline-fsw-app"))
                .noneMatch(name -> name.contains("sim") || name.contains("tools") || name.contains("artemis"));
        assertThat(names(image.resolve("vehicles"))).contains("ai1.yaml");
        assertThat(image.resolve("bin/dawnline-flight")).isExecutable();
        assertThat(names(image.resolve("native"))).contains("libsqlitejdbc.so", "libjnidispatch.so");
        assertThat(image.resolve("conf/java.options")).content().contains("-Dorg.sqlite.lib.path=@IMAGE@/native");
    }

    private static List<String> names(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
