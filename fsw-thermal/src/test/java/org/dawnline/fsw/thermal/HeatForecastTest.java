package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The heat grant by forecast, and the observer that it rests on. */
class HeatForecastTest {
    private static final double LIMIT_C = 85;
    private static final double MEAN_OF_S = 60;

    private final LoopBench bench = new LoopBench();

    private double maxDieC() {
        return bench.maxDieK - LoopBench.ZERO_C;
    }

    private double value(String channel) {
        return bench.harness.value("thermal." + channel);
    }

    private List<Double> grants(double seconds) {
        List<Double> grants = new ArrayList<>();
        for (double passed = 0; passed < seconds; passed++) {
            bench.fly(1);
            grants.add(bench.grantW());
        }
        return grants;
    }

    @Test
    @Tag("THM-040")
    @Tag("J5")
    void burstIsGrantedInFullAtFirstAndEndsByItselfBelowTheLimit() {
        bench.fly(30);
        bench.demandW = 150_000;
        List<Double> grants = grants(1200);
        long full = grants.stream().filter(watts -> watts >= 145_000).count();
        assertThat(full).isBetween(55L, 100L);
        assertThat(maxDieC()).isBetween(84.0, LIMIT_C);
        assertThat(bench.rackW).isBetween(125_000.0, 127_600.0);
        assertThat(bench.harness.events("thermalReflex.OVER_TEMPERATURE")).isEmpty();
    }

    @Test
    @Tag("THM-040")
    @Tag("J5")
    void grantOfABurstNeverJumps() {
        bench.fly(30);
        bench.demandW = 150_000;
        List<Double> grants = grants(600);
        for (int i = 1; i < grants.size(); i++) {
            assertThat(grants.get(i - 1) - grants.get(i)).as("after %d s", i).isLessThan(1500);
        }
    }

    @Test
    @Tag("THM-041")
    void noiseOfTheSensorsHardlyShowsInTheGrant() {
        bench.noiseK = 0.1;
        bench.demandW = 150_000;
        bench.fly(900);
        List<Double> grants = grants(600);
        int window = (int) MEAN_OF_S;
        double squares = 0;
        for (int i = window; i < grants.size(); i++) {
            double mean = grants.subList(i - window, i).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            squares += (grants.get(i) - mean) * (grants.get(i) - mean) / (mean * mean);
        }
        assertThat(Math.sqrt(squares / (grants.size() - window))).isLessThan(0.003);
        assertThat(maxDieC()).isLessThan(LIMIT_C);
    }

    @ParameterizedTest(name = "panels {0}, contact {1}")
    @Tag("THM-042")
    @CsvSource({"0.8, 1.0", "1.0, 0.85", "0.9, 0.9", "1.06, 1.05"})
    void whatIsLeftOfPanelsAndContactsIsLearned(double panels, double contact) {
        bench.noiseK = 0.1;
        bench.demandW = 150_000;
        bench.fly(60);
        bench.panelRatio = panels;
        bench.contactRatio = contact;
        bench.fly(2400);
        assertThat(value("panelHealthRatio")).isCloseTo(panels, within(0.02));
        assertThat(value("contactHealthRatio")).isCloseTo(contact, within(0.03));
        assertThat(maxDieC()).isLessThan(LIMIT_C + 0.3);
        assertThat(bench.dieK - LoopBench.ZERO_C).isCloseTo(84.3, within(0.3));
    }

    @Test
    @Tag("THM-042")
    void radiatorThatFadesAtOnceIsNotedBeforeTheLimit() {
        bench.fly(60);
        bench.panelRatio = 0.5;
        bench.fly(1800);
        assertThat(maxDieC()).isLessThan(LIMIT_C + 0.3);
        assertThat(value("panelHealthRatio")).isCloseTo(0.5, within(0.03));
        assertThat(bench.rackW).isBetween(62_000.0, 69_400.0);
    }

    @Test
    @Tag("THM-043")
    void coldLoopWithoutHeatToTellOfItSpoilsNothingThatWasLearned() {
        bench.noiseK = 0.1;
        bench.fly(300);
        bench.demandW = 5_000;
        bench.fly(3000);
        assertThat(value("contactHealthRatio")).isCloseTo(1, within(0.03));
        assertThat(value("panelHealthRatio")).isCloseTo(1, within(0.05));
    }

    @Test
    @Tag("THM-043")
    void withoutThermistorsTheEstimateGoesOnAlone() {
        bench.fly(60);
        Arrays.fill(bench.loop.inletTempK, Double.NaN);
        Arrays.fill(bench.loop.outletTempK, Double.NaN);
        for (double[] wing : bench.loop.radiatorTempK) {
            Arrays.fill(wing, Double.NaN);
        }
        bench.demandW = 60_000;
        bench.fly(900);
        assertThat(value("estimatedCoolantTempK")).isCloseTo(bench.coolantK, within(1.5));
        assertThat(value("estimatedRadiatorTempK")).isCloseTo(bench.radiatorK, within(1.5));
        assertThat(bench.grantW()).isEqualTo(150_000);
    }

    @Test
    @Tag("THM-043")
    void silentMeterOfTheRackIsReplacedByItsGrant() {
        bench.fly(60);
        bench.demandW = 150_000;
        bench.rackMeterSilent = true;
        bench.fly(900);
        assertThat(maxDieC()).isLessThan(LIMIT_C);
        assertThat(value("missingHeatW")).isCloseTo(0, within(6_000.0));
        assertThat(value("estimatedCoolantTempK")).isCloseTo(bench.coolantK, within(1.5));
    }
}
