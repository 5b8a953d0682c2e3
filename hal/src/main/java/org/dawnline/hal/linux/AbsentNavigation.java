package org.dawnline.hal.linux;

import org.dawnline.hal.NavigationHal;

/** No orbit determination can be reached: there never is a fix. */
public final class AbsentNavigation implements NavigationHal {
    @Override
    public boolean fixValid() {
        return false;
    }

    @Override
    public long fixUtcNanos() {
        return 0;
    }

    @Override
    public double positionM(int axis) {
        return Double.NaN;
    }

    @Override
    public double velocityMPerS(int axis) {
        return Double.NaN;
    }
}
