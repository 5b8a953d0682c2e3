package org.dawnline.fsw.core.guilty;

import org.dawnline.fsw.core.guilty.there.There;

/** Breaks a rule on purpose: a cycle of packages. */
public final class Here {
    public There there() {
        return new There();
    }
}
