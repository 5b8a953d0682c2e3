package org.dawnline.fsw.power;

/**
 * What the battery takes: up to its charger's limit while it is empty, less and less when it is nearly full and its voltage must not
 * rise any more. Power that is kept for a battery that does not take it is lost, so what it left although there was more is the most
 * that is planned for, until a discharge makes room again.
 */
final class ChargeAcceptance {
    /** What was seen is believed less and less: it has grown back to the limit after this time. */
    private static final double RECOVERY_S = 600;
    /** A battery that gives this part of its charging limit has room again. */
    private static final double DISCHARGE_RATIO = 0.05;

    private double acceptedW = Double.POSITIVE_INFINITY;

    /**
     * Looks at one step.
     *
     * @param powerW at the terminals, positive while it discharges; NaN when unknown
     * @param offeredMore whether there was more power than it took
     * @param limitW most that the connected strings may take, in W
     */
    void step(double powerW, boolean offeredMore, double limitW, double stepS) {
        if (powerW > limitW * DISCHARGE_RATIO) {
            acceptedW = limitW;
        } else if (offeredMore && powerW <= 0) {
            acceptedW = Math.min(acceptedW, -powerW);
        } else {
            acceptedW += limitW * stepS / RECOVERY_S; // also when unknown
        }
        acceptedW = Math.min(acceptedW, limitW);
    }

    /** Most that charging can be planned with, in W at the terminals. */
    double powerW() {
        return acceptedW;
    }
}
