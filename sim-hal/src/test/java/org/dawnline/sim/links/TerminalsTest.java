package org.dawnline.sim.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.LinkHal.Kind;
import org.dawnline.hal.LinkHal.State;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-030")
class TerminalsTest {
    private static final int LASER = 0;
    private static final int RADIO = 1;
    private final FixedView view = new FixedView(2);

    @Test
    void theLaserOfAi1HasItsFullRateOverAllRangesAndAlmostNoErrors() {
        Terminals terminals = tracking(Vehicles.ai1());
        double nearestM = 1e9;
        double farthestM = 0.0;

        for (int i = 0; i < 200_000; i++) {
            terminals.step(1.0, view);
            if (terminals.state(LASER) == State.TRACKING) {
                assertThat(terminals.rateBitsPerS(LASER)).isEqualTo(1e12);
                assertThat(terminals.marginDb(LASER)).isPositive();
                assertThat(terminals.bitErrorRatio(LASER)).isLessThan(1e-12);
                assertThat(terminals.latencyS(LASER))
                        .isCloseTo(0.04 + terminals.rangeM(LASER) / 299_792_458.0, within(1e-12));
                nearestM = Math.min(nearestM, terminals.rangeM(LASER));
                farthestM = Math.max(farthestM, terminals.rangeM(LASER));
            } else {
                assertThat(terminals.rateBitsPerS(LASER)).isZero();
                assertThat(terminals.rangeM(LASER)).isNaN();
                assertThat(terminals.bitErrorRatio(LASER)).isNaN();
            }
        }

        assertThat(nearestM).isBetween(500e3, 1000e3);
        assertThat(farthestM).isBetween(4500e3, 5400e3);
    }

    @Test
    void aWeakerLaserHalvesItsRateWithDistanceAndIsSlowerNeverSilent() {
        Terminals terminals = tracking(changed(Map.of("links.laserTxPowerW", 1.5)));
        TreeMap<Double, Double> slowestBeyond = new TreeMap<>();

        for (int i = 0; i < 100_000; i++) {
            terminals.step(1.0, view);
            if (terminals.state(LASER) == State.TRACKING) {
                slowestBeyond.merge(
                        Math.floor(terminals.rangeM(LASER) / 1e6), terminals.rateBitsPerS(LASER), Math::min);
                assertThat(terminals.rateBitsPerS(LASER)).isIn(1e12, 0.5e12, 0.25e12, 0.125e12, 0.0625e12);
            }
        }

        assertThat(slowestBeyond.get(0.0)).isEqualTo(1e12);
        assertThat(slowestBeyond.get(3.0)).isLessThanOrEqualTo(0.25e12);
        assertThat(slowestBeyond.get(5.0)).isLessThanOrEqualTo(slowestBeyond.get(3.0));
    }

    @Test
    void anErrorOfPointingTakesRateFirstAndThenTheCarrier() {
        Terminals terminals = tracking(Vehicles.ai1());
        terminals.biasPointing(LASER, 8e-6);
        double slowest = 1e12;
        for (int i = 0; i < 20_000; i++) {
            terminals.step(1.0, view);
            if (terminals.state(LASER) == State.TRACKING) {
                slowest = Math.min(slowest, terminals.rateBitsPerS(LASER));
                assertThat(terminals.pointingErrorRad(LASER)).isCloseTo(8e-6, within(6e-6));
            }
        }
        assertThat(slowest).isLessThan(1e12);

        terminals.biasPointing(LASER, 100e-6);
        terminals.step(1.0, view);
        for (int i = 0; i < 1000; i++) {
            terminals.step(1.0, view);
            assertThat(terminals.state(LASER)).isEqualTo(State.ACQUIRING);
        }
    }

