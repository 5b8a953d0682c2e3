package org.dawnline.fsw.power.guilty;

import java.util.Random;

/** Breaks a rule on purpose: luck is taken, not given. */
public final class RollsDice {
    public Random dice() {
        return new Random(1);
    }
}
