package org.dawnline.tools.sim.tape;

import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.Wire;
import org.jspecify.annotations.Nullable;

/** A wire that tells when it is pumped: each round of the link begins with tending it. */
final class PumpedWire implements Wire {
    private final Wire wire;
    private final Runnable pumped;

    PumpedWire(Wire wire, Runnable pumped) {
        this.wire = wire;
        this.pumped = pumped;
    }

    @Override
    public void tend(boolean wanted) {
        pumped.run();
        wire.tend(wanted);
    }

    @Override
    public boolean connected() {
        return wire.connected();
    }

    @Override
    public long session() {
        return wire.session();
    }

    @Override
    public boolean publish(Topic topic, byte[] payload, long ticket) {
        return wire.publish(topic, payload, ticket);
    }

    @Override
    public long takeAcknowledged() {
        return wire.takeAcknowledged();
    }

    @Override
    public long takeUnheard() {
        return wire.takeUnheard();
    }

    @Override
    public byte @Nullable [] takeTelecommand() {
        return wire.takeTelecommand();
    }

    @Override
    public long telecommandsDropped() {
        return wire.telecommandsDropped();
    }

    @Override
    public void close() {
        wire.close();
    }
}
