package org.dawnline.fsw.power.guilty;

/** Breaks a rule on purpose: the last bit depends on the machine. */
public final class UsesInexactMaths {
    public double sine(double angleRad) {
        return Math.sin(angleRad);
    }
}
