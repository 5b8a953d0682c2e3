package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoopSensorsTest {
    private final LoopBench bench = new LoopBench();

    private double suspects() {
        return bench.harness.value("thermal.suspectSensors");
    }

    private void hold(int tenths, Runnable wrong) {
        for (int i = 0; i < tenths; i++) {
            wrong.run();
            bench.harness.tick();
        }
    }

    @Test
    @Tag("THM-060")
    @Tag("K3")
    void aThermistorThatIsOffIsNamedAndLeftOutUntilItIsRightForLong() {
        hold(600, () -> bench.loop.radiatorTempK[0][1] = 354.15);
        assertThat(suspects()).isEqualTo(1);
        assertThat(bench.harness.events("thermal.SENSOR_SUSPECT")).hasSize(1);
        assertThat(bench.harness.value("thermal.radiatorMinTempK"))
                .isCloseTo(bench.loop.radiatorTempK[1][0], within(0.01));
        bench.loop.radiatorTempK[0][1] = bench.loop.radiatorTempK[0][0];
        hold(13_000, () -> {});
        assertThat(suspects()).isZero();
        assertThat(bench.harness.events("thermal.SENSOR_BACK")).hasSize(1);
    }

    @Test
    @Tag("THM-061")
    void withOneThermistorLeftTheHeatOfTheRackTellsThatItIsWrong() {
        bench.fly(900); // the test kit steps the manager ten times too seldom for its clock
        double inletK = bench.supplyK();
        hold(600, () -> {
            bench.loop.setInletTempK(Double.NaN);
            bench.loop.inletTempK[0] = inletK + 20;
        });
        assertThat(suspects()).isEqualTo(3);
        assertThat(bench.harness.value("thermal.inletTempK")).isCloseTo(inletK, within(3.0));
    }

    @Test
    @Tag("THM-061")
    void ofTwoThermistorsTheOneThatFitsTheHeatIsBelieved() {
        bench.fly(900); // the test kit steps the manager ten times too seldom for its clock
        double outletK = bench.loop.outletTempK[0];
        hold(600, () -> {
            bench.loop.outletTempK[0] = Double.NaN;
            bench.loop.outletTempK[1] = outletK - 8;
        });
        assertThat(suspects()).isEqualTo(2);
        assertThat(bench.harness.value("thermal.outletTempK")).isCloseTo(outletK, within(0.1));
    }

    @Test
    @Tag("THM-062")
    void oneBrokenFlowMeterNeitherStopsNorThrottlesTheRack() {
        hold(600, () -> bench.loop.flowRatio[0] = 0);
        assertThat(bench.ceilingW()).isEqualTo(150_000);
        assertThat(bench.harness.value("thermal.flowRatio")).isEqualTo(1);
        assertThat(suspects()).isEqualTo(1);
    }

    @Test
    @Tag("THM-062")
    void twoFlowMetersThatAgreeAreBelievedAgainstThePumps() {
        hold(600, () -> bench.loop.setFlowRatio(0.3));
        assertThat(bench.harness.value("thermal.flowRatio")).isEqualTo(0.3);
        assertThat(suspects()).isZero();
    }
}
