package org.dawnline.fsw.core.health;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.guard.GuardedMemory;

/** Reads all guarded state again and again, so that flipped bits are repaired before two meet, and reports every repair. */
public final class MemoryScrubber implements Component {
    /** Words read in one step: a sweep over a thousand words takes 16 steps. */
    private static final int WORDS_PER_STEP = 64;

    /** What there is to say about memory. */
    enum Event implements EventType {
        CORRECTED(Severity.WARNING_LO, "flipped bits in {0} guarded words outvoted and repaired, last in {1:guarded}"),
        LOST(Severity.WARNING_HI, "all copies of {0} guarded words differed, safe values taken, last in {1:guarded}");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final String name;
    private final GuardedMemory memory;
    private final Events<Event> events;
    private final Channel corrected;
    private final Channel lost;
    private final Channel words;
    private final Channel sweeps;
    private long correctedBefore;
    private long lostBefore;

    /** Declares the face. */
    public MemoryScrubber(Face face, GuardedMemory memory) {
        this.name = face.name();
        this.memory = memory;
        events = face.events(Event.class);
        corrected = face.channel("corrected", Unit.COUNT, "guarded words with a repaired copy since start");
        lost = face.channel("lost", Unit.COUNT, "guarded words that fell back to a safe value since start");
        words = face.channel("words", Unit.COUNT, "words kept in three copies");
        sweeps = face.channel("sweeps", Unit.COUNT, "times that all guarded words were read through since start");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (memory.sweeps() == 0) {
            memory.scrubAll(); // all at once while starting
        } else {
            memory.scrub(WORDS_PER_STEP);
        }
        report();
        corrected.set(memory.corrected());
        lost.set(memory.lost());
        words.set(memory.words());
        sweeps.set(memory.sweeps());
    }

    /** Whether all guarded memory was read at least once, and nothing was lost. */
    public boolean sound() {
        return memory.sweeps() > 0 && memory.lost() == 0;
    }

    private void report() {
        long newlyCorrected = memory.corrected() - correctedBefore;
        if (newlyCorrected > 0) {
            events.raise(Event.CORRECTED, newlyCorrected, memory.lastCorrected());
        }
        long newlyLost = memory.lost() - lostBefore;
        if (newlyLost > 0) {
            events.raise(Event.LOST, newlyLost, memory.lastLost());
        }
        correctedBefore += newlyCorrected;
        lostBefore += newlyLost;
    }
}
