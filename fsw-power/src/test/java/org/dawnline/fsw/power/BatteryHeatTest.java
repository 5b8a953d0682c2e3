package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A battery of the reference's heat capacity that gives 34 kW for 35 min and is charged with 15 kW for 60; its losses are as they like. */
class BatteryHeatTest {
    private static final double J_PER_K = 200_000;
    private static final double W_PER_K = 50;
    private static final double STRUCTURE_K = 288.15;
    private static final double NOISE_K = 0.1;
    private static final double DISCHARGE_LOSS_W = 34_000 * (1 / 0.95 - 1);
    private static final double CHARGE_LOSS_W = 15_000 * 0.05;
    private static final int SHADOW_S = 2100;
    private static final int SUNLIGHT_S = 3600;

    private final BatteryHeat heat = new BatteryHeat(new VehicleProfile(
            "ai1",
            Map.of(
                    "battery.heatCapacityJPerK", J_PER_K,
                    "battery.conductanceWPerK", W_PER_K,
                    "battery.structureTempK", STRUCTURE_K)));
    private final Random luck = new Random(5);
    private double trueK = STRUCTURE_K;
    private double driftK;
    private double driftKPerS;
    private boolean believed = true;
    private double worstK;

    private void fly(double nominalLossW, double trueRatio, boolean discharging, int seconds) {
        for (int i = 0; i < 10 * seconds; i++) {
            trueK += (nominalLossW * trueRatio - W_PER_K * (trueK - STRUCTURE_K)) / J_PER_K * 0.1;
            driftK += driftKPerS * 0.1;
            double readK = trueK + driftK + NOISE_K * luck.nextGaussian();
            if (Double.isNaN(heat.tempK())) {
                heat.begin(readK);
            }
            heat.move(nominalLossW, discharging, 0.1);
            worstK = Math.max(worstK, Math.abs(heat.tempK() - readK));
            if (believed) {
                heat.hear(readK, 0.1);
            }
        }
    }

    /** Efficiencies of 0.98 and 0.92 instead of 0.95. */
    @ParameterizedTest
    @Tag("PWR-080")
    @ValueSource(doubles = {0.4, 0.7, 1, 1.3, 1.65})
    void aBatteryWhoseLossesAreNotTheProfilesSoonWarmsAsExpected(double lossRatio) {
        for (int orbit = 0; orbit < 3; orbit++) {
            fly(DISCHARGE_LOSS_W, lossRatio, true, SHADOW_S);
            fly(CHARGE_LOSS_W, 2 - lossRatio, false, SUNLIGHT_S);
        }

        assertThat(worstK).as("a thermometer is doubted at 3 K").isLessThan(2);
    }

    @Test
    @Tag("PWR-080")
    void whatWasLearnedReplacesAThermometerForAnOrbit() {
        fly(DISCHARGE_LOSS_W, 1.6, true, SHADOW_S);
        fly(CHARGE_LOSS_W, 0.5, false, SUNLIGHT_S);
        believed = false;
        worstK = 0;
        fly(DISCHARGE_LOSS_W, 1.6, true, SHADOW_S);
        fly(CHARGE_LOSS_W, 0.5, false, SUNLIGHT_S);

        assertThat(worstK).isLessThan(2);
    }

    @ParameterizedTest
    @Tag("PWR-080")
    @ValueSource(doubles = {2 / 60.0, -2 / 60.0})
    void aThermometerThatDriftsInTheVeryFirstShadowTakesNoModelAlong(double kelvinPerS) {
        driftKPerS = kelvinPerS;
        fly(DISCHARGE_LOSS_W, 1, true, 150);

        assertThat(worstK).as("drifted by 5 K").isGreaterThan(3 + 3 * NOISE_K);
    }
}
