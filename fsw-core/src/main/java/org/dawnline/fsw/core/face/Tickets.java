package org.dawnline.fsw.core.face;

import java.util.Arrays;

/**
 * The telecommands whose execution goes on after their handler has returned. A component keeps the number of its ticket, tells the
 * progress and finishes it once; the dispatcher reports both. A ticket that has ended, by its component or by time-out, is void
 * for ever: nobody can end a telecommand twice. Executive thread only; never allocates.
 */
public final class Tickets {
    /** Telecommands that can go on at once. */
    public static final int CAPACITY = 128;

    /** The number of no ticket. */
    public static final long NONE = -1;

    private final long[] generations = new long[CAPACITY];
    private final boolean[] held = new boolean[CAPACITY];
    private final Outcome[] outcomes = new Outcome[CAPACITY];
    private final int[] done = new int[CAPACITY];
    private final int[] of = new int[CAPACITY];
    private final boolean[] moved = new boolean[CAPACITY];
    private final long[] answers = new long[CAPACITY];
    private int count;

    Tickets() {
        Arrays.fill(outcomes, Outcome.RUNNING);
    }

    /** Tells that {@code newDone} of {@code newOf} parts are done; the newest goes to the ground once a second. Void tickets are ignored. */
    public void progress(long ticket, int newDone, int newOf) {
        int slot = slot(ticket);
        if (slot >= 0 && outcomes[slot] == Outcome.RUNNING) {
            moved[slot] |= done[slot] != newDone || of[slot] != newOf;
            done[slot] = newDone;
            of[slot] = newOf;
        }
    }

    /** Ends the telecommand; false when the ticket is void or has ended already, and then nothing happens. */
    public boolean finish(long ticket, Outcome outcome) {
        return finish(ticket, outcome, 0);
    }

    /** Ends the telecommand with a number for the ground. */
    public boolean finish(long ticket, Outcome outcome, long answer) {
        if (outcome == Outcome.RUNNING) {
            throw new IllegalArgumentException("RUNNING is no end");
        }
        int slot = slot(ticket);
        if (slot < 0 || outcomes[slot] != Outcome.RUNNING) {
            return false;
        }
        outcomes[slot] = outcome;
        answers[slot] = answer;
        return true;
    }

    /** Whether the telecommand of that ticket still goes on. */
    public boolean running(long ticket) {
        int slot = slot(ticket);
        return slot >= 0 && outcomes[slot] == Outcome.RUNNING;
    }

    private int slot(long ticket) {
        int slot = (int) (ticket % CAPACITY);
        return ticket >= 0 && held[slot] && generations[slot] == ticket / CAPACITY ? slot : -1;
    }

    /** Dispatcher: takes a free ticket, or {@link #NONE}. */
    public long take() {
        for (int slot = 0; slot < CAPACITY; slot++) {
            if (!held[slot]) {
                held[slot] = true;
                outcomes[slot] = Outcome.RUNNING;
                done[slot] = 0;
                of[slot] = 0;
                moved[slot] = false;
                answers[slot] = 0;
                count++;
                return generations[slot] * CAPACITY + slot;
            }
        }
        return NONE;
    }

    /** Dispatcher: makes the ticket void and its place free. */
    public void giveBack(int slot) {
        if (held[slot]) {
            held[slot] = false;
            generations[slot]++;
            count--;
        }
    }

    /** Tickets that are held. */
    public int count() {
        return count;
    }

    /** Dispatcher: whether the place is taken. */
    public boolean held(int slot) {
        return held[slot];
    }

    /** Dispatcher: how the telecommand of that place ended, or {@link Outcome#RUNNING}. */
    public Outcome outcome(int slot) {
        return outcomes[slot];
    }

    /** Dispatcher: the number for the ground that the end of that place came with. */
    public long answer(int slot) {
        return answers[slot];
    }

    /** Dispatcher: whether there is progress that {@link #progressTaken} has not seen. */
    public boolean moved(int slot) {
        return moved[slot];
    }

    /** Dispatcher: the progress of that place has been reported. */
    public void progressTaken(int slot) {
        moved[slot] = false;
    }

    /** Parts that are done in that place. */
    public int done(int slot) {
        return done[slot];
    }

    /** Parts that there are in that place. */
    public int of(int slot) {
        return of[slot];
    }
}
