package org.dawnline.sim;

import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.orbit.Sky;
import org.dawnline.sim.random.RandomStream;

/** A receiver that fixes position and velocity once a second, a little wrong. */
final class SimNavigation implements NavigationHal {
    private static final int AXES = 3;

    private final Sky sky;
    private final RandomStream luck;
    private final double positionNoiseM;
    private final double velocityNoiseMPerS;
    private final double[] newest = new double[2 * AXES];
    private final double[] latched = new double[2 * AXES];
    private boolean lost;
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
        for (int axis = 0; axis < AXES; axis++) {
            double positionErrorM = positionNoiseM * luck.nextGaussian();
            double velocityErrorMPerS = velocityNoiseMPerS * luck.nextGaussian();
            if (!lost) {
                newest[axis] = sky.positionM(axis) + positionErrorM;
                newest[AXES + axis] = sky.velocityMPerS(axis) + velocityErrorMPerS;
            }
        }
        newestUtcNanos = lost ? newestUtcNanos : utcNanos;
    }

    void latch() {
        System.arraycopy(newest, 0, latched, 0, latched.length);
        latchedValid = newestValid;
        latchedUtcNanos = newestUtcNanos;
    }

    void lose(boolean nowLost) {
        lost = nowLost;
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
