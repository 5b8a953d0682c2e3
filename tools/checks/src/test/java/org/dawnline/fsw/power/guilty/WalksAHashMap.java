package org.dawnline.fsw.power.guilty;

import java.util.HashMap;
import java.util.Map;

/** Breaks a rule on purpose: hash order in flight. */
public final class WalksAHashMap {
    private final Map<String, Integer> loads = new HashMap<>();

    public Map<String, Integer> loads() {
        return loads;
    }
}
