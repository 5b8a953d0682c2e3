package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OnboardCommandTest {
    private static final long P = 100 * Bench.MS;
    private static final int SLOT = 12;

    private final Bench bench = new Bench();
    private final List<Double> executed = new ArrayList<>();
    private int depthReached;

    @BeforeEach
    void fly() {
        Face face = bench.face("x");
        Argument value = Argument.real("value", Unit.WATT, 0, 10, "a value");
        face.command("NOTE", "Notes a value.", this::note, value);
        face.command("STANDBY_ONLY", "Only in STANDBY.", Mode.STANDBY.bit(), this::note, value);
        face.command("FAIL", "Fails.", arguments -> Outcome.FAILED_DEVICE);
        face.command("BREAK", "Breaks.", arguments -> {
            throw new IllegalStateException("told to");
        });
        face.command("END", "Ends the mission.", CommandTerms.always().critical(), arguments -> Outcome.COMPLETED);
        face.command("AGAIN", "Gives itself.", arguments -> again());
        bench.fly(P);
        bench.tick(1);
    }

    private Outcome note(double[] arguments) {
        executed.add(arguments[0]);
        return Outcome.COMPLETED;
    }

    private Outcome again() {
        depthReached++;
        return give("x.AGAIN") == Reason.NONE ? Outcome.COMPLETED : Outcome.FAILED_STATE;
    }

    private Reason give(String name, double... arguments) {
        return give(Origin.SEQUENCE, name, arguments);
    }

    private Reason give(Origin origin, String name, double... arguments) {
        return bench.commands.command(origin, SLOT, bench.dictionary().commandNumber(name), arguments);
    }

    @Test
    @Tag("CORE-100")
    @Tag("B1")
    void theSatellitesOwnTelecommandsPassTheSameChecks() {
        assertThat(give("x.NOTE", 5, 99))
                .as("what stands behind the arguments is ignored")
                .isEqualTo(Reason.NONE);
        assertThat(give("x.NOTE")).isEqualTo(Reason.WRONG_ARGUMENTS);
        assertThat(give("x.NOTE", 10.5)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(give("x.NOTE", Double.NaN)).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(give("x.NO")).isEqualTo(Reason.UNKNOWN_COMMAND);
        assertThat(give("x.STANDBY_ONLY", 1)).isEqualTo(Reason.WRONG_MODE);
        assertThat(give("x.FAIL")).isEqualTo(Reason.DEVICE);
        assertThat(give("x.BREAK")).isEqualTo(Reason.INTERNAL);
        assertThat(executed).containsExactly(5.0);
    }

    @Test
    @Tag("CORE-100")
    void eachOriginIsCountedAndEachFailureIsAnEventButNoReport() {
        give("x.NOTE", 5);
        give(Origin.ACTION, "x.NOTE", 11);
        give(Origin.ACTION, "x.FAIL");
        give(Origin.ACTION, "x.NOTE", 1);
        bench.tick(1);
        assertThat(bench.value("commands.from.SEQUENCE")).isEqualTo(1);
        assertThat(bench.value("commands.lost.SEQUENCE")).isZero();
        assertThat(bench.value("commands.from.ACTION")).isEqualTo(3);
        assertThat(bench.value("commands.lost.ACTION")).isEqualTo(2);
        assertThat(bench.count("commands.ONBOARD_REFUSED")).isEqualTo(2);
        assertThat(bench.reports).isEmpty();
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void aSequenceOrAnActionCannotGiveACriticalTelecommand() {
        assertThat(give(Origin.SEQUENCE, "x.END")).isEqualTo(Reason.HAZARDOUS);
        assertThat(give(Origin.ACTION, "x.END")).isEqualTo(Reason.HAZARDOUS);
        assertThat(give(Origin.BOOT, "x.END")).isEqualTo(Reason.HAZARDOUS);
        assertThat(give(Origin.SCHEDULE, "x.END")).isEqualTo(Reason.NONE);
        assertThat(give(Origin.MODE, "x.END")).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("CORE-100")
    void telecommandsThatGiveTelecommandsEnd() {
        assertThat(give("x.AGAIN")).isEqualTo(Reason.STATE);
        assertThat(depthReached).isEqualTo(4);
        assertThat(give("x.NOTE", 1)).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("CORE-100")
    void theGroundHasItsOwnEntrance() {
        assertThatThrownBy(() -> give(Origin.GROUND, "x.NOTE", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
