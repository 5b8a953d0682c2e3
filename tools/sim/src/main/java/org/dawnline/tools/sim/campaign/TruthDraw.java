package org.dawnline.tools.sim.campaign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.dawnline.hal.VehicleProfile;

/**
 * Draws how worn the vehicle is. Every assumed figure is spread by ±3 %, as in every judged flight; beyond that some vehicles have
 * lost a part of array, battery, radiator or pumps, and flight software is not told.
 */
final class TruthDraw {
    private static final String SPREAD = "world: {truthSpreadRatio: 0.03}\n";
    private static final double NEW_SHARE = 0.25;
    private static final double WEAR_CHANCE = 0.5;
    private static final int RATIO_DIGITS = 3;
    private static final int VALUE_DIGITS = 6;
    private static final double MAX_VALUE = 1e9;

    /** What wears, and to which part of the profile's figure at worst. */
    private record Wear(String key, double worstRatio) {}

    private static final List<Wear> WEARS = List.of(
            new Wear("array.powerAt1AuW", 0.75),
            new Wear("battery.stringCapacityWh", 0.75),
            new Wear("battery.dischargeEfficiencyRatio", 0.95),
            new Wear("thermal.radiatorAreaM2", 0.85),
            new Wear("thermal.radiatorEmissivityRatio", 0.9),
            new Wear("thermal.onePumpFlowRatio", 0.85),
            new Wear("thermal.radiatorExchangeWPerK", 0.8));

    private final Dice dice;
    private final VehicleProfile profile;

    TruthDraw(Dice dice, VehicleProfile profile) {
        this.dice = dice;
        this.profile = profile;
    }

    void write(StringBuilder text) {
        text.append(SPREAD);
        boolean worn = !dice.chance(NEW_SHARE);
        StringBuilder overrides = new StringBuilder();
        for (Wear wear : WEARS) {
            // Drawn whether it is used or not: one figure must not move the next.
            boolean wears = dice.chance(WEAR_CHANCE);
            BigDecimal ratio = dice.decimal(wear.worstRatio(), 1, RATIO_DIGITS);
            if (worn && wears && profile.has(wear.key())) {
                BigDecimal nominal = BigDecimal.valueOf(profile.number(wear.key(), 0, MAX_VALUE));
                BigDecimal value = nominal.multiply(ratio).setScale(VALUE_DIGITS, RoundingMode.HALF_EVEN);
                overrides.append("  ").append(wear.key()).append(": ");
                overrides.append(value.stripTrailingZeros().toPlainString()).append('\n');
            }
        }
        if (!overrides.isEmpty()) {
            text.append("overrides:\n").append(overrides);
        }
    }
}
