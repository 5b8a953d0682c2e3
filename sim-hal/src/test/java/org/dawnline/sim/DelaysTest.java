package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.Hal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Devices take their time, and each its own where a world asks for that. */
@Tag("SIM-002")
class DelaysTest {
    private static final double BOOT_S = 180.0;
    private static final double SPREAD = 0.1;
    private static final double SWEEP_S = 1.0;

    @Test
    void withoutASpreadEveryGpuBootsInTheVehiclesTime() {
        assertThat(bootTimesS(3, 0.0)).hasSize(1);
    }

    @Test
    void withASpreadEachBootTakesATimeOfItsOwnWithinIt() {
        NavigableSet<Double> times = bootTimesS(3, SPREAD);

        assertThat(times.size()).isGreaterThan(5);
        assertThat(times.first()).isBetween(BOOT_S * (1.0 - SPREAD), BOOT_S);
        assertThat(times.last()).isBetween(BOOT_S, BOOT_S * (1.0 + SPREAD) + 2.0 * SWEEP_S);
        assertThat(bootTimesS(4, SPREAD)).isNotEqualTo(times);
        assertThat(bootTimesS(3, SPREAD)).isEqualTo(times);
    }

    @Test
    void aPumpSpinsUpInATimeOfItsOwn() {
        assertThat(flowAfterTwoSeconds(1, 0.0)).isCloseTo(0.8, within(0.02));
        assertThat(flowAfterTwoSeconds(1, SPREAD)).isNotEqualTo(flowAfterTwoSeconds(2, SPREAD));
    }

    private static SimWorld world(long seed, double spread) {
        return new SimWorld(
                Vehicles.ai1(),
                WorldOptions.defaults().withSeed(seed).withSensorErrors(false).withDelaySpreadRatio(spread));
    }

    /** Switches all trays off and on again; the times at which GPUs come back, in s since then. */
    private static NavigableSet<Double> bootTimesS(long seed, double spread) {
        SimWorld world = world(seed, spread);
        Hal hal = world.hal();
        switchTrays(hal, false);
        world.advance(5.0);
        switchTrays(hal, true);
        NavigableSet<Double> times = new TreeSet<>();
        boolean[] back = new boolean[hal.compute().gpuCount()];
        for (int second = 1; second < 2.0 * BOOT_S; second++) {
            world.advance(1.0);
            hal.latchInputs();
            for (int gpu = 0; gpu < back.length; gpu++) {
                if (!back[gpu] && hal.compute().gpuState(gpu) == GpuState.AWAKE) {
                    back[gpu] = true;
                    times.add((double) second);
                }
            }
        }
        assertThat(back).doesNotContain(false);
        return times;
    }

    private static void switchTrays(Hal hal, boolean on) {
        for (int tray = 0; tray < hal.compute().gpuCount() / hal.compute().gpusPerTray(); tray++) {
            hal.compute().requestTrayPower(tray, on);
        }
        hal.applyOutputs();
    }

    private static double flowAfterTwoSeconds(long seed, double spread) {
        SimWorld world = world(seed, spread);
        world.inject("pump.stop", 0, 0.0);
        world.advance(1.0);
        world.inject("pump.restore", 0, 0.0);
        world.advance(2.0);
        return world.state().flowRatio();
    }
}
