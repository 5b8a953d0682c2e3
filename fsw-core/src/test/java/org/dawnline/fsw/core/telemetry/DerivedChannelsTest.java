package org.dawnline.fsw.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DerivedChannelsTest {
    private final Bench bench = new Bench();
    private final Face face = bench.face("source");
    private final Channel volts = face.channel("volts", Unit.VOLT, "voltage");
    private final Channel amperes = face.channel("amperes", Unit.AMPERE, "current");
    private final Channel watts = face.derived("watts", Unit.WATT, "power", in -> in[0] * in[1], volts, amperes);
    private final Channel kilo = face.derived("kilo", Unit.NONE, "power, too", in -> in[0] / 1000, watts);

    DerivedChannelsTest() {
        bench.fly(Bench.S, new DerivedChannels(bench.face("derived"), bench.registrar));
    }

    private void tick(double newVolts, double newAmperes) {
        volts.set(newVolts);
        amperes.set(newAmperes);
        bench.tick(1);
    }

    @Test
    @Tag("CORE-157")
    @Tag("C8")
    void aDerivedChannelFollowsItsInputsInTheSameStepAndSoDoesOneThatIsDerivedFromIt() {
        tick(100, 5);
        assertThat(watts.value()).isEqualTo(500);
        assertThat(kilo.value()).isEqualTo(0.5);
        tick(200, 5);
        assertThat(kilo.value()).isEqualTo(1);
        assertThat(bench.value("derived.count")).isEqualTo(2);
        assertThat(bench.value("derived.updates")).isEqualTo(4);
        assertThat(bench.value("core.member.derived.meanUs")).isNotNaN(); // what they cost is accounted
    }

    @Test
    @Tag("CORE-157")
    @Tag("C8")
    void itIsNotValidWhileOneInputIsNot() {
        tick(100, Double.NaN);
        assertThat(watts.valid()).isFalse();
        assertThat(kilo.valid()).isFalse();
        tick(100, 2);
        assertThat(watts.value()).isEqualTo(200);
    }

    @Test
    @Tag("CORE-157")
    @Tag("C8")
    void itIsAsOldAsItsOldestInput() {
        tick(100, 2);
        int sets = watts.sets();
        for (int i = 0; i < 5; i++) {
            volts.set(100 + i);
            bench.tick(1);
        }
        assertThat(watts.sets()).isEqualTo(sets); // whoever judges its age finds it stale
        assertThat(watts.value()).isEqualTo(200);
        amperes.set(2);
        bench.tick(1);
        assertThat(watts.value()).isEqualTo(208);
    }

    @Test
    @Tag("CORE-157")
    @Tag("C8")
    void whatItCostsIsCounted() {
        Bench slow = new Bench();
        Face other = slow.face("other");
        Channel input = other.channel("input", Unit.NONE, "input");
        other.derived(
                "heavy",
                Unit.NONE,
                "takes three milliseconds",
                in -> {
                    slow.hal.nanos += 3 * Bench.MS;
                    return in[0];
                },
                input);
        slow.fly(Bench.S, new DerivedChannels(slow.face("derived"), slow.registrar));
        input.set(1);
        slow.tick(2);
        assertThat(slow.value("core.member.derived.maxUs")).isEqualTo(3_000);
    }

    @Test
    @Tag("CORE-157")
    void whatIsDerivedFromNothingIsRefused() {
        Face other = new Bench().face("other");
        assertThatThrownBy(() -> other.derived("x", Unit.NONE, "nothing", in -> 1))
                .hasMessageContaining("other.x");
    }
}
