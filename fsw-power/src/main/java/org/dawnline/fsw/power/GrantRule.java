package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.VehicleProfile;

/**
 * The rule by which the rack gets its watts. In eclipse the energy above the reserve is spread evenly over what is left of it;
 * in the Sun the rack lives from the array, less what the battery needs to be full before the next entry.
 */
final class GrantRule {
    private static final double MAX_W = 1e7;
    private static final double DEFAULT_MARGIN_RATIO = 0.015;
    private static final double DEFAULT_FULL_RATIO = 0.998;
    private static final double DEFAULT_LEAD_S = 180;
    private static final double DEFAULT_HORIZON_S = 3600;
    private static final double DEFAULT_ARRAY_MARGIN_RATIO = 0.01;
    private static final double DEFAULT_DISCHARGE_USE_RATIO = 0.9;
    /** Below this the gauge's noise divided by the time would move the grant more than the energy left is worth. */
    private static final double SHORTEST_SPREAD_S = 5;

    private final Battery battery;
    private final BusBudget bus;
    private final Parameter capW;
    private final Parameter reserveRatio;
    private final Parameter marginRatio;
    private final Parameter fullRatio;
    private final Parameter chargeLeadS;
    private final Parameter chargeHorizonS;
    private final Parameter arrayMarginRatio;
    private final Parameter dischargeUseRatio;
    private final Parameter busAllowanceW;

    private double batteryW;
    private double grantW;
    private Binding binding = Binding.MODE;

    GrantRule(Face face, VehicleProfile vehicle, Battery battery, BusBudget bus) {
        this.battery = battery;
        this.bus = bus;
        double floor = vehicle.number("battery.socFloorRatio", 0, 1);
        double reserve = Math.max(floor, 1 - vehicle.number("battery.routineDodRatio", 0, 1));
        double sustained = vehicle.has("rack.sustainedW") ? vehicle.number("rack.sustainedW", 0, MAX_W) : 0;
        double peak = vehicle.has("rack.peakW") ? vehicle.number("rack.peakW", 0, MAX_W) : sustained;
        capW = face.parameter("capW", Unit.WATT, sustained, 0, peak, "most that the rack is granted");
        reserveRatio = face.parameter(
                "reserveRatio", Unit.RATIO, reserve, floor, 1, "state of charge that compute leaves in the battery");
        marginRatio = face.parameter(
                "reserveMarginRatio",
                Unit.RATIO,
                DEFAULT_MARGIN_RATIO,
                0,
                0.2,
                "kept above the reserve for what gauge and forecast do not know");
        fullRatio = face.parameter(
                "fullRatio", Unit.RATIO, DEFAULT_FULL_RATIO, 0.5, 1, "state of charge to reach before each eclipse");
        chargeLeadS = face.parameter(
                "chargeLeadS",
                Unit.SECOND,
                DEFAULT_LEAD_S,
                0,
                1800,
                "how long before an eclipse the battery is to be full");
        chargeHorizonS = face.parameter(
                "chargeHorizonS",
                Unit.SECOND,
                DEFAULT_HORIZON_S,
                600,
                86_400,
                "time in which the battery is filled when no eclipse is in sight");
        arrayMarginRatio = face.parameter(
                "arrayMarginRatio",
                Unit.RATIO,
                DEFAULT_ARRAY_MARGIN_RATIO,
                0,
                0.2,
                "share of the array's capability that is not planned on");
        dischargeUseRatio = face.parameter(
                "dischargeUseRatio",
                Unit.RATIO,
                DEFAULT_DISCHARGE_USE_RATIO,
                0,
                1,
                "share of the discharge limit that is planned on");
        busAllowanceW = face.parameter(
                "busAllowanceW",
                Unit.WATT,
                bus.allowanceW(),
                0,
                MAX_W,
                "what everything but the rack is planned to draw while its meters are silent");
    }

    /** Decides the grant anew. {@code arrayW} is the array's capability, {@code loads} all but the rack. */
    void decide(boolean computeAllowed, double arrayW, BusEstimate loads, OrbitForecast orbit) {
        if (!computeAllowed) {
            grantW = 0;
            binding = Binding.MODE;
            return;
        }
        double toEntryS = orbit.eclipseEntryS().value();
        double toExitS = orbit.eclipseExitS().value();
        if (!known(orbit)) {
            chargeIn(chargeHorizonS.value());
            binding = Binding.NO_KNOWLEDGE;
        } else if (inEclipse(orbit)) {
            spreadOver(toExitS);
        } else {
            double seconds = toEntryS - chargeLeadS.value();
            chargeIn(Double.isInfinite(toEntryS) ? chargeHorizonS.value() : seconds);
        }
        limit(arrayW, loads.learned() ? loads.nowW() : busAllowanceW.value());
    }

    static boolean known(OrbitForecast orbit) {
        return orbit.eclipseEntryS().valid() && orbit.eclipseExitS().valid();
    }

    static boolean inEclipse(OrbitForecast orbit) {
        return orbit.eclipseExitS().value() < orbit.eclipseEntryS().value();
    }

    private void spreadOver(double seconds) {
        double spreadW = battery.dischargePowerW(reserve(), Math.max(seconds, SHORTEST_SPREAD_S));
        double mostW = battery.dischargeLimitW() * dischargeUseRatio.value();
        binding = spreadW > mostW ? Binding.DISCHARGE_LIMIT : Binding.RESERVE;
        batteryW = spreadW > 0 ? Math.min(spreadW, mostW) : 0; // nothing also when the charge is unknown
    }

    private void chargeIn(double seconds) {
        double needW = battery.chargePowerW(fullRatio.value(), Math.max(seconds, SHORTEST_SPREAD_S));
        if (needW <= 0) {
            batteryW = 0;
            binding = Binding.ARRAY;
        } else {
            double mostW = battery.chargeAcceptanceW();
            batteryW = -(needW < mostW ? needW : mostW); // the most also when the charge is unknown
            binding = Binding.CHARGE;
        }
    }

    private void limit(double arrayW, double otherLoadsW) {
        double sourceW = arrayW * (1 - arrayMarginRatio.value()) + batteryW;
        double rackW = bus.rackW(sourceW, otherLoadsW);
        if (rackW >= capW.value()) {
            binding = Binding.CAP;
            grantW = capW.value();
        } else {
            grantW = rackW;
        }
    }

    /** State of charge that compute leaves in the battery, without margin. */
    double reserveRatio() {
        return reserveRatio.value();
    }

    /** State of charge to reach before each eclipse. */
    double fullRatio() {
        return fullRatio.value();
    }

    /** How long before an eclipse the battery is to be full, in s. */
    double chargeLeadS() {
        return chargeLeadS.value();
    }

    /** Share of the discharge limit that is planned on. */
    double dischargeUseRatio() {
        return dischargeUseRatio.value();
    }

    /** State of charge below which compute takes nothing from the battery. */
    double reserve() {
        return reserveRatio.value() + marginRatio.value();
    }

    /** The rack's input, in W. */
    double grantW() {
        return grantW;
    }

    /** Battery power that the grant was planned with, in W; negative to charge. */
    double plannedBatteryW() {
        return batteryW;
    }

    Binding binding() {
        return binding;
    }
}
