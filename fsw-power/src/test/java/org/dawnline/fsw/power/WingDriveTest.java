package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A drive of 5 mrad a second. */
@Tag("PWR-054")
class WingDriveTest {
    private static final double RATE_RAD_PER_S = 0.005;

    private final ComponentHarness harness = new ComponentHarness();
    private final FakePower eps = harness.hal().power;
    private final Face face = harness.face("array");
    private final WingDrive drive = new WingDrive(face, eps, 1, RATE_RAD_PER_S, face.events(WingEvent.class));
    private final WingAngles angles = new WingAngles(2);

    @BeforeEach
    void fly() {
        harness.fly();
    }

    // The wing turns that fast, whatever it is asked for.
    private void turn(double wantedRad, double fromRad, double radPerS, int seconds) {
        for (int second = 0; second < seconds; second++) {
            eps.arrayOffsetRad[1] = fromRad + second * radPerS;
            drive.step(wantedRad, 1);
        }
        drive.expect(angles);
    }

    private int events(String name) {
        return harness.events("array." + name).size();
    }

    @Test
    void aDriveThatMakesHalfOfItsWayIsNotStuckAndOneThatMakesLessIs() {
        turn(0, 0.9, -0.55 * RATE_RAD_PER_S, 60);
        harness.tick();
        assertThat(events("WING_STUCK")).isZero();
        assertThat(harness.state("array.wing1")).isEqualTo("TURNS");
        turn(0, 0.9, -0.45 * RATE_RAD_PER_S, 60);
        harness.tick();
        assertThat(events("WING_STUCK")).isEqualTo(1);
        assertThat(harness.state("array.wing1")).isEqualTo("STUCK");
    }

    @Test
    void theBodysTurningOfAStuckWingIsExpectedToGoOn() {
        turn(0, 0.2, 0.001, 60);
        assertThat(angles.meanCosine(0)).isCloseTo((1 + Math.cos(0.259)) / 2, within(1e-4));
        assertThat(angles.meanCosine(500)).isCloseTo((1 + Math.cos(0.759)) / 2, within(1e-3));
    }

    @Test
    void aWingThatIsThereIsExpectedAtItsAngle() {
        turn(0.5, 0.51, 0, 5);
        assertThat(harness.state("array.wing1")).isEqualTo("FOLLOWS");
        assertThat(angles.meanCosine(100)).isCloseTo((1 + Math.cos(0.5)) / 2, within(1e-6));
        assertThat(drive.offsetRad()).isEqualTo(0.51);
    }

    @Test
    void aStuckWingIsFreeOnlyOnceItHasBeenThereForAMinute() {
        turn(0, 0.5, 0, 45);
        harness.tick();
        assertThat(events("WING_STUCK")).isEqualTo(1);
        turn(0, 0.01, 0, 55); // carried past its angle by the body
        harness.tick();
        assertThat(events("WING_FREE")).isZero();
        turn(0, 0.01, 0, 10);
        harness.tick();
        assertThat(events("WING_FREE")).isEqualTo(1);
    }

    @Test
    void withoutAnEncoderItIsAskedAllTheSameAndNotAccused() {
        turn(0.3, Double.NaN, 0, 61); // asked each ten seconds, just now too
        harness.tick();
        assertThat(events("WING_STUCK")).isZero();
        assertThat(harness.state("array.wing1")).isEqualTo("UNKNOWN");
        assertThat(eps.arrayOffsetRad[1]).isEqualTo(0.3);
    }

    @Test
    @Tag("PWR-055")
    void lossAndReturnAreToldOnceEach() {
        turn(0, 0, 0, 1);
        drive.lost(true, 0.5);
        drive.lost(true, 0.5);
        turn(0, 0, 0, 1);
        harness.tick();
        assertThat(drive.isLost()).isTrue();
        assertThat(events("WING_LOST")).isEqualTo(1);
        assertThat(harness.state("array.wing1")).isEqualTo("LOST");
        drive.lost(false, 1);
        drive.lost(false, 1);
        harness.tick();
        assertThat(drive.isLost()).isFalse();
        assertThat(events("WING_BACK")).isEqualTo(1);
    }
}
