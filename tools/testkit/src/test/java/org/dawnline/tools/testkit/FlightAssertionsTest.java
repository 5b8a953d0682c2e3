package org.dawnline.tools.testkit;

import static org.dawnline.tools.testkit.FlightAssertions.assertThat;
import static org.dawnline.tools.testkit.FlightAssertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can be said of a flight is believed when it is right, and fails with the history when it is not. */
@Tag("N4")
@ComponentTest
class FlightAssertionsTest {
    /** Shows half of what it is handed: a component behind another one. */
    static final class Dimmer implements Component {
        private final Channel half;
        private final Channel source;

        Dimmer(Face face, Channel source) {
            this.source = source;
            half = face.channel("half", Unit.RATIO, "half of the source");
        }

        @Override
        public String name() {
            return "dimmer";
        }

        @Override
        public void step(Tick tick) {
            half.set(source.value() / 2);
        }
    }

    private Channel sun = new ComponentHarness().source("none.none", Unit.RATIO);

    @BeforeEach
    void fly(ComponentHarness harness) {
        sun = harness.source("sky.sun", Unit.RATIO);
        Lamp lamp = new Lamp(harness.face("lamp"));
        harness.fly(lamp, new Dimmer(harness.face("dimmer"), sun));
    }

    @Test
    @Tag("KIT-012")
    void aHistoryIsSpokenOfAsItWas(ComponentHarness harness) {
        harness.tick(2);
        harness.command("lamp.DIM", 0.5);
        harness.command("lamp.DIM", 0.25);

        assertThat(harness)
                .channel("lamp.brightness")
                .went(0, 0.5, 0.25)
                .is(0.25)
                .stayedBetween(0, 0.5);
        assertThat(harness).channel("lamp.brightness").becameWithin(2, 0.5).wasAlwaysKnown();
        assertThat(harness).channel("lamp.brightness").since(3).went(0.25).neverRose();
        assertThat(harness).channel("lamp.steps").neverFell().neverJumpedBy(1).isCloseTo(4.1, 0.2);
        assertThat(harness).channel("dimmer.half").isUnknown();
        assertThat(harness).event("lamp.SWITCHED").times(2).withArguments(0.25).inCycle(2);
        assertThat(harness).event("core.MEMBER_BROKE").never();
        assertThat(harness).endedEveryTelecommandOnce().kept("lamp");
    }

    @Test
    @Tag("KIT-012")
    void whatIsWrongFailsAndShowsTheHistory(ComponentHarness harness) {
        harness.tick(2);
        harness.command("lamp.DIM", 0.5);

        fails(() -> assertThat(harness).channel("lamp.brightness").is(0.4), "to be 0.4", "from cycle 2 0.5");
        fails(() -> assertThat(harness).channel("lamp.brightness").isCloseTo(0.4, 0.05), "+- 0.05");
        fails(() -> assertThat(harness).channel("lamp.brightness").went(0.5), "to go [0.5]");
        fails(() -> assertThat(harness).channel("lamp.brightness").stayedBetween(0, 0.4), "to stay between");
        fails(() -> assertThat(harness).channel("lamp.brightness").becameWithin(1, 0.5), "within 1 cycles");
        fails(() -> assertThat(harness).channel("lamp.brightness").neverRose(), "never to rise");
        fails(() -> assertThat(harness).channel("lamp.brightness").neverJumpedBy(0.4), "never to jump");
        fails(() -> assertThat(harness).channel("lamp.brightness").isUnknown(), "to be unknown");
        fails(() -> assertThat(harness).channel("dimmer.half").wasAlwaysKnown(), "to be always known");
        fails(() -> assertThat(harness).channel("dimmer.half").stayedBetween(0, 1), "to stay between");
        harness.command("lamp.DIM", 0.1);
        fails(() -> assertThat(harness).channel("lamp.brightness").neverFell(), "never to fall");
        fails(() -> assertThat(harness).event("lamp.SWITCHED").once(), "raised 1 times, but there were 2");
        fails(() -> assertThat(harness).event("lamp.SWITCHED").never(), "raised 0 times");
        fails(() -> assertThat(harness).event("core.MEMBER_BROKE").raised(), "to be raised");
        fails(() -> assertThat(harness).event("lamp.SWITCHED").withArguments(0.5), "raised with [0.5] at last");
        fails(() -> assertThat(harness).event("lamp.SWITCHED").inCycle(7), "raised in cycle 7");
        assertThatThrownBy(() -> assertThat(harness).event("lamp.SWITCHT").never())
                .hasMessageContaining("no event lamp.SWITCHT");
        assertThatThrownBy(() -> assertThat(harness).channel("lamp.color").is(1))
                .hasMessageContaining("no channel lamp.color");
    }

