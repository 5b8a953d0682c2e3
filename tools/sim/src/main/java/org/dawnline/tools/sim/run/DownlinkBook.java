package org.dawnline.tools.sim.run;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.PackedEvents;
import org.dawnline.fsw.comms.SentEvent;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.proto.Events;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventDeclaration;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.tools.ground.LoopbackWire;

/** Looks at the order in which a backlog of events comes down: the most severe first, and of equal ones the newest. */
final class DownlinkBook implements LoopbackWire.Listener {
    private static final long BACKLOG_AGE_NANOS = 60_000_000_000L;
    private static final int MOST = 1_000_000;

    private final String topic;
    private final List<Arrival> arrivals = new ArrayList<>();
    private List<EventDeclaration> declarations = List.of();
    private long nowUtcNanos;

    private record Arrival(Severity severity, long utcNanos) {
        // The most severe constant is the first.
        boolean before(Arrival other) {
            int order = severity.compareTo(other.severity);
            return order < 0 || (order == 0 && utcNanos > other.utcNanos);
        }
    }

    DownlinkBook(String topic) {
        this.topic = topic;
    }

    void use(Dictionary dictionary) {
        declarations = dictionary.events();
    }

    void now(long utcNanos) {
        nowUtcNanos = utcNanos;
    }

    @Override
    public void message(Topic heard, byte[] payload) {
        if (!heard.path().equals(topic)) {
            return;
        }
        try {
            for (SentEvent event : PackedEvents.unpack(Events.parseFrom(payload))) {
                boolean late = nowUtcNanos - event.utcNanos() > BACKLOG_AGE_NANOS;
                if (late && arrivals.size() < MOST) {
                    arrivals.add(new Arrival(declarations.get(event.id()).severity(), event.utcNanos()));
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the satellite wrote events that cannot be read", e);
        }
    }

    /** Events that came before one that should have come first; NaN when there never was a backlog. */
    double inversions() {
        if (arrivals.isEmpty()) {
            return Double.NaN;
        }
        long inversions = 0;
        Arrival first = arrivals.get(arrivals.size() - 1);
        for (int i = arrivals.size() - 2; i >= 0; i--) {
            Arrival arrival = arrivals.get(i);
            inversions += first.before(arrival) ? 1 : 0;
            first = arrival.before(first) ? arrival : first;
        }
        return inversions;
    }
}
