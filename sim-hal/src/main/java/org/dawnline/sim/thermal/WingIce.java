package org.dawnline.sim.thermal;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;

/**
 * Coolant that stands frozen in the tubes of the wings. A wing that would get colder than the freezing point stays there until
 * all its coolant is frozen, and back: its heat is conserved. What is frozen blocks so much of the wing's flow; a little heat still
 * comes from the header. A coolant without a freezing point never freezes.
 */
final class WingIce {
    private static final String FREEZE = "thermal.coolantFreezeTempK";

    private final double freezeTempK;
    private final double conductanceWPerK;
    private final double latentJ;
    private final double capacityJPerK;
    private final double[] frozenRatio;
    private boolean any;

    WingIce(VehicleProfile truth, int wings, double wingCapacityJPerK) {
        boolean freezes = truth.has(FREEZE);
        freezeTempK = freezes ? truth.number(FREEZE, 0.0, 500.0) : 0.0;
        latentJ = freezes ? truth.number("thermal.radiatorLatentJ", 1.0, 1e9) / wings : 1.0;
        conductanceWPerK = freezes ? truth.number("thermal.frozenWingWPerK", 0.0, 1e9) : 0.0;
        capacityJPerK = wingCapacityJPerK;
        frozenRatio = new double[wings];
    }

    /** Freezes or thaws a wing that came to {@code tempK}; the temperature that it really has, in K. */
    double settle(int wing, double tempK) {
        double frozen = frozenRatio[wing];
        if (frozen == 0.0 && tempK >= freezeTempK) {
            return tempK;
        }
        double wanted = frozen + (freezeTempK - tempK) * capacityJPerK / latentJ;
        double now = Math.max(0.0, Math.min(1.0, wanted));
        frozenRatio[wing] = now;
        any = sum() > 0.0;
        return freezeTempK - (wanted - now) * latentJ / capacityJPerK;
    }

    private double sum() {
        double sum = 0.0;
        for (double frozen : frozenRatio) {
            sum += frozen;
        }
        return sum;
    }

    /** Whether anything is frozen. */
    boolean any() {
        return any;
    }

    /** From the header into a wing that is frozen through, in W/K. */
    double conductanceWPerK() {
        return conductanceWPerK;
    }

    double frozenRatio(int wing) {
        return frozenRatio[wing];
    }

    /** Heat that thawing would take, as a negative store, in J. */
    double storedJ() {
        return -latentJ * sum();
    }

    void thawAll() {
        Arrays.fill(frozenRatio, 0.0);
        any = false;
    }
}
