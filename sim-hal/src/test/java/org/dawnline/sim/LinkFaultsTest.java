package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal.State;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-012")
@Tag("SIM-030")
class LinkFaultsTest {
    private static final WorldOptions OPTIONS =
            WorldOptions.defaults().withSensorErrors(false).withLinks(true, true);

    private final SimWorld world = new SimWorld(Vehicles.ai1(), OPTIONS);
    private final Hal hal = world.hal();

    @Test
    void pointingPastTheRelayLosesIt() {
        world.inject("laser.pointing", 0, 200.0);
        fly(2.0);
        assertThat(hal.links().state(0)).isEqualTo(State.ACQUIRING);
        assertThat(hal.links().rangeM(0)).isNaN();

        world.inject("laser.pointing", 0, 0.0);
        fly(121.0);
        assertThat(hal.links().state(0)).isEqualTo(State.TRACKING);
        assertThat(hal.links().pointingErrorRad(0)).isLessThan(6e-6);
        assertThat(hal.links().marginDb(0)).isPositive();
    }

    @Test
    void aLaserThatIsSlowedDownSaysSo() {
        world.inject("laser.rate", 0, 0.25);
        fly(0.2);
        assertThat(hal.links().rateBitsPerS(0)).isEqualTo(0.25e12);
        assertThat(world.state().linkRateBitsPerS(0)).isEqualTo(0.25e12);
        world.inject("laser.rate", 0, 1.0);
        fly(0.2);
        assertThat(hal.links().rateBitsPerS(0)).isEqualTo(1e12);
    }

    @Test
    void noiseSlowsTheRadioDown() {
        world.inject("rf.noise", 0, 14.0);
        double slowest = 1e8;
        double marginDb = 100.0;
        for (int i = 0; i < 9000; i++) {
            fly(1.0);
            if (hal.links().state(1) == State.TRACKING) {
                slowest = Math.min(slowest, hal.links().rateBitsPerS(1));
                marginDb = Math.min(marginDb, hal.links().marginDb(1));
            }
        }

        assertThat(slowest).isBetween(1e6, 2e7);
        assertThat(marginDb).isBetween(0.0, 3.0);
    }

    @Test
    void cloudsStayAsTheScenarioWantsAndThenGoTheirOwnWay() {
        world.inject("cloud.set", "teide", 1.0);
        world.inject("cloud.set", 0, 0.0);
        fly(200_000.0);
        assertThat(world.state().siteCloudy(1)).isTrue();
        assertThat(world.state().siteCloudy(0)).isFalse();

        world.inject("cloud.clear", "teide", 0.0);
        int changes = 0;
        boolean before = world.state().siteCloudy(1);
        for (int i = 0; i < 400; i++) {
            fly(1000.0);
            changes += world.state().siteCloudy(1) == before ? 0 : 1;
            before = world.state().siteCloudy(1);
        }
        assertThat(changes).isGreaterThan(1);
        assertThatThrownBy(() -> world.inject("cloud.set", "nowhere", 1.0)).hasMessageContaining("no site nowhere");
    }

    @Test
    void aLaserToTheGroundHasPassesThatCloudsClose() {
        SimWorld toGround = new SimWorld(Vehicles.ai1().with("links.groundLasers", 1.0), OPTIONS);
        toGround.inject("cloud.set", 0, 0.0);
        toGround.inject("cloud.set", 1, 0.0);
        double openS = trackingS(toGround, 86_400);
        toGround.inject("cloud.set", 0, 1.0);
        toGround.inject("cloud.set", 1, 1.0);
        toGround.advance(1.0);

        assertThat(openS).isBetween(600.0, 6000.0);
        assertThat(trackingS(toGround, 86_400)).isZero();
    }

    private static double trackingS(SimWorld toGround, int seconds) {
        double trackingS = 0.0;
        for (int i = 0; i < seconds; i++) {
            toGround.advance(1.0);
            trackingS += toGround.state().linkState(0) == State.TRACKING ? 1.0 : 0.0;
        }
        return trackingS;
    }

    private void fly(double seconds) {
        hal.applyOutputs();
        world.advance(seconds);
        hal.latchInputs();
    }
}
