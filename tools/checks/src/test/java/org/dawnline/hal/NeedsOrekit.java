package org.dawnline.hal;

import org.orekit.time.AbsoluteDate;

/** Breaks a rule on purpose: a HAL interface needs a library. */
public final class NeedsOrekit {
    public Object epoch() {
        return AbsoluteDate.JULIAN_EPOCH;
    }
}
