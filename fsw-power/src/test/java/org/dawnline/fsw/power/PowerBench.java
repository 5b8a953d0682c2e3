package org.dawnline.fsw.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakePower;

/**
 * The electrical side of ai1 in a few lines: array, battery and a rack that draws what it may. It turns between Sun and shadow
 * with a period of its own and tells the forecast about it.
 */
final class PowerBench {
    static final double BUS_W = 8000;
    static final double PDU = 0.97;
    static final double SUNLIT_W = 145_000;
    static final double FLUX_W_PER_M2 = 1361 * SUNLIT_W / 150_000;
    private static final double CAPACITY_WH = 30_000;
    private static final double EFFICIENCY = 0.95;
    private static final double MAX_CHARGE_W = 15_000;
    private static final double SECONDS_PER_HOUR = 3600;

    final ComponentHarness harness;
    final FakePower eps;
    final OrbitForecast forecast;
    final PowerManager manager;
    final PowerReflex reflex;
    final double stepS;

    private final String grantChannel;
    private final SplittableRandom random = new SplittableRandom(1);

    double sunS = 4560;
    double shadowS = 1240;
    double timeS;
    double soc = 1;
    double gaugeError;
    double noiseRatio;
    double demandW = Double.POSITIVE_INFINITY;
    double arrayRatio = 1;
    double minSoc = 1;
    double computeWh;
    double maxDischargeW;
    boolean known = true;

    PowerBench(double stepS) {
        this(stepS, bench -> List.of(), "power.computeGrantW");
    }

    /** A bench whose rack draws what a channel of further components grants. */
    PowerBench(double stepS, Function<PowerBench, List<Component>> more, String grantChannel) {
        this.stepS = stepS;
        this.grantChannel = grantChannel;
        harness = new ComponentHarness(new FakeHal(), stepS);
        eps = harness.hal().power;
        Face orbit = harness.face("orbit");
        forecast = OrbitForecast.declare(orbit);
        reflex = new PowerReflex(harness.face("powerReflex"), eps, harness.hal().compute, ai1(), forecast);
        manager = new PowerManager(harness.face("power"), eps, harness.hal().compute, ai1(), forecast, harness.modes());
        List<Component> members = new ArrayList<>(List.of(reflex, manager));
        members.addAll(more.apply(this));
        harness.fly(members.toArray(Component[]::new));
    }

    /** The figures of ai1 that the power manager reads, as in the reference vehicle's profile. */
    static VehicleProfile ai1() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("array.powerAt1AuW", 150_000.0);
        figures.put("array.areaM2", 600.0);
        figures.put("array.absorbedRatio", 0.9);
        figures.put("array.frontEmissivityRatio", 0.85);
        figures.put("array.backEmissivityRatio", 0.85);
        figures.put("array.heatCapacityJPerM2K", 4000.0);
        figures.put("battery.strings", 4.0);
        figures.put("battery.stringCapacityWh", CAPACITY_WH / 4);
        figures.put("battery.chargeEfficiencyRatio", EFFICIENCY);
        figures.put("battery.dischargeEfficiencyRatio", EFFICIENCY);
        figures.put("battery.maxChargeW", MAX_CHARGE_W);
        figures.put("battery.maxDischargeW", 60_000.0);
        figures.put("battery.nominalVoltageV", 400.0);
        figures.put("battery.socFloorRatio", 0.2);
        figures.put("battery.routineDodRatio", 0.4);
        figures.put("bus.baseLoadW", BUS_W);
        figures.put("bus.pduEfficiencyRatio", PDU);
        figures.put("rack.sustainedW", 120_000.0);
        figures.put("rack.peakW", 150_000.0);
        return new VehicleProfile("ai1", figures);
    }

    /** Lets the satellite fly for a while. */
    void fly(double seconds) {
        long steps = Math.round(seconds / stepS);
        for (long i = 0; i < steps; i++) {
            shine();
            harness.tick();
            draw();
            timeS += stepS;
        }
    }

    private void shine() {
        double phaseS = timeS % (sunS + shadowS);
        boolean dark = phaseS >= sunS;
        eps.arrayCapabilityW = dark ? 0 : SUNLIT_W * arrayRatio * noise();
        double toEntryS = sunS - phaseS;
        double toExitS = sunS + shadowS - phaseS;
        if (known) {
            boolean none = shadowS == 0;
            double period = sunS + shadowS;
            forecast.eclipseEntryS().set(none ? Double.POSITIVE_INFINITY : dark ? toEntryS + period : toEntryS);
            forecast.eclipseExitS().set(none ? Double.POSITIVE_INFINITY : toExitS);
            forecast.eclipseDurationS().set(shadowS);
            forecast.periodS().set(period);
            forecast.illuminationRatio().set(dark ? 0 : 1);
            forecast.sunFluxWPerM2().set(FLUX_W_PER_M2);
        } else {
            forecast.illuminationRatio().invalidate();
            forecast.sunFluxWPerM2().invalidate();
            forecast.eclipseEntryS().invalidate();
            forecast.eclipseExitS().invalidate();
        }
    }

    private double noise() {
        return noiseRatio > 0 ? 1 + noiseRatio * random.nextDouble(-2, 2) : 1;
    }

    private void draw() {
        double grantW = Math.min(demandW, harness.value(grantChannel));
        double rackW = Math.min(grantW, harness.value("powerReflex.ceilingW"));
        eps.busLoadW = BUS_W + rackW / PDU;
        harness.hal().compute.rackPowerW = rackW;
        double missingW = eps.busLoadW - eps.arrayCapabilityW;
        double roomW = (1 - soc) * CAPACITY_WH / EFFICIENCY * SECONDS_PER_HOUR / stepS;
        double batteryW = missingW > 0 ? missingW : -Math.min(-missingW, Math.min(roomW, MAX_CHARGE_W));
        double storedW = batteryW > 0 ? -batteryW / EFFICIENCY : -batteryW * EFFICIENCY;
        soc += storedW * stepS / SECONDS_PER_HOUR / CAPACITY_WH;
        eps.batteryPowerW = batteryW;
        eps.arrayPowerW = Math.min(eps.arrayCapabilityW, eps.busLoadW - batteryW);
        eps.socGaugeRatio = Math.min(1, soc * (1 + gaugeError) * noise());
        minSoc = Math.min(minSoc, soc);
        maxDischargeW = Math.max(maxDischargeW, batteryW);
        computeWh += rackW * stepS / SECONDS_PER_HOUR;
    }
}