    @Test
    void aPassIsFastestOverheadAndItsErrorsAreOfTheHorizon() {
        view.stationSinElevation = Math.sin(Math.toRadians(11.0));
        Terminals terminals = new Terminals(changed(Map.of("links.rfRateBitsPerS", 1e9)), 1, 0, view, false, true);
        settle(terminals);
        double lowRate = terminals.rateBitsPerS(RADIO);
        double farM = terminals.rangeM(RADIO);
        assertThat(lowRate).isIn(0.125e9, 0.25e9);

        view.stationSinElevation = 1.0;
        settle(terminals);
        assertThat(terminals.rateBitsPerS(RADIO)).isEqualTo(1e9);
        assertThat(terminals.rangeM(RADIO)).isCloseTo(600e3, within(1.0));
        assertThat(farM).isBetween(1.8e6, 2.0e6);
        assertThat(terminals.latencyS(RADIO)).isCloseTo(0.01 + 600e3 / 299_792_458.0, within(1e-9));

        terminals.addNoise(RADIO, 6.0);
        settle(terminals);
        assertThat(terminals.rateBitsPerS(RADIO)).isBetween(0.2e9, 0.5e9);
        assertThat(terminals.bitErrorRatio(RADIO)).isLessThan(1e-12);
        terminals.addNoise(RADIO, 60.0);
        settle(terminals);
        assertThat(terminals.state(RADIO)).isEqualTo(State.ACQUIRING);
        assertThat(terminals.pointingErrorRad(RADIO)).isNaN();
    }

    @Test
    void aLaserToTheGroundWaitsForClearSkyAndChangesTheSite() {
        VehicleProfile vehicle = changed(Map.of("links.groundLasers", 1.0));
        view.siteSinElevation = Math.sin(Math.toRadians(50.0));
        Terminals terminals = new Terminals(vehicle, 1, 2, view, false, false);
        terminals.weather().hold(0, true);
        terminals.weather().hold(1, true);
        settle(terminals);
        assertThat(terminals.state(LASER)).isEqualTo(State.STANDBY);

        terminals.weather().hold(1, false);
        settle(terminals);
        assertThat(terminals.state(LASER)).isEqualTo(State.TRACKING);
        assertThat(terminals.rangeM(LASER)).isBetween(740e3, 770e3);
        assertThat(terminals.latencyS(LASER)).isCloseTo(0.0125, within(1e-4));

        terminals.weather().hold(0, false);
        terminals.weather().hold(1, true);
        terminals.step(1.0, view);
        assertThat(terminals.state(LASER)).isEqualTo(State.ACQUIRING);
        view.siteSinElevation = Math.sin(Math.toRadians(10.0));
        terminals.step(1.0, view);
        assertThat(terminals.state(LASER)).isEqualTo(State.STANDBY);
    }

    @Test
    void aVehicleMayHaveSeveralLasersOrNone() {
        Terminals four = tracking(changed(Map.of("links.laserTerminals", 4.0, "links.rfTerminals", 0.0)));
        assertThat(four.count()).isEqualTo(4);
        assertThat(four.rangeM(0)).isNotEqualTo(four.rangeM(3));
        four.capRate(0, 0.5);
        assertThat(four.carrier()).isBetween(1, 3);
        assertThat(four.powerBeyondBaseW()).isEqualTo(3 * 400.0);

        Map<String, Double> figures = figures();
        figures.keySet().removeIf(key -> key.startsWith("links.laser") || key.startsWith("links.relay"));
        figures.put("links.laserTerminals", 0.0);
        Terminals none = new Terminals(new VehicleProfile("radio only", figures), 1, 0, view, true, true);
        assertThat(none.count()).isEqualTo(1);
        assertThat(none.kind(0)).isEqualTo(Kind.RF);
        assertThat(none.carrier()).isEqualTo(Terminals.NONE);
    }

    @Test
    void theCarrierIsTheLaserWhileThereIsOneAndElseTheRadio() {
        view.stationSinElevation = 0.9;
        Terminals terminals = new Terminals(Vehicles.ai1(), 1, 0, view, true, true);
        assertThat(terminals.carrier()).isEqualTo(LASER);
        terminals.block(LASER, true);
        settle(terminals);
        assertThat(terminals.carrier()).isEqualTo(RADIO);
    }

    private Terminals tracking(VehicleProfile vehicle) {
        return new Terminals(vehicle, 1, 0, view, true, true);
    }

    private void settle(Terminals terminals) {
        for (int i = 0; i < 100; i++) {
            terminals.step(1.0, view);
        }
    }

    private static Map<String, Double> figures() {
        Map<String, Double> figures = new TreeMap<>();
        VehicleProfile ai1 = Vehicles.ai1();
        for (String key : ai1.keys()) {
            figures.put(key, ai1.number(key, -1e18, 1e18));
        }
        return figures;
    }

    private static VehicleProfile changed(Map<String, Double> changes) {
        Map<String, Double> figures = figures();
        figures.putAll(changes);
        return new VehicleProfile("changed", figures);
    }
}
