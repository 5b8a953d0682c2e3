package org.dawnline.tools.sim.run;

import java.util.Map;
import java.util.TreeMap;

/** What scenarios do to single members of the flight software, at the end of their steps and from outside. */
final class MemberFaults {
    private final Map<String, Integer> throwing = new TreeMap<>();
    private final Runnable hang;
    private String hanging = "";

    /** {@code hang} is what a step that hangs goes into; it never returns. */
    MemberFaults(Runnable hang) {
        this.hang = hang;
    }

    /** So many next steps of that member throw. */
    void throwIn(String member, int steps) {
        throwing.put(member, steps);
    }

    /** The next step of that member hangs. */
    void hangIn(String member) {
        hanging = member;
    }

    /** A member has come to the end of its step. */
    void stepped(String member) {
        if (hanging.equals(member)) {
            hanging = "";
            hang.run();
        }
        if (throwing.isEmpty()) {
            return;
        }
        int left = throwing.getOrDefault(member, 0);
        if (left > 0) {
            throwing.put(member, left - 1);
            throw new IllegalStateException(member + " throws as the scenario wants it");
        }
    }
}
