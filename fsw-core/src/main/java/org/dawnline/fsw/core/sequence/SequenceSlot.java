package org.dawnline.fsw.core.sequence;

import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;

/** One slot of the sequencer: the sequence in it, and how far it is. The table of its name fills it. */
final class SequenceSlot implements Table<Sequence> {
    static final String KIND = "sequence";
    private static final int TWO_DIGITS = 10;

    final int number;
    private final Sequencer sequencer;
    private Sequence sequence;
    private SequenceState state = SequenceState.EMPTY;
    int next;
    int given;
    /** What the time of the next step counts from, in nanoseconds of the monotonic clock. */
    long baseNanos;
    /** When it was held; for the time to stand still. */
    long heldNanos;
    /** When the present wait began. */
    long waitingSinceNanos;

    boolean waiting;
    /** Whether it was started and has not seen a cycle yet. */
    boolean fresh;

    SequenceSlot(int number, Sequencer sequencer, Sequence nothing) {
        this.number = number;
        this.sequencer = sequencer;
        this.sequence = nothing;
    }

    @Override
    public String name() {
        return KIND + (number < TWO_DIGITS ? ".0" : ".") + number;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Sequence read(Rows rows) {
        return SequenceText.read(rows, sequencer.reserve());
    }

    @Override
    public void activate(Sequence content) {
        sequencer.replaced(this);
        sequence = content;
        become(content.steps() == 0 ? SequenceState.EMPTY : SequenceState.READY);
        sequencer.reorder();
    }

    Sequence sequence() {
        return sequence;
    }

    SequenceHeader header() {
        return sequence.header();
    }

    SequenceState state() {
        return state;
    }

    void become(SequenceState newState) {
        int before = active() ? 1 : 0;
        state = newState;
        sequencer.count((active() ? 1 : 0) - before);
    }

    boolean active() {
        return state == SequenceState.RUNNING || state == SequenceState.HELD;
    }

    void begin() {
        become(SequenceState.RUNNING);
        next = 0;
        given = 0;
        waiting = false;
        fresh = true;
    }

    void end() {
        become(SequenceState.READY);
        waiting = false;
    }

    boolean through() {
        return next == sequence.steps();
    }

    /** When the next step is due, in nanoseconds of the monotonic clock. */
    long dueNanos() {
        return baseNanos + sequence.timeNanos(next);
    }

    /** The next step is done; times that count from the step before count from when that was due, so that nothing adds up. */
    void advance(long dueNanos) {
        next++;
        waiting = false;
        if (!header().fromStart()) {
            baseNanos = dueNanos;
        }
    }
}
