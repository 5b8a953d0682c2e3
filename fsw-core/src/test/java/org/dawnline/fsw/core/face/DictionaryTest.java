package org.dawnline.fsw.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    private final Registrar registrar = new Registrar();

    private static Dictionary seal(Registrar registrar) {
        Map<String, List<String>> frames = new LinkedHashMap<>();
        frames.put("fast", List.of("b"));
        frames.put("slow", List.of("a"));
        return registrar.seal(frames, "slow");
    }

    private static Registrar declared(boolean aFirst) {
        Registrar registrar = new Registrar();
        if (aFirst) {
            declareA(registrar);
        }
        Face b = registrar.component("b");
        b.channel("z", Unit.WATT, "a channel");
        b.channel("y", Unit.KELVIN, "another");
        b.parameter("gain", Unit.RATIO, 0.1, 0, 1e-3 + 1, "a gain");
        if (!aFirst) {
            declareA(registrar);
        }
        return registrar;
    }

    private static void declareA(Registrar registrar) {
        Face a = registrar.component("a");
        a.stateChannel("state", List.of("OFF", "ON"), "a state");
        a.enumeration("colour", List.of("RED", "BLUE"));
        a.command(
                "PAINT",
                "Paints.",
                arguments -> Outcome.COMPLETED,
                Argument.choice("colour", "colour", "the colour"),
                Argument.whole("coats", 1, 3, "how often"));
    }

    @Test
    @Tag("CORE-010")
    void entriesAreSortedWhateverTheOrderOfConstruction() {
        Dictionary one = seal(declared(true));
        Dictionary other = seal(declared(false));
        assertThat(one.text()).isEqualTo(other.text());
        assertThat(one.checksum()).isEqualTo(other.checksum());
        assertThat(one.frames().get(0).channels())
                .extracting(Channel::name)
                .containsExactly("b.commandsAccepted", "b.commandsRejected", "b.y", "b.z");
        assertThat(one.enumeration("parameter")).containsExactly("b.gain");
        assertThat(one.commandNumber("a.PAINT")).isEqualTo(1);
        assertThat(one.commandNumber("a.NOPE")).isEqualTo(-1);
    }

    @Test
    @Tag("CORE-010")
    void theTextAndItsChecksumAreTheSameOnEveryJdk() {
        Dictionary dictionary = seal(declared(true));
        assertThat(dictionary.text()).isEqualTo("""
                        channel|fast|b.commandsAccepted|1|[]|telecommands that it took since its counters were reset
                        channel|fast|b.commandsRejected|1|[]|telecommands that failed a check since its counters were reset
                        channel|fast|b.y|K|[]|another
                        channel|fast|b.z|W|[]|a channel
                        channel|slow|a.commandsAccepted|1|[]|telecommands that it took since its counters were reset
                        channel|slow|a.commandsRejected|1|[]|telecommands that failed a check since its counters were reset
                        channel|slow|a.state||[OFF, ON]|a state
                        parameter|b.gain|ratio|0.1|0|1.001|a gain
                        command|a.NOOP|-1|NORMAL|false|0|0|Does nothing; shows that the component can be commanded.
                        command|a.PAINT|-1|NORMAL|false|0|0|Paints.
                        argument|colour||0|2147483647|true|colour|the colour
                        argument|coats||1|3|true||how often
                        command|a.RESET_COUNTERS|-1|NORMAL|false|0|0|Sets the component's counters to zero.
                        command|b.NOOP|-1|NORMAL|false|0|0|Does nothing; shows that the component can be commanded.
                        command|b.RESET_COUNTERS|-1|NORMAL|false|0|0|Sets the component's counters to zero.
                        enumeration|channel|[a.commandsAccepted, a.commandsRejected, a.state, b.commandsAccepted, b.commandsRejected, b.y, b.z]
                        enumeration|colour|[RED, BLUE]
                        enumeration|command|[a.NOOP, a.PAINT, a.RESET_COUNTERS, b.NOOP, b.RESET_COUNTERS]
                        enumeration|event|[]
                        enumeration|guarded|[b.gain]
                        enumeration|parameter|[b.gain]
                        """);
        assertThat(Long.toHexString(dictionary.checksum())).isEqualTo("fa3aa9dff0b4dd4c");
    }

    @Test
    @Tag("CORE-010")
    void anyChangeOfADeclarationChangesTheChecksum() {
        Registrar changed = declared(true);
        changed.component("c").channel("x", Unit.NONE, "new");
        assertThat(seal(changed).checksum()).isNotEqualTo(seal(declared(true)).checksum());
    }

    @Test
    @Tag("CORE-010")
    void nothingIsDeclaredAfterTheSeal() {
        Face late = registrar.component("late");
        registrar.seal(Map.of("all", List.of()), "all");
        assertThatThrownBy(() -> late.channel("x", Unit.NONE, "")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> late.parameter("p", Unit.NONE, 0, 0, 0, "")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> late.command("C", "", arguments -> Outcome.COMPLETED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> late.enumeration("e", List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> registrar.component("later")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> registrar.seal(Map.of("all", List.of()), "all"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Tag("CORE-011")
    void wrongDeclarationsAreRefused() {
        Face face = registrar.component("x");
        face.channel("one", Unit.NONE, "");
        assertThatThrownBy(() -> face.channel("one", Unit.NONE, "")).hasMessageContaining("x.one is declared twice");
        assertThatThrownBy(() -> face.parameter("one", Unit.NONE, 0, 0, 1, "")).hasMessageContaining("twice");
        assertThatThrownBy(() -> registrar.component("x")).hasMessageContaining("twice");
        assertThatThrownBy(() -> face.channel("a b", Unit.NONE, "")).hasMessageContaining("is not a name");
        assertThatThrownBy(() -> face.parameter("p", Unit.NONE, 2, 0, 1, ""))
                .hasMessageContaining("outside 0.0 to 1.0");
        assertThatThrownBy(() -> face.parameter("p", Unit.NONE, Double.NaN, 0, 1, ""))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> face.parameter("p", Unit.NONE, 0, 0, Double.POSITIVE_INFINITY, ""))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> Argument.real("a", Unit.NONE, 1, 0, "")).hasMessageContaining("bounds");
        assertThatThrownBy(() -> face.command("C", "", arguments -> Outcome.COMPLETED, nine()))
                .hasMessageContaining("9 arguments");
    }

    private static Argument[] nine() {
        Argument[] arguments = new Argument[9];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Argument.whole("a" + i, 0, 1, "");
        }
        return arguments;
    }

    @Test
    @Tag("CORE-011")
    void anArgumentOfAnUnknownEnumerationIsRefused() {
        registrar.component("x").command("C", "", arguments -> Outcome.COMPLETED, Argument.choice("a", "nowhere", ""));
        assertThatThrownBy(() -> registrar.seal(Map.of("all", List.of()), "all"))
                .hasMessageContaining("no enumeration nowhere");
    }

    @Test
    @Tag("CORE-011")
    void argumentsAllowOnlyWhatTheyDeclare() {
        List<String> none = List.of();
        Argument real = Argument.real("r", Unit.WATT, -1, 1, "");
        assertThat(real.allows(0.5, none)).isTrue();
        assertThat(real.allows(1.0000001, none)).isFalse();
        assertThat(real.allows(Double.NaN, none)).isFalse();
        Argument whole = Argument.whole("w", 0, 5, "");
        assertThat(whole.allows(5, none)).isTrue();
        assertThat(whole.allows(4.5, none)).isFalse();
        assertThat(whole.allows(-1, none)).isFalse();
        Argument choice = Argument.choice("c", "colour", "");
        assertThat(choice.allows(1, List.of("RED", "BLUE"))).isTrue();
        assertThat(choice.allows(2, List.of("RED", "BLUE"))).isFalse();
        assertThat(choice.allows(0, none)).isFalse();
    }

    @Test
    @Tag("CORE-011")
    void unknownIsNotZero() {
        Channel channel = registrar.component("x").channel("c", Unit.NONE, "");
        assertThat(channel.valid()).isFalse();
        channel.set(true);
        assertThat(channel.value()).isEqualTo(1);
        channel.set(0);
        assertThat(channel.valid()).isTrue();
        channel.invalidate();
        assertThat(channel.value()).isNaN();
    }
}
