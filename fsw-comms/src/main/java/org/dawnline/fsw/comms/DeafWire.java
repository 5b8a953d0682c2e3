package org.dawnline.fsw.comms;

import org.dawnline.fsw.comms.Topics.Topic;
import org.jspecify.annotations.Nullable;

/** Nobody is there: for flights without a ground. */
public class DeafWire implements Wire {
    @Override
    public void tend(boolean wanted) {}

    @Override
    public boolean connected() {
        return false;
    }

    @Override
    public long session() {
        return 0;
    }

    @Override
    public boolean publish(Topic topic, byte[] payload, long ticket) {
        return false;
    }

    @Override
    public long takeAcknowledged() {
        return NO_TICKET;
    }

    @Override
    public long takeUnheard() {
        return NO_TICKET;
    }

    @Override
    public byte @Nullable [] takeTelecommand() {
        return null;
    }

    @Override
    public long telecommandsDropped() {
        return 0;
    }

    @Override
    public void close() {}
}
