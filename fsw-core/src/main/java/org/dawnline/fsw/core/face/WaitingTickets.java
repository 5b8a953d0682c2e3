package org.dawnline.fsw.core.face;

/**
 * Telecommands that are done when a copy of what they have changed is durable. What comes while a copy is being written waits for the
 * next one. Executive thread only; never allocates.
 */
public final class WaitingTickets {
    private final Tickets tickets;
    private final long[] waiting = new long[Tickets.CAPACITY];
    private int count;
    private int copied;

    /** Ends them there. */
    public WaitingTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Lets one wait; fails when too many do. */
    public Outcome add(long ticket) {
        if (count == waiting.length) {
            return Outcome.FAILED_STATE;
        }
        waiting[count++] = ticket;
        return Outcome.RUNNING;
    }

    /** What all that wait have changed is in the copy that is written now. */
    public void copied() {
        copied = count;
    }

    /** Ends all that were waiting when that copy was made. */
    public void finish(Outcome outcome) {
        for (int i = 0; i < copied; i++) {
            tickets.finish(waiting[i], outcome);
        }
        count -= copied;
        System.arraycopy(waiting, copied, waiting, 0, count);
        copied = 0;
    }
}
