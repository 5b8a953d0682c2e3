package org.dawnline.fsw.core.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All guarded words of one satellite, and the account of their repairs. A scrub reads words that nobody else reads, so that
 * two hits in one word never wait long enough to meet. Executive thread only.
 */
public final class GuardedMemory {
    /** Name of the dictionary's enumeration of the owners, see {@link #owners()}. */
    public static final String ENUMERATION = "guarded";

    private static final int NONE = -1;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<GuardedWord> words = new ArrayList<>();
    private int next;
    private long corrected;
    private long lost;
    private long sweeps;
    private int lastCorrected = NONE;
    private int lastLost = NONE;

    /** Takes a word and returns the number of its owner; several words may have one owner. */
    int add(String owner, GuardedWord word) {
        words.add(word);
        return numbers.computeIfAbsent(owner, name -> numbers.size());
    }

    void corrected(int owner) {
        corrected++;
        lastCorrected = owner;
    }

    void lost(int owner) {
        lost++;
        lastLost = owner;
    }

    /** Reads the next words, so that dissenting copies are repaired. */
    public void scrub(int count) {
        for (int i = 0; i < count && !words.isEmpty(); i++) {
            words.get(next).read();
            next++;
            if (next == words.size()) {
                next = 0;
                sweeps++;
            }
        }
    }

    /** Names of what is guarded, in the order of their numbers. */
    public List<String> owners() {
        return List.copyOf(numbers.keySet());
    }

    /** Words that are guarded. */
    public int words() {
        return words.size();
    }

    /** Words in which one copy was repaired since the start. */
    public long corrected() {
        return corrected;
    }

    /** Words that fell back to their safe value since the start. */
    public long lost() {
        return lost;
    }

    /** Times that the scrub has come through all words since the start. */
    public long sweeps() {
        return sweeps;
    }

    /** Number of the owner of the word that was repaired last; -1 before the first. */
    public int lastCorrected() {
        return lastCorrected;
    }

    /** Number of the owner of the word that was lost last; -1 before the first. */
    public int lastLost() {
        return lastLost;
    }
}
