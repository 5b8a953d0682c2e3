package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCommandsTest {
    private static final Path STANDARDS = Path.of("../../fsw-app/src/main/resources/tables");
    private static final String GOOD = """
            table sequence good version=3 times=previous failure=continue
            +0s loads.POWER load=heaters power=OFF # for a while
            +00:00:10.000 comms.PING echo=5
            +0s WAIT channel=power.soc above=0.1 for=1min
            +500ms loads.POWER load=heaters power=AUTO
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    @Tag("D5")
    @Tag("CLI-030")
    void whatIsRightIsSaidWithItsChecksum() throws IOException {
        Path good = file("good.table", GOOD);
        Call call = Call.of("table", "check", good.toString());
        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isEqualTo(Dawnline.FINE);
        assertThat(call.out()).contains("sequence good version 3, 4 rows, checksum ");

        for (String standard : List.of("sequence.00.table", "sequence.01.heaters.table", "triggers.table")) {
            assertThat(Call.of("table", "check", STANDARDS.resolve(standard).toString())
                            .exitCode())
                    .as(standard)
                    .isEqualTo(Dawnline.FINE);
        }
    }

    @Test
    @Tag("D5")
    @Tag("CLI-030")
    void whatIsWrongIsSaidWithLineAndNameAndWhatWouldBeRight() throws IOException {
        Path bad = file("bad.table", """
                table sequence bad version=3 times=previous
                +0s loads.POWER load=heaters power=MAYBE
                +0s loads.POWER load=avionics power=OFF
                +1d comms.PING echo=5
                """);
        Call call = Call.of("seq", "check", bad.toString());
        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(call.out())
                .contains("bad.table:2: power of loads.POWER is MAYBE, expected AUTO, ON, OFF")
                .contains("bad.table:3: loads.POWER does not take these values together")
                .contains("bad.table:4: the time is 1d, expected a duration");

        Call json = Call.of("table", "check", "--json", bad.toString());
        assertThat(json.json().get(0).get("right").asBoolean()).isFalse();
        assertThat(json.json().get(0).get("problems").get(0).get("line").asInt())
                .isEqualTo(2);
        assertThat(json.json().get(0).get("problems").get(1).get("flaw").asText())
                .isEqualTo("CONFLICT");

        Path other = file("other.table", "table shopping list version=1\n");
        assertThat(Call.of("table", "check", other.toString()).out()).contains("the kinds", "monitors", "sequence");
        Call wrongKind =
                Call.of("seq", "check", STANDARDS.resolve("triggers.table").toString());
        assertThat(wrongKind.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(Call.of("table", "check", "gone.table").exitCode()).isEqualTo(Dawnline.USAGE);
    }

    @Test
    @Tag("D5")
    @Tag("CLI-031")
    void whatIsRightIsPackedAndReadBackAndWhatIsWrongIsNot() throws IOException {
        Path good = file("good.table", GOOD);
        Call call = Call.of("seq", "pack", good.toString(), "--json");
        Path packed = folder.resolve("good.packed");
        assertThat(call.json().get("parts").asInt()).isEqualTo(1);
        assertThat(call.json().get("bytes").asLong()).isEqualTo(Files.size(packed));
        assertThat(Call.of("table", "check", packed.toString()).out()).contains("sequence good version 3, 4 rows");
        assertThat(Call.of("table", "diff", good.toString(), packed.toString()).exitCode())
                .isEqualTo(Dawnline.FINE);

        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(packed, bytes);
        assertThat(Call.of("table", "check", packed.toString()).out()).contains("damaged");

        Path bad = file("bad.table", GOOD.replace("echo", "ecco"));
        Call refused = Call.of("table", "pack", bad.toString());
        assertThat(refused.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(refused.err()).contains("line 3: ");
        assertThat(folder.resolve("bad.packed")).doesNotExist();
    }

    @Test
    @Tag("D5")
    @Tag("CLI-032")
    void aDifferenceIsThatOfTheRowsAlone() throws IOException {
        Path old = file("old.table", GOOD);
        Path now = file(
                "now.table",
                GOOD.replace("# for a while", "")
                        .replace("echo=5", "echo=6")
                        .replace("+500ms", "+1s comms.PING echo=7\n+500ms"));
        Call call = Call.of("table", "diff", old.toString(), now.toString());
        assertThat(call.exitCode()).isEqualTo(Dawnline.FAILED);
        assertThat(call.out().lines())
                .containsExactly(
                        "- +00:00:10.000 comms.PING echo=5",
                        "+ +00:00:10.000 comms.PING echo=6",
                        "+ +1s comms.PING echo=7");
        assertThat(Call.of("table", "diff", "--json", old.toString(), now.toString())
                        .json()
                        .get("added"))
                .hasSize(2);
    }

    @Test
    @Tag("F4")
    @Tag("CLI-033")
    void aDryRunTellsEachTelecommandWithVerdictAndTime() throws IOException {
        Path good = file("good.table", GOOD);
        Call call = Call.of("seq", "run", "--dry", good.toString());
        assertThat(call.err()).isEmpty();
        assertThat(call.out().lines())
                .anySatisfy(line -> assertThat(line).contains("1  +", "0.0 s", "taken", "loads.POWER"))
                .anySatisfy(line -> assertThat(line).contains("2  +", "10.0 s", "taken", "comms.PING"))
                .last()
                .isEqualTo("COMPLETED, 3 telecommands");
        assertThat(call.exitCode()).isEqualTo(Dawnline.FINE);
    }

    @Test
    @Tag("F4")
    @Tag("CLI-033")
    void whatASequenceSwitchesOnDrawsAsMuchAsTheCheckHasForetold() throws IOException {
        String rows = """
                +0s loads.POWER load=heaters power=OFF
                +10s loads.POWER load=heaters power=ON
                +70s loads.POWER load=heaters power=OFF
                """;
        Path path = file("heat.table", "table sequence heat version=1 times=start grantW=1000\n" + rows);
        JsonNode check =
                Call.of("seq", "check", "--json", path.toString()).json().get(0);
        Call call = Call.of("seq", "run", "--dry", "--json", path.toString());
        JsonNode run = call.json();
        for (JsonNode foretold : List.of(check, run)) {
            assertThat(foretold.get("mostW").asDouble()).isEqualTo(1000);
            assertThat(foretold.get("energyWh").asDouble()).isCloseTo(1000 / 60.0, within(0.01));
        }
        assertThat(run.get("drawnMostW").asDouble()).isCloseTo(1000, withinPercentage(2));
        assertThat(run.get("drawnWh").asDouble()).isCloseTo(1000 / 60.0, withinPercentage(5));
        assertThat(call.exitCode()).isEqualTo(Dawnline.FINE);

        Path more = file("more.table", "table sequence heat version=1 times=start grantW=999\n" + rows);
        for (String[] refused : List.of(new String[] {"seq", "check"}, new String[] {"seq", "run", "--dry"})) {
            Call no = Call.of(Stream.concat(Stream.of(refused), Stream.of(more.toString()))
                    .toArray(String[]::new));
            assertThat(no.exitCode()).isEqualTo(Dawnline.FAILED);
            assertThat(no.out() + no.err()).contains("grantW is 999");
        }
    }

    /** The check on the ground, and the satellite that the sequence is uploaded to: right here, taken there; wrong here, refused there. */
    @ParameterizedTest
    @Tag("F4")
    @Tag("CLI-033")
    @ValueSource(
            strings = {
                "modes=SAFE;+0s array.FACE_SUN;",
                ";+0s parameters.SET parameter=loads.dwellS value=5;",
                ";+1s sequencer.STOP_GROUP group=15;STATE",
                "failure=continue;+0s sequencer.START slot=9;STATE",
                "failure=continue;+0s tables.ACTIVATE;STATE",
            })
    void checkAndRunAgreeButForWhatDependsOnTheStateOfTheMoment(String sequence) throws IOException {
        String[] parts = sequence.split(";", -1);
        Path path = file("seq.table", "table sequence t version=1 times=start " + parts[0] + "\n" + parts[1] + "\n");
        assertThat(Call.of("seq", "check", path.toString()).exitCode()).isEqualTo(Dawnline.FINE);
        Call run = Call.of("seq", "run", "--dry", "--json", path.toString());
        assertThat(run.json().get("started").asBoolean()).isTrue();
        assertThat(run.json().get("steps").get(0).get("reason").asText())
                .isEqualTo(parts[2].isEmpty() ? "NONE" : parts[2]);
        assertThat(run.exitCode()).isEqualTo(parts[2].isEmpty() ? Dawnline.FINE : Dawnline.FAILED);
    }
}
