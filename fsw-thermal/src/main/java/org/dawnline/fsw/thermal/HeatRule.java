package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;

/**
 * The rule by which the rack may heat the loop: what the loop carries for ever at the target die temperature, corrected by how
 * far the hottest die is from it. A whole loop may take more while it is cold; a degraded one may not, because its model is
 * all that keeps a slow loop from overshooting.
 */
final class HeatRule {
    private static final double DEFAULT_BLIND_MARGIN_K = 10;
    /** Over so many kelvin below the target the grant rises by the rack's peak; the steepest that may be set rises over fewer. */
    private static final double PROPORTIONAL_BAND_K = 50;

    private static final double NARROWEST_BAND_K = 3;
    /** One kelvin off the target for so long moves the trim by the rack's peak; the fastest that may be set needs less. */
    private static final double TRIM_K_S = 37_500;

    private static final double FASTEST_TRIM_K_S = 150;
    /** The trim is a correction: at most this part of the rack's peak. */
    private static final double PEAK_PER_TRIM = 15;
    /** The trim learns only while the rack really uses its grant. */
    private static final double BINDING_SHARE = 0.97;
    /** What was learned while the grant was used fades in this time while it is not. */
    private static final double FORGET_S = 600;

    private final LoopModel model;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final ComputeHal rack;
    private final HeatTarget target;
    private final Parameter gainWPerK;
    private final Parameter trimWPerKS;
    private final Parameter blindMarginK;
    private double capabilityW;
    private double trimW;
    private double grantW;
    private HeatBinding binding = HeatBinding.NO_FLOW;

    HeatRule(
            Face face, HeatTarget target, LoopModel model, LoopSensors sensors, DieTemperatures dies, ComputeHal rack) {
        this.target = target;
        this.model = model;
        this.sensors = sensors;
        this.dies = dies;
        this.rack = rack;
        gainWPerK = face.parameter(
                "gainWPerK",
                Unit.NONE,
                model.peakW() / PROPORTIONAL_BAND_K,
                0,
                model.peakW() / NARROWEST_BAND_K,
                "heat granted per kelvin below the target, in W/K");
        trimWPerKS = face.parameter(
                "trimWPerKS",
                Unit.NONE,
                model.peakW() / TRIM_K_S,
                0,
                model.peakW() / FASTEST_TRIM_K_S,
                "slow correction of the model, in W per kelvin and second");
        blindMarginK = face.parameter(
                "blindMarginK",
                Unit.KELVIN,
                DEFAULT_BLIND_MARGIN_K,
                0,
                100,
                "how far below the target to stay while no die can be read");
    }

    void decide(double stepS) {
        double aimK = dies.known() ? target.aimK() : target.aimK() - blindMarginK.value();
        capabilityW = model.capabilityW(aimK, sensors.flowRatio(), sensors.areaRatio());
        if (!(capabilityW > 0)) {
            set(0, HeatBinding.NO_FLOW);
            trimW = 0;
        } else if (dies.known()) {
            byTemperature(target.aimK() - dies.hottestK(), stepS);
        } else {
            withoutDies();
        }
        grantW = Math.min(grantW, target.capW());
    }

    private void byTemperature(double headroomK, double stepS) {
        learn(headroomK, stepS);
        double steadyW = capabilityW + trimW;
        double wantedW = steadyW + gainWPerK.value() * headroomK;
        if (wantedW < steadyW) {
            set(wantedW, HeatBinding.TEMPERATURE);
        } else if (sensors.healthy()) {
            set(wantedW, HeatBinding.STORED_COLD);
        } else {
            set(steadyW, HeatBinding.LOOP);
        }
    }

    // Dies that are off are no hotter than the coolant around them; with neither known, nothing is granted.
    private void withoutDies() {
        trimW = 0;
        boolean coolantKnown = sensors.outletK() < target.aimK() - blindMarginK.value();
        set(coolantKnown ? capabilityW : 0, dies.blind() ? HeatBinding.BLIND : HeatBinding.LOOP);
    }

    private void learn(double headroomK, double stepS) {
        boolean used = rack.rackPowerW() >= grantW * BINDING_SHARE;
        if (used) {
            double next = trimW + trimWPerKS.value() * headroomK * stepS;
            double mostW = model.peakW() / PEAK_PER_TRIM;
            trimW = Math.max(-mostW, Math.min(next, sensors.healthy() ? mostW : 0));
        } else {
            trimW -= trimW * Math.min(1, stepS / FORGET_S);
        }
    }

    private void set(double watts, HeatBinding why) {
        grantW = watts > 0 ? watts : 0;
        binding = why;
    }

    double capabilityW() {
        return capabilityW;
    }

    double trimW() {
        return trimW;
    }

    double grantW() {
        return grantW;
    }

    HeatBinding binding() {
        return binding;
    }
}
