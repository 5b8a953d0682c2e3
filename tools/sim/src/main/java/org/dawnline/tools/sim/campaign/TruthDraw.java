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

    /** Beyond what is worn routinely: array, battery and radiator at the end of a long life, all at once. */
    private static final List<Wear> OLD_AGE = List.of(
            new Wear("array.powerAt1AuW", 0.6),
            new Wear("battery.stringCapacityWh", 0.4),
            new Wear("thermal.radiatorAreaM2", 0.7));

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

    /** Vehicles as routine wear leaves them. */
    void write(StringBuilder text) {
        write(text, WEARS, NEW_SHARE, WEAR_CHANCE);
    }

    /** Vehicles of any age, all of them with something worn. */
    void writeOld(StringBuilder text) {
        write(text, OLD_AGE, 0, 1);
    }

    private void write(StringBuilder text, List<Wear> wears, double newShare, double wearChance) {
        text.append(SPREAD);
        boolean worn = !dice.chance(newShare);
        StringBuilder overrides = new StringBuilder();
        for (Wear wear : wears) {
            // Drawn whether it is used or not: one figure must not move the next.
            boolean isWorn = dice.chance(wearChance);
            BigDecimal ratio = dice.decimal(wear.worstRatio(), 1, RATIO_DIGITS);
            if (worn && isWorn && profile.has(wear.key())) {
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
