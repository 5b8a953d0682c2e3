package org.dawnline.fsw.thermal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.hal.VehicleProfile;

/** The figures of ai1 that the thermal manager reads, as in the reference vehicle's profile. */
final class Ai1Loop {
    private Ai1Loop() {}

    static VehicleProfile profile() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("rack.peakW", 150_000.0);
        figures.put("gpu.maxOperatingTempK", 358.15);
        figures.put("thermal.dieCount", 72.0);
        figures.put("thermal.dieResistanceKPerW", 0.0090);
        figures.put("thermal.flowExponent", 0.8);
        figures.put("thermal.coolantWPerKAtFullFlow", 12_000.0);
        figures.put("thermal.rackShareToCoolantRatio", 0.15);
        figures.put("thermal.busHeatW", 4_000.0);
        figures.put("thermal.radiatorExchangeWPerK", 60_000.0);
        figures.put("thermal.radiatorAreaM2", 110.0);
        figures.put("thermal.radiatorEmissivityRatio", 0.92);
        figures.put("thermal.radiatorFinEfficiencyRatio", 0.95);
        figures.put("thermal.radiatorAbsorbedWPerM2", 113.2);
        figures.put("thermal.dieHeatCapacityJPerK", 90_000.0);
        figures.put("thermal.coolantHeatCapacityJPerK", 350_000.0);
        figures.put("thermal.radiatorHeatCapacityJPerK", 600_000.0);
        figures.put("thermal.heaters", 4.0);
        figures.put("thermal.heaterW", 500.0);
        figures.put("thermal.accumulatorRatio", 0.1);
        figures.put("thermal.accumulatorFillRatio", 0.4);
        figures.put("thermal.coolantExpansionPerK", 0.0005);
        figures.put("thermal.pumps", 2.0);
        figures.put("thermal.onePumpFlowRatio", 0.6);
        figures.put("thermal.minFlowRatio", 0.05);
        figures.put("thermal.pumpSpinUpS", 4.0);
        figures.put("thermal.valveTravelS", 10.0);
        figures.put("thermal.minCoolantTempK", 265.15);
        figures.put("thermal.minRadiatorTempK", 213.15);
        return new VehicleProfile("ai1", figures);
    }
}
