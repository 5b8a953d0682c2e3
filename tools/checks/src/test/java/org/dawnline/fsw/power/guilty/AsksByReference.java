package org.dawnline.fsw.power.guilty;

import java.util.function.LongSupplier;

/** Breaks a rule on purpose: time is taken through a method reference. */
public final class AsksByReference {
    public LongSupplier clock() {
        return System::currentTimeMillis;
    }
}
