package org.dawnline.tools.sim.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers which seed gave which digest, for flights that differ in nothing but their seed. Two seeds with one digest mean that
 * the seed did not reach the world: all but one of such flights tested nothing.
 */
public final class DigestBook {
    private final Map<String, Long> seedOf = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** Adds a flight, by its seed and the digest of its log; says whether no other seed has given that digest. */
    public boolean add(long seed, String digest) {
        Long other = seedOf.putIfAbsent(digest, seed);
        if (other == null || other == seed) {
            return true;
        }
        complaints.add("seeds " + other + " and " + seed + " share the digest " + digest);
        return false;
    }

    /** One sentence for each flight that was like one of another seed. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }
}
