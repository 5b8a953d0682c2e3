package org.dawnline.fsw.power.guilty;

import java.util.Set;

/** Breaks a rule on purpose: the order of Set.of changes from run to run. */
public final class WalksASetOf {
    public Set<String> loads() {
        return Set.of("heater", "pump");
    }
}
