package org.dawnline.fsw.comms;

import org.dawnline.fsw.comms.Topics.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A way to the ground that comes and goes. All methods are called by one thread and never block; what happens in between is
 * picked up by polling.
 */
public interface Wire extends AutoCloseable {
    /** Ticket of a message whose fate does not matter. */
    long NO_TICKET = 0;

    /** Does what is due for the connection: makes it while {@code wanted}, gives it up otherwise. Called at every pump. */
    void tend(boolean wanted);

    /** Whether messages can be published now. */
    boolean connected();

    /** Number of the present connection. Messages of an earlier one that were not acknowledged then never will be. */
    long session();

    /**
     * Sends a message.
     *
     * @param payload kept by the wire; the caller must not change it any more
     * @param ticket comes back from {@link #takeAcknowledged()} once the other end has it, unless {@link #NO_TICKET}
     * @return whether it was taken; if not, try again later
     */
    boolean publish(Topic topic, byte[] payload, long ticket);

    /** The next ticket of the present connection whose message the other end has, or {@link #NO_TICKET}. */
    long takeAcknowledged();

    /** The next ticket of the present connection whose message nobody heard, or {@link #NO_TICKET}. */
    long takeUnheard();

    /** The next telecommand that came in, or null. */
    byte @Nullable [] takeTelecommand();

    /** Telecommands lost since start because too many came at once. */
    long telecommandsDropped();

    /** Ends the connection as if it had been cut, so that the ground hears it. */
    @Override
    void close();
}
