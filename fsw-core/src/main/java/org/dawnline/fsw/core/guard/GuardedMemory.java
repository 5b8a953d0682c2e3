package org.dawnline.fsw.core.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All guarded words of one satellite, and the account of their repairs. A scrub reads words that nobody else reads, so that
 * two hits in one word never wait long enough to meet. Words belong to one thread, the executive's; what another thread guards lies
 * {@link #beside} them and is scrubbed by that thread, in the same account.
 */
public final class GuardedMemory {
    /** Name of the dictionary's enumeration of the owners, see {@link #owners()}. */
    public static final String ENUMERATION = "guarded";

    private static final int NONE = -1;

    private final Account account;
    private final List<GuardedWord> words = new ArrayList<>();
    private final List<GuardedMemory> besides = new ArrayList<>();
    private final AtomicLong sweeps = new AtomicLong();
    private int next;

    /** What is known of all words, whoever reads them. */
    private static final class Account {
        final Map<String, Integer> numbers = new LinkedHashMap<>();
        final AtomicInteger words = new AtomicInteger();
        final AtomicLong corrected = new AtomicLong();
        final AtomicLong lost = new AtomicLong();
        volatile int lastCorrected = NONE;
        volatile int lastLost = NONE;

        int number(String owner) {
            return numbers.computeIfAbsent(owner, name -> numbers.size());
        }
    }

    /** A memory without words. */
    public GuardedMemory() {
        this(new Account());
    }

    private GuardedMemory(Account account) {
        this.account = account;
    }

    /**
     * Memory for the words of another thread; while wiring only. It is the other thread's to scrub, while nobody else reads it.
     *
     * @param owners all owners that its words will have, so that the dictionary knows them however many words there are
     */
    public GuardedMemory beside(List<String> owners) {
        owners.forEach(account::number);
        GuardedMemory other = new GuardedMemory(account);
        besides.add(other);
        return other;
    }

    /** Takes a word and returns the number of its owner; several words may have one owner. */
    int add(String owner, GuardedWord word) {
        words.add(word);
        account.words.incrementAndGet();
        return account.number(owner);
    }

    void corrected(int owner) {
        account.lastCorrected = owner;
        account.corrected.incrementAndGet();
    }

    void lost(int owner) {
        account.lastLost = owner;
        account.lost.incrementAndGet();
    }

    /** Reads the next words, so that dissenting copies are repaired. */
    public void scrub(int count) {
        for (int i = 0; i < count && !words.isEmpty(); i++) {
            words.get(next).read();
            next++;
            if (next == words.size()) {
                next = 0;
                sweeps.incrementAndGet();
            }
        }
    }

    /** Reads all words once, but for those of other threads. */
    public void scrubAll() {
        scrub(words.size());
    }

    /** Names of what is guarded, in the order of their numbers. */
    public List<String> owners() {
        return List.copyOf(account.numbers.keySet());
    }

    /** Words that are guarded, by whatever thread. */
    public int words() {
        return account.words.get();
    }

    /** Words in which one copy was repaired since the start. */
    public long corrected() {
        return account.corrected.get();
    }

    /** Words that fell back to their safe value since the start. */
    public long lost() {
        return account.lost.get();
    }

    /** Times that the scrubs have come through all words since the start, those of other threads included. */
    public long sweeps() {
        long least = sweeps.get();
        for (int i = 0; i < besides.size(); i++) {
            GuardedMemory other = besides.get(i);
            least = other.words.isEmpty() ? least : Math.min(least, other.sweeps.get());
        }
        return least;
    }

    /** Number of the owner of the word that was repaired last; -1 before the first. */
    public int lastCorrected() {
        return account.lastCorrected;
    }

    /** Number of the owner of the word that was lost last; -1 before the first. */
    public int lastLost() {
        return account.lastLost;
    }
}
