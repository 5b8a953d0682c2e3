package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.hal.VehicleProfile;

/**
 * What everything but the rack draws: the meters of the loads, and what is left of the bus's meter once rack and loads are taken off
 * it (terminals, heaters), learned apart for times with a ground station in view.
 */
final class BusEstimate {
    private static final double MAX_W = 1e7;
    private static final double STALE_S = 2;
    private static final double FILTER_S = 120;
    /** The first readings weigh more. */
    private static final double FIRST_S = 2;
    /** Nothing is learned that is more than this times the profile's sum of all. */
    private static final double MOST_RATIO = 3;

    private final PowerHal eps;
    private final ComputeHal rack;
    private final BusBudget budget;
    private final BusSensors meters;
    private final PduEstimate pdu;
    private final Channel other;
    private final Channel contact;
    private final Channel efficiency;
    private final Rest outside = new Rest();
    private final Rest inPass = new Rest();
    private double loadsW;
    private boolean passing;

    BusEstimate(Face face, PowerHal eps, ComputeHal rack, VehicleProfile vehicle, BusBudget budget, BusSensors meters) {
        this.eps = eps;
        this.rack = rack;
        this.budget = budget;
        this.meters = meters;
        double sustainedW = vehicle.numberOr(0, "rack.sustainedW", 0, MAX_W);
        pdu = new PduEstimate(budget.pduEfficiencyRatio(), sustainedW);
        other = face.channel("otherLoadsW", Unit.WATT, "drawn from the bus beside the rack, as learned");
        contact = face.channel("contactLoadW", Unit.WATT, "drawn on top while a ground station is in view, as learned");
        efficiency = face.channel("pduEfficiency", Unit.RATIO, "rack input over what its feed takes, as learned");
    }

    /** Looks at one step. */
    void step(OrbitForecast orbit, double stepS) {
        passing = orbit.passStartS().value() <= 0;
        double busW = eps.readingAgeS(Meter.BUS_LOAD, 0) <= STALE_S ? meters.busW() : Double.NaN;
        double rackW = budget.hasRack() ? rack.rackPowerW() : 0;
        loadsW = loadsW();
        double restW = busW - rackW / pdu.ratio() - loadsW;
        if (Math.abs(restW) < budget.allowanceW() * MOST_RATIO) { // not when unknown
            (passing ? inPass : outside).take(restW, stepS);
            if (!passing) {
                pdu.take(rackW, busW - loadsW, stepS);
            }
        }
        other.set(learned() ? nowW() : Double.NaN);
        contact.set(inPass.seen() && outside.seen() ? contactW() : Double.NaN);
        efficiency.set(pdu.ratio());
    }

    // One essential load without a meter counts with what the profile says of all.
    private double loadsW() {
        double sumW = 0;
        for (int load = 0; load < eps.loadCount(); load++) {
            boolean fresh = eps.readingAgeS(Meter.LOAD_POWER, load) <= STALE_S;
            sumW += fresh ? eps.loadPowerW(load) : Double.NaN;
        }
        return sumW >= 0 ? sumW : budget.baseLoadW();
    }

    /** What everything but the rack draws outside passes, in W; the profile's sum of all until it was seen. */
    double baseW() {
        if (outside.seen()) {
            return Math.max(0, loadsW + outside.meanW);
        }
        return inPass.seen() ? Math.max(0, loadsW + inPass.meanW) : budget.allowanceW();
    }

    /** What is drawn on top during passes, in W. */
    double contactW() {
        return inPass.seen() && outside.seen() ? Math.max(0, inPass.meanW - outside.meanW) : 0;
    }

    /** What everything but the rack draws now, in W. */
    double nowW() {
        return baseW() + (passing ? contactW() : 0);
    }

    /** Whether it was seen, now or before. */
    boolean learned() {
        return outside.seen() || inPass.seen();
    }

    /** Rack input over what its feed takes from the bus, 0..1. */
    double pduEfficiencyRatio() {
        return pdu.ratio();
    }

    /** What no meter of its own sees. */
    private static final class Rest {
        private double meanW;
        private double seenS;

        void take(double restW, double stepS) {
            seenS = Math.min(FILTER_S, seenS + stepS);
            meanW += (restW - meanW) * Math.min(1, stepS / seenS);
        }

        boolean seen() {
            return seenS >= FIRST_S;
        }
    }
}
