package org.dawnline.tools.sim.campaign;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.dawnline.sim.Violation;

/** Names of the invariants, and which of them physics alone can break. */
final class FailureKind {
    /** The run ended with an exception. */
    static final String CRASHED = "CRASHED";

    /** The cap swung more than it may where nothing called for it. */
    static final String RESTLESS_CAP = "RESTLESS_CAP";

    /** A load was switched more often than it may. */
    static final String RESTLESS_LOAD = "RESTLESS_LOAD";

    private static final Set<String> PHYSICAL = physical();

    private FailureKind() {}

    private static Set<String> physical() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(Violation.Kind.values()).map(Enum::name).forEach(names::add);
        names.remove(Violation.Kind.WATCHDOG_BITE.name());
        return names;
    }

    /** Whether it can happen although the software does all it can. */
    static boolean physical(String kind) {
        return PHYSICAL.contains(kind);
    }
}
