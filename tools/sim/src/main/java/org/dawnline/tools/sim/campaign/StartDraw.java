package org.dawnline.tools.sim.campaign;

import java.math.BigDecimal;
import org.dawnline.hal.VehicleProfile;

/** Draws the state at the start, within what a satellite is routinely flown in. */
final class StartDraw {
    private static final double MIN_SOC = 0.65;
    private static final double LEAST_SOC = 0.3;
    private static final double MIN_LOAD_RATIO = 0.42;
    private static final double MAX_LOAD_RATIO = 0.85;
    private static final double MIN_BATTERY_C = 5;
    private static final double MAX_BATTERY_C = 30;
    private static final double TRACKING_SHARE = 0.7;
    private static final double MAX_W = 1e7;
    private static final double WATTS_PER_KILOWATT = 1e3;

    private final Dice dice;
    private final VehicleProfile profile;

    StartDraw(Dice dice, VehicleProfile profile) {
        this.dice = dice;
        this.profile = profile;
    }

    /** As routinely. */
    void write(StringBuilder text) {
        write(text, MIN_SOC);
    }

    /** Any charge that is clearly above the floor. */
    void writeAny(StringBuilder text) {
        write(text, LEAST_SOC);
    }

    private void write(StringBuilder text, double minSoc) {
        BigDecimal soc = dice.decimal(minSoc, 1, 3);
        BigDecimal loadRatio = dice.decimal(MIN_LOAD_RATIO, MAX_LOAD_RATIO, 3);
        BigDecimal batteryC = dice.decimal(MIN_BATTERY_C, MAX_BATTERY_C, 1);
        boolean tracking = dice.chance(TRACKING_SHARE);
        text.append("start: {socRatio: ").append(soc);
        if (profile.has("rack.sustainedW")) {
            double loadKW = profile.number("rack.sustainedW", 0, MAX_W) * loadRatio.doubleValue() / WATTS_PER_KILOWATT;
            text.append(", steadyRackPowerKW: ").append(Decimals.rounded(loadKW, 3));
        }
        text.append(", batteryTempC: ").append(batteryC);
        text.append(", laserTracking: ").append(tracking).append("}\n");
    }
}
