package org.dawnline.fsw.power.guilty;

import org.dawnline.fsw.thermal.guilty.Radiator;

/** Breaks a rule on purpose: one subsystem sees another. */
public final class LooksAtThermal {
    private final Object radiator = new Radiator();

    public Object radiator() {
        return radiator;
    }
}
