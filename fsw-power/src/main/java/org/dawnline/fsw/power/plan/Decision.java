package org.dawnline.fsw.power.plan;

/** What the plan says for now, and why it is not more. */
public final class Decision {
    /** What keeps the next watt from the rack. */
    public enum Reason {
        /** The bound that was given: what may or can be used. */
        BOUND,
        /** The array gives no more, and the battery has better use for what it holds. */
        ARRAY,
        /** What is stored now is worth more later. */
        CHARGE,
        /** It must be stored again before the next eclipse. */
        RECOVERY,
        /** What is stored is worth more later. */
        STORED_ENERGY,
        /** The battery can give no more at once. */
        DISCHARGE_LIMIT,
        /** There is just enough for bus and warmth. */
        NEED
    }

    private double rackW;
    private Reason reason = Reason.NEED;
    private double pricePerWh;

    void take(MeritOrder merit, Price price, PriceLadder ladder, double boundW) {
        rackW = Math.min(boundW, merit.rackW(price));
        pricePerWh = ladder.price(price.level);
        reason = reason(merit, price);
    }

    private static Reason reason(MeritOrder merit, Price price) {
        if (merit.allServed()) {
            return merit.beyondDischarge() ? Reason.DISCHARGE_LIMIT : Reason.BOUND;
        }
        if (price.level < PriceLadder.RECOVERY) {
            return Reason.NEED;
        }
        if (merit.nextFromBattery() && merit.sunlit()) {
            return Reason.ARRAY;
        }
        if (price.level == PriceLadder.RECOVERY) {
            return Reason.RECOVERY;
        }
        return merit.nextFromBattery() ? Reason.STORED_ENERGY : Reason.CHARGE;
    }

    /** Mean rack input, in W. */
    public double rackW() {
        return rackW;
    }

    /** What keeps the next watt from the rack. */
    public Reason reason() {
        return reason;
    }

    /** Worth of one stored Wh, in full-rate GPU-hours; infinite above all work. */
    public double pricePerWh() {
        return pricePerWh;
    }
}