    @Test
    @Tag("KIT-012")
    void reportsOfTelecommandsAreSpokenOf(ComponentHarness harness) {
        CommandReport done = harness.command("lamp.DIM", 0.5);
        CommandReport refused = harness.command("lamp.DIM", 2);

        assertThat(done).isCompleted();
        assertThat(refused).isRejectedFor(Reason.OUT_OF_RANGE);
        fails(
                () -> assertThat(refused).isCompleted(),
                "expected telecommand #2 to be COMPLETED (NONE), but it was REJECTED");
        fails(() -> assertThat(done).isFailedFor(Reason.STATE), "to be FAILED (STATE)");
        harness.send("lamp.DIM", 0, 0.5);
        fails(() -> assertThat(harness).endedEveryTelecommandOnce(), "these telecommands had no end: [3]");
    }

    @Test
    @Tag("KIT-013")
    void aComponentThatIsToldToThrowIsRestartedAndTheOthersGoOn(ComponentHarness harness) {
        harness.tick(2);
        harness.breakSteps("lamp", 1);
        harness.tick(3);

        assertThat(harness).event("core.MEMBER_BROKE").once().inCycle(2);
        assertThat(harness).channel("lamp.steps").is(4);
        fails(() -> assertThat(harness).kept("lamp"), "expected lamp not to break, but it was restarted 1.0 times");
        assertThat(harness).kept("dimmer");
    }

    @Test
    @Tag("KIT-013")
    void aChannelThatIsStuckIsWhatOthersSee(ComponentHarness harness) {
        sun.set(0.8);
        harness.tick(2);
        harness.stick("sky.sun", 0.2);
        sun.set(0.9);
        harness.tick(2);
        harness.stick("sky.sun", Double.NaN);
        harness.tick();
        harness.release("sky.sun");
        sun.set(0.6);
        harness.tick();

        assertThat(harness).channel("dimmer.half").went(0.4, 0.1, Double.NaN, 0.3);
    }

    @Test
    @Tag("KIT-014")
    void aStormBringsTelecommandsWithinAndBeyondTheirRanges(ComponentHarness harness, Luck luck) {
        Storm.over(harness, luck)
                .telecommands("lamp.", 0.5)
                .stimulus(0.2, dice -> sun.set(dice.wild()))
                .lasts(500);

        assertThat(harness).endedEveryTelecommandOnce().kept("lamp").kept("dimmer");
        assertThat(harness).channel("lamp.brightness").stayedBetween(0, 1);
        assertThat(harness.telecommandsSent()).isBetween(150L, 350L);
        assertThat(harness.log().reports()).anyMatch(report -> report.reason() == Reason.OUT_OF_RANGE);
    }

    @Test
    @Tag("KIT-014")
    void theSameLuckIsTheSameStorm() {
        assertThat(stormOf(7)).isEqualTo(stormOf(7)).isNotEqualTo(stormOf(8));
    }

    private static String stormOf(long seed) {
        ComponentHarness harness = new ComponentHarness();
        harness.fly(new Lamp(harness.face("lamp")));
        Storm.over(harness, new Luck(seed)).telecommands("lamp.", 0.5).lasts(50);
        return harness.history().text();
    }

    private static void fails(ThrowingCallable claim, String... words) {
        assertThatThrownBy(claim).isInstanceOf(AssertionError.class).message().contains(words);
    }
}
