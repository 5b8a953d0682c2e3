package org.dawnline.fsw.core.guilty.there;

import org.dawnline.fsw.core.guilty.Here;

/** Breaks a rule on purpose: a cycle of packages. */
public final class There {
    public Here here() {
        return new Here();
    }
}
