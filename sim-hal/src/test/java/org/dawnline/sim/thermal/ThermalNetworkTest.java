package org.dawnline.sim.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes, links and panels that are not those of ai1. */
@Tag("SIM-019")
class ThermalNetworkTest {
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;
    private static final double DT_S = 0.1;

    private final Map<String, Double> figures = new TreeMap<>();

    ThermalNetworkTest() {
        VehicleProfile ai1 = Vehicles.ai1();
        for (String key : ai1.keys()) {
            figures.put(key, ai1.number(key, -1e18, 1e18));
        }
    }

    @Test
    void twoLinkedNodesMeetExponentially() {
        node("warm", 1000.0, 320.0);
        node("cool", 3000.0, 280.0);
        figures.put("thermalLinksWPerK.warm.cool", 5.0);
        CoolantLoop loop = loop();

        run(loop, 200.0);

        double meanK = (1000.0 * 320.0 + 3000.0 * 280.0) / 4000.0;
        double timeS = 1.0 / (5.0 * (1.0 / 1000.0 + 1.0 / 3000.0));
        double left = Math.exp(-200.0 / timeS);
        assertThat(loop.network().names()).containsExactly("cool", "warm");
        assertThat(loop.network().tempK(1)).isCloseTo(meanK + left * (320.0 - meanK), within(1e-4));
        assertThat(loop.network().tempK(0)).isCloseTo(meanK + left * (280.0 - meanK), within(1e-4));
    }

    @Test
    void whatANodeGivesTheLoopGets() {
        node("box", 50_000.0, 350.0);
        figures.put("thermalLinksWPerK.box.coolant", 200.0);
        figures.put("thermalLinksWPerK.box.wing1", 20.0);
        figures.put("thermalNodes.box.heatW", 300.0);
        CoolantLoop loop = loop();
        double before = loop.storedJ();

        run(loop, 5000.0);

        assertThat(loop.storedJ() - before)
                .isCloseTo(loop.suppliedJ() - loop.radiatedJ(), within(1e-9 * loop.suppliedJ()));
        assertThat(loop.network().tempK(0)).isBetween(loop.wingTempK(1), loop.coolantTempK() + 5.0);
    }

    @Test
    void aNodeWithAPanelAndALoadSettlesByTheFourthPowerLaw() {
        node("radio", 2000.0, 300.0);
        panel("radio", 0.5, 1.0, 0.85);
        figures.put("thermalNodes.radio.heatW", 150.0);
        CoolantLoop loop = loop();

        run(loop, 20_000.0);

        double expectedK = Math.pow(150.0 / (0.5 * 0.85 * STEFAN_BOLTZMANN), 0.25);
        assertThat(loop.network().tempK(0)).isCloseTo(expectedK, within(1e-3));
    }

    @Test
    void aHeaterOfANodeCountsAfterThoseOfTheLoop() {
        node("radio", 2000.0, 300.0);
        figures.put("thermalNodes.radio.heaterW", 40.0);
        CoolantLoop loop = loop();
        assertThat(loop.plumbing().heaterCount()).isEqualTo(5);
        loop.plumbing().requestHeater(4, true);

        run(loop, 100.0);

        assertThat(loop.network().tempK(0)).isCloseTo(300.0 + 40.0 * 100.0 / 2000.0, within(1e-6));
        assertThat(loop.heaterPowerW()).isCloseTo(40.0, within(1e-12));
    }

    @Test
    void aPanelTakesSunAndEarthByWhereItsFacesLook() {
        node("plate", 1e6, 300.0);
        panel("plate", 2.0, 2.0, 0.8);
        figures.put("thermalNodes.plate.panelAbsorptivityRatio", 0.2);
        figures.put("thermalNodes.plate.panelNadirFaces", 1.0);
        figures.put("thermalNodes.plate.panelZenithFaces", 1.0);
        Panel panel = Panel.ofNode(new VehicleProfile("plate", figures), "thermalNodes.plate");
        Light noon = new Light();
        noon.sun(1361.0, 0.8, 0.6, 0.0);
        noon.earth(200.0, 60.0, 300.0, 90.0);

        panel.see(noon);

        assertThat(panel.absorbedWPerM2()).isCloseTo(0.2 * (0.8 * 1361.0 + 300.0) + 0.8 * 200.0, within(1e-9));
        Light night = new Light();
        night.sun(0.0, -0.9, 0.3, 0.2);
        night.earth(200.0, 60.0, 0.0, 0.0);
        panel.see(night);
        assertThat(panel.absorbedWPerM2()).isCloseTo(160.0, within(1e-9));
    }

