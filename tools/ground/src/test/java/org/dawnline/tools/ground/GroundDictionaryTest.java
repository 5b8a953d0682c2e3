package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dawnline.tools.ground.SmallDictionary.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.proto.ArgumentEntry;
import org.dawnline.fsw.comms.proto.CommandEntry;
import org.dawnline.fsw.comms.proto.Dictionary;
import org.dawnline.fsw.comms.proto.EnumerationEntry;
import org.dawnline.fsw.comms.proto.ParameterEntry;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroundDictionaryTest {
    private final GroundDictionary dictionary = SmallDictionary.onGround();

    private void refuses(String name, Map<String, String> arguments, String... message) {
        assertThatThrownBy(() -> dictionary.telecommand(name, arguments))
                .isInstanceOf(WrongTelecommandException.class)
                .hasMessageContainingAll(message);
    }

    @Test
    @Tag("GND-006")
    void aTelecommandIsWrittenByNames() throws Exception {
        TelecommandContent content = dictionary.telecommand("lamp.SET", arguments("0.5", "3", "green"));
        assertThat(content.getName()).isEqualTo("lamp.SET");
        assertThat(content.getArguments(0).getNumber()).isEqualTo(0.5);
        assertThat(content.getArguments(2).getChoice()).isEqualTo("GREEN");
    }

    @Test
    @Tag("GND-006")
    void whatDoesNotFitIsRefusedWithWhatIsExpected() {
        refuses("lamp.SET", arguments("2", "3", "RED"), "level is \"2\"", "from 0 to 1 ratio");
        refuses("lamp.SET", arguments("NaN", "3", "RED"), "level");
        refuses("lamp.SET", arguments("bright", "3", "RED"), "level is \"bright\"");
        refuses("lamp.SET", arguments("1", "2.5", "RED"), "times", "a whole number from 1 to 9");
        refuses("lamp.SET", arguments("1", "3", "BLUE"), "colour is \"BLUE\"", "one of RED, GREEN");
        refuses("lamp.SET", Map.of("level", "1"), "needs times");
        refuses("lamp.SET", Map.of("size", "1"), "no argument size", "level, times, colour");
        refuses("lamp.EAT", Map.of(), "no telecommand lamp.EAT", "did you mean lamp.");
        refuses("NOOP", Map.of(), "core.NOOP");
    }

    @Test
    @Tag("GND-006")
    void aParameterOutOfItsOwnRangeIsRefusedWithThatRange() throws Exception {
        GroundDictionary parameters = parameters();
        assertThat(parameters.telecommand("parameters.SET", setting("power.capW", "90000")))
                .isNotNull();
        assertThatThrownBy(() -> parameters.telecommand("parameters.SET", setting("power.CAPW", "150001")))
                .isInstanceOf(WrongTelecommandException.class)
                .hasMessage("value is \"150001\"; power.capW takes 0 W to 150000 W");
        assertThatThrownBy(() -> parameters.telecommand("parameters.SET", setting("parameter.99", "1")))
                .hasMessageContainingAll("one of 20 names", "did you mean");
        assertThat(parameters.expectedOfParameter("lamp.SET", setting("power.capW", "1")))
                .isEmpty();
    }

    private static Map<String, String> setting(String parameter, String value) {
        return Map.of("parameter", parameter, "value", value);
    }

    private static GroundDictionary parameters() {
        Dictionary.Builder message = Dictionary.newBuilder()
                .addParameters(ParameterEntry.newBuilder()
                        .setName("power.capW")
                        .setUnit("W")
                        .setMin(0)
                        .setMax(150_000))
                .addCommands(CommandEntry.newBuilder()
                        .setName("parameters.SET")
                        .addArguments(
                                ArgumentEntry.newBuilder().setName("parameter").setChoices("parameter"))
                        .addArguments(ArgumentEntry.newBuilder()
                                .setName("value")
                                .setMin(-1e15)
                                .setMax(1e15)));
        EnumerationEntry.Builder names =
                EnumerationEntry.newBuilder().setName("parameter").addEntries("power.capW");
        for (int i = 1; i < 20; i++) {
            names.addEntries("parameter." + i);
        }
        return new GroundDictionary(message.addEnumerations(names).build());
    }

    @Test
    @Tag("GND-006")
    void forcedMeansUnchecked() {
        TelecommandContent content = GroundDictionary.unchecked("lamp.EAT", Map.of("level", "7", "colour", "BLUE"));
        assertThat(content.getArgumentsList()).hasSize(2);
    }

    @Test
    @Tag("GND-007")
    @Tag("C5")
    void eventsAreFilledIn() {
        Map<String, List<String>> names = Map.of("mode", List.of("BOOT", "SAFE"));
        assertThat(EventText.fill("{0:mode} -> {1:mode}, {2} s, {3}", List.of(0.0, 1.0, 2.5), names, TableRows.NONE))
                .isEqualTo("BOOT -> SAFE, 2.5 s, ?");
        assertThat(EventText.fill("{0:mode} {0:none} {1}", List.of(7.0, 1e-20), names, TableRows.NONE))
                .isEqualTo("7 7 1E-20");
        assertThat(EventText.fill(
                        "{0:hex} {1:hex} {2:hex}", List.of(238_859_170.0, -1.0, Double.NaN), names, TableRows.NONE))
                .isEqualTo("e3cb3a2 -1 ?");
        assertThat(EventText.number(120_000)).isEqualTo("120000");
        assertThat(EventText.number(Double.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(EventText.number(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(dictionary.eventText(9_999, List.of())).contains("not in the dictionary");
    }

    @Test
    @Tag("GND-008")
    void theDictionaryBecomesJson() throws Exception {
        JsonNode json = new ObjectMapper().readTree(DictionaryJson.of(dictionary.message()));
        assertThat(json.get("checksum").asText()).hasSize(16);
        assertThat(json.get("enumerations").get("colour")).hasSize(2);
        JsonNode lamp = json.get("telecommands").findParents("arguments").stream()
                .filter(node -> node.get("name").asText().equals("lamp.SET"))
                .findFirst()
                .orElseThrow();
        assertThat(lamp.get("modes")).hasSize(Mode.values().length);
        assertThat(lamp.get("arguments").get(1).get("max").asInt()).isEqualTo(9);
        assertThat(lamp.get("arguments").get(2).get("choices").asText()).isEqualTo("colour");
    }

    @Test
    @Tag("GND-008")
    void theDictionaryBecomesAPage() {
        String page = IcdPage.of(dictionary.message());
        assertThat(page)
                .contains("# Interface between space and ground")
                .contains("| `lamp.SET` | `level`: how bright; a number from 0 to 1 ratio<br>`times`")
                .contains("| `lamp.shown` |  | what it shows \\| or not: OFF, ON |")
                .contains("| `core.NOOP` |  | all |");
    }
}
