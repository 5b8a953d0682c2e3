package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("APP-002")
class VehicleFileTest {
    @TempDir
    Path folder;

    @Test
    void theShippedProfileHoldsThePublishedFiguresOfAi1() {
        VehicleProfile ai1 = VehicleFile.read(Path.of("../vehicles/ai1.yaml"));

        assertThat(ai1.name()).isEqualTo("ai1");
        assertThat(ai1.number("array.powerAt1AuW", 0, 1e6)).isEqualTo(150_000);
        assertThat(ai1.count("rack.trays", 1, 100) * ai1.count("rack.gpusPerTray", 1, 8))
                .isEqualTo(72);
    }

    @Test
    void groundStationsAreSectionsOfTheProfile() {
        VehicleProfile ai1 = VehicleFile.read(Path.of("../vehicles/ai1.yaml"));

        assertThat(ai1.namesBelow("groundStations")).containsExactly("inuvik", "puntaArenas", "svalbard");
        assertThat(ai1.number("groundStations.svalbard.latDeg", -90, 90)).isEqualTo(78.2297);
    }

    @Test
    void aTextWhereANumberIsExpectedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("name: x\narray:\n  areaM2: large\n"))
                .hasMessageContaining(":3: array.areaM2: expected a number, found \"large\"");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> read("name: x\narray:\n  areaM2: NaN\n")).hasMessageContaining("expected a number");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read("name: x\narray: # P\n  a: 1\n  a: 2\n"))
                .hasMessageContaining(":4: array.a: it stands here for the second time");
    }

    @Test
    void aProfileWithoutANameIsRefused() {
        assertThatThrownBy(() -> read("array:\n  areaM2: 600  # P\n")).hasMessageContaining("name is missing");
    }

    @Test
    void aListWhereASectionIsExpectedIsRefused() {
        assertThatThrownBy(() -> read("name: x\narray: [1, 2]\n")).hasMessageContaining(":2: array.");
    }

    @Test
    void brokenYamlIsRefusedWithTheFilesName() {
        assertThatThrownBy(() -> read("name: [\n")).hasMessageContaining("vehicle.yaml is not YAML");
    }

    @Test
    @Tag("APP-008")
    void aFigureThatDoesNotSayWhereItComesFromIsRefusedWithItsLine() {
        for (String comment : List.of("", "  # 25 % of the sunlit side", "  # P~ measured", "  # a guess", "  #")) {
            assertThatThrownBy(() -> read("name: x\narray:\n  areaM2: 600" + comment + "\n"))
                    .as(comment)
                    .hasMessageContaining(
                            "vehicle.yaml:3: array.areaM2: says not where it comes from; expected a comment that begins"
                                    + " with [P, C, A, A~]");
        }
    }

    @Test
    @Tag("APP-008")
    void whereAFigureComesFromStandsBehindItOrBehindItsSection() throws IOException {
        VehicleProfile read = read("""
                name: x
                battery:             # A~ nobody has said
                  strings: 4         # A  a count
                  capacityWh: 100    # half of what the bus needs
                  full: {volt: 9, ohm: 1}  # P
                array: {wings: 2, wingM2: 6}  # A~
                """);

        assertThat(read.keys()).hasSize(6);
        assertThat(read.uncertainKeys()).containsExactly("array.wingM2", "array.wings", "battery.capacityWh");
    }

    private VehicleProfile read(String text) throws IOException {
        Path file = folder.resolve("vehicle.yaml");
        Files.writeString(file, text);
        return VehicleFile.read(file);
    }
}