    @Test
    void anUprightPanelTakesTheSunOnOneOfItsTwoFaces() {
        node("fin", 1e6, 300.0);
        panel("fin", 1.0, 2.0, 0.9);
        figures.put("thermalNodes.fin.panelAbsorptivityRatio", 0.1);
        figures.put("thermalNodes.fin.panelSideFaces", 2.0);
        Panel panel = Panel.ofNode(new VehicleProfile("fin", figures), "thermalNodes.fin");
        Light light = new Light();
        light.sun(1000.0, 0.0, 0.8, -0.6);
        light.earth(200.0, 60.0, 300.0, 90.0);

        panel.see(light);

        assertThat(panel.absorbedWPerM2()).isCloseTo(0.1 * (600.0 + 180.0) + 0.9 * 120.0, within(1e-9));
    }

    @Test
    void withoutPumpsHeatPipesCarryAndNothingTurns() {
        figures.put("thermal.pumps", 0.0);
        figures.put("thermal.flowMeters", 0.0);
        figures.put("thermal.coolantWPerKAtFullFlow", 1e9);
        figures.keySet()
                .removeAll(List.of(
                        "thermal.pumpSpinUpS",
                        "thermal.onePumpFlowRatio",
                        "thermal.minFlowRatio",
                        "thermal.valveTravelS",
                        "thermal.accumulatorRatio",
                        "thermal.accumulatorFillRatio",
                        "thermal.coolantExpansionPerK",
                        "thermal.cavitationRatio",
                        "thermal.coolantFreezeTempK",
                        "thermal.coolantBoilTempK",
                        "thermal.heaters",
                        "thermal.heaterW"));
        CoolantLoop loop = loop();
        loop.settle(100e3);

        double radiatorK = Math.pow((104e3 / 110.0 + 113.2) / (2 * 0.95 * 0.92 * STEFAN_BOLTZMANN), 0.25);
        assertThat(loop.wingTempK(0)).isCloseTo(radiatorK, within(1e-6));
        assertThat(loop.coolantTempK()).isCloseTo(radiatorK + 104e3 / 60e3, within(0.01));
        assertThat(loop.dieTempK(0)).isCloseTo(loop.coolantTempK() + 85e3 * 0.009 / 72.0, within(0.01));
        assertThat(loop.plumbing().pumpCount()).isZero();
        assertThat(loop.plumbing().hasValve()).isFalse();
        loop.plumbing().requestBypass(1.0);
        run(loop, 100.0);
        assertThat(loop.plumbing().bypassRatio()).isZero();
        assertThat(loop.plumbing().flowRatio()).isEqualTo(1.0);
    }

    @Test
    void aNetworkThatMakesNoSenseIsRefusedAndSaysWhy() {
        node("feather", 0.5, 300.0);
        figures.put("thermalLinksWPerK.feather.coolant", 50.0);
        assertThatThrownBy(this::loop).hasMessageContaining("feather is too light");

        figures.put("thermalNodes.feather.heatCapacityJPerK", 500.0);
        figures.put("thermalLinksWPerK.feather.wing7", 1.0);
        assertThatThrownBy(this::loop).hasMessageContaining("names wing7").hasMessageContaining("feather");
    }

    private void node(String name, double capacityJPerK, double startK) {
        figures.put("thermalNodes." + name + ".heatCapacityJPerK", capacityJPerK);
        figures.put("thermalNodes." + name + ".startTempK", startK);
    }

    private void panel(String name, double areaM2, double faces, double emissivity) {
        figures.put("thermalNodes." + name + ".panelAreaM2", areaM2);
        figures.put("thermalNodes." + name + ".panelFaces", faces);
        figures.put("thermalNodes." + name + ".panelEmissivityRatio", emissivity);
    }

    private CoolantLoop loop() {
        CoolantLoop loop = new CoolantLoop(new VehicleProfile("network", figures), 72);
        loop.settle(0.0);
        return loop;
    }

    private static void run(CoolantLoop loop, double seconds) {
        double[] none = new double[72];
        for (long i = 0; i < Math.round(seconds / DT_S); i++) {
            loop.step(DT_S, none, 0.0);
        }
    }
}
