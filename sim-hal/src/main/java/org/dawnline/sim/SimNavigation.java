package org.dawnline.sim;

import java.util.Arrays;
import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.orbit.Sky;
import org.dawnline.sim.random.RandomStream;

/** A receiver that fixes position and velocity at its own pace, a little wrong. */
final class SimNavigation implements NavigationHal {
    private static final int AXES = 3;
    private static final double FIXES_PER_MINUTE = 60.0;

    private final Sky sky;
    private final RandomStream luck;
    private final double positionNoiseM;
    private final double velocityNoiseMPerS;
    private final double[] newest = new double[2 * AXES];
    private final double[] latched = new double[2 * AXES];
    private boolean lost;
    private boolean stuck;
    private boolean notANumber;
    private double aheadM;
    private double driftMPerFix;
    private boolean newestValid;
    private boolean latchedValid;
    private long newestUtcNanos;
    private long latchedUtcNanos;

    SimNavigation(VehicleProfile profile, Sky sky, RandomStream luck, boolean errors) {
        this.sky = sky;
        this.luck = luck;
        positionNoiseM = errors ? profile.number("sensors.positionNoiseM", 0.0, 1e6) : 0.0;
        velocityNoiseMPerS = errors ? profile.number("sensors.velocityNoiseMPerS", 0.0, 1e4) : 0.0;
    }

    /** Takes a fix of the present state; without reception the last one stays and is not valid. */
    void fix(long utcNanos) {
        newestValid = !lost;
        aheadM += driftMPerFix;
        double shiftS = aheadM / speedMPerS();
        for (int axis = 0; axis < AXES; axis++) {
            double positionErrorM = positionNoiseM * luck.nextGaussian();
            double velocityErrorMPerS = velocityNoiseMPerS * luck.nextGaussian();
            if (!lost && !stuck) {
                newest[axis] = sky.positionM(axis) + shiftS * sky.velocityMPerS(axis) + positionErrorM;
                newest[AXES + axis] = sky.velocityMPerS(axis) + velocityErrorMPerS;
            }
        }
        if (notANumber) {
            Arrays.fill(newest, Double.NaN);
        }
        newestUtcNanos = lost ? newestUtcNanos : utcNanos;
    }

    private double speedMPerS() {
        double vx = sky.velocityMPerS(0);
        double vy = sky.velocityMPerS(1);
        double vz = sky.velocityMPerS(2);
        return StrictMath.sqrt(vx * vx + vy * vy + vz * vz);
    }

    void latch() {
        System.arraycopy(newest, 0, latched, 0, latched.length);
        latchedValid = newestValid;
        latchedUtcNanos = newestUtcNanos;
    }

    /** Does one of the faults that begin with {@code nav}. All but {@code nav.lost} leave the fix valid. */
    void inject(String fault, double value) {
        switch (fault) {
            case "nav.bias" -> aheadM = value;
            case "nav.drift" -> driftMPerFix = value / FIXES_PER_MINUTE;
            case "nav.lost" -> lost = true;
            case "nav.nan" -> notANumber = true;
            case "nav.restore" -> restore();
            case "nav.stuck" -> stuck = true;
            default -> throw new IllegalStateException("the receiver has no fault " + fault);
        }
    }

    private void restore() {
        lost = false;
        stuck = false;
        notANumber = false;
        aheadM = 0.0;
        driftMPerFix = 0.0;
    }

    @Override
    public boolean fixValid() {
        return latchedValid;
    }

    @Override
    public long fixUtcNanos() {
        return latchedUtcNanos;
    }

    @Override
    public double positionM(int axis) {
        return latched[axis];
    }

    @Override
    public double velocityMPerS(int axis) {
        return latched[AXES + axis];
    }
}
