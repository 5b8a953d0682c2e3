package org.dawnline.example;

import static org.dawnline.tools.testkit.FlightAssertions.assertThat;

import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.ComponentTest;
import org.dawnline.tools.testkit.Luck;
import org.dawnline.tools.testkit.Storm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ComponentTest
class EclipseCounterTest {
    @BeforeEach
    void fly(ComponentHarness harness) {
        EclipseCounter counter =
                new EclipseCounter(harness.face("eclipses"), harness.hal().power());
        EclipseAlarm alarm = new EclipseAlarm(harness.face("alarm"), counter.longestS());
        harness.fly(counter, alarm);
    }

    @Test
    @Tag("N4")
    void anEclipseIsCountedWhenItHasEnded(ComponentHarness harness) {
        eclipse(harness, 20);
        eclipse(harness, 5);

        assertThat(harness).channel("eclipses.count").went(0, 1, 2);
        assertThat(harness).channel("eclipses.longestS").is(20);
        assertThat(harness).event("eclipses.ECLIPSE_ENDED").times(2).withArguments(2, 5);
    }

    @Test
    void aSensorThatSaysNothingNeitherBeginsNorEndsAnEclipse(ComponentHarness harness) {
        harness.hal().power.arrayCapabilityW = Double.NaN;
        harness.tick(20);
        harness.hal().power.arrayCapabilityW = 150_000;
        harness.tick();

        assertThat(harness).event("eclipses.ECLIPSE_ENDED").never();
    }

    @Test
    void theGroundCanForgetAllEclipses(ComponentHarness harness) {
        eclipse(harness, 20);

        assertThat(harness.command("eclipses.RESET")).isCompleted();
        assertThat(harness).channel("eclipses.count").is(0);
    }

    @Test
    void theAlarmSeesWhatTheCounterHasPublished(ComponentHarness harness) {
        harness.parameter("alarm.sizedForS").set(10);
        eclipse(harness, 20);
        assertThat(harness).channel("alarm.alarm").went(0, 1);

        harness.stick("eclipses.longestS", Double.NaN);
        harness.tick();
        assertThat(harness).channel("alarm.alarm").isUnknown();
    }

    @Test
    void anEclipseThatWasInterruptedByAFaultIsBegunAnew(ComponentHarness harness) {
        harness.hal().power.arrayCapabilityW = 0;
        harness.tick(10);
        harness.breakSteps("eclipses", 1);
        eclipse(harness, 5);

        assertThat(harness).event("core.MEMBER_BROKE").once();
        assertThat(harness).channel("eclipses.longestS").stayedBetween(0, 5);
    }

    @Test
    @Tag("N4")
    void noWeatherBreaksIt(ComponentHarness harness, Luck luck) {
        Storm.over(harness, luck)
                .telecommands("eclipses.", 0.2)
                .stimulus(0.5, dice -> harness.hal().power.arrayCapabilityW = dice.wild())
                .stimulus(0.1, dice -> harness.hal().power.arrayCapabilityW = dice.between(0, 2_000))
                .lasts(1_000);

        assertThat(harness).endedEveryTelecommandOnce().kept("eclipses");
        assertThat(harness).channel("eclipses.longestS").stayedBetween(0, 1_000);
    }

    private static void eclipse(ComponentHarness harness, int seconds) {
        harness.hal().power.arrayCapabilityW = 0;
        harness.tick(seconds);
        harness.hal().power.arrayCapabilityW = 150_000;
        harness.tick();
    }
}
