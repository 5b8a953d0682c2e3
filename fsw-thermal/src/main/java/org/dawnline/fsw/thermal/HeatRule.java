package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;

/**
 * The rule by which the rack may heat the loop: the most that it can draw from now on with no die above its target over the next
 * half minute, by the estimate of the loop. A burst so ends by itself while the loop warms up. A degraded loop gets no more than it
 * carries for ever, because its model is all that keeps a slow loop from overshooting.
 */
final class HeatRule {
    private static final double DEFAULT_BLIND_MARGIN_K = 10;
    private static final double DEFAULT_LEAD_S = 30;
    private static final double LEAST_LEAD_S = 5;
    private static final double MOST_LEAD_S = 300;

    private final LoopModel model;
    private final LoopResponse response;
    private final LoopObserver observer;
    private final LoopHealth health;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final HeatTarget target;
    private final Parameter leadS;
    private final Parameter blindMarginK;
    private double capabilityW;
    private double grantW;
    private HeatBinding binding = HeatBinding.NO_FLOW;

    HeatRule(
            Face face,
            HeatTarget target,
            LoopFigures figures,
            LoopObserver observer,
            LoopHealth health,
            LoopSensors sensors,
            DieTemperatures dies) {
        this.target = target;
        this.observer = observer;
        this.health = health;
        this.sensors = sensors;
        this.dies = dies;
        model = new LoopModel(figures);
        response = new LoopResponse(figures);
        leadS = face.parameter(
                "leadS",
                Unit.SECOND,
                DEFAULT_LEAD_S,
                LEAST_LEAD_S,
                MOST_LEAD_S,
                "how long a grant must be bearable if it is used from now on");
        blindMarginK = face.parameter(
                "blindMarginK",
                Unit.KELVIN,
                DEFAULT_BLIND_MARGIN_K,
                0,
                100,
                "how far below the target to stay while no die can be read");
    }

    void decide() {
        LoopState loop = observer.state();
        double aimK = dies.known() ? target.aimK() - loop.dieExcessK : target.aimK() - blindMarginK.value();
        capabilityW = model.capabilityW(aimK, loop);
        if (!(capabilityW > 0)) {
            set(0, HeatBinding.NO_FLOW);
        } else if (dies.known()) {
            byForecast(loop, aimK);
        } else {
            withoutDies();
        }
        grantW = Math.min(grantW, target.capW());
    }

    private void byForecast(LoopState loop, double aimK) {
        response.refresh(loop, leadS.value());
        // Heat that nobody knows of is taken to go on; cold that nobody knows of is not relied on.
        double bearableW = response.mostW(loop, observer.heatW() + Math.max(0, health.missingW()), aimK);
        if (bearableW < capabilityW) {
            set(bearableW, HeatBinding.TEMPERATURE);
        } else if (loop.whole) {
            set(bearableW, HeatBinding.STORED_COLD);
        } else {
            set(capabilityW, HeatBinding.LOOP);
        }
    }

    // Dies that are off are no hotter than the coolant around them; with neither known, nothing is granted.
    private void withoutDies() {
        boolean coolantKnown = sensors.outletK() < target.aimK() - blindMarginK.value();
        set(coolantKnown ? capabilityW : 0, dies.blind() ? HeatBinding.BLIND : HeatBinding.LOOP);
    }

    private void set(double watts, HeatBinding why) {
        grantW = watts > 0 ? watts : 0;
        binding = why;
    }

    double capabilityW() {
        return capabilityW;
    }

    double grantW() {
        return grantW;
    }

    HeatBinding binding() {
        return binding;
    }
}
