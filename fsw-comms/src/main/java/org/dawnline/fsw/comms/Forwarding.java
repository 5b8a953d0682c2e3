package org.dawnline.fsw.comms;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;

/**
 * Which types of reports may leave over which link, as the ground says. What may not stays on board: reports, events, sets and what is
 * played back wait for a link that they may take, of frames the newest waits. Kept in parameters, so that a restart forgets nothing.
 */
final class Forwarding {
    /** Everything may leave. */
    static final int ALL = (1 << Type.values().length) - 1;

    /** Types of reports. */
    enum Type {
        /** Verification of telecommands. */
        REPORT,
        /** Events. */
        EVENT,
        /** Telemetry frames. */
        FRAME,
        /** Housekeeping sets. */
        SET,
        /** Stored records that are played back; what they hold must be allowed, too. */
        RECORD;

        /** Its place in a mask. */
        int bit() {
            return 1 << ordinal();
        }

        /** Whether a mask allows it. */
        boolean allowed(int mask) {
            return (mask & bit()) != 0;
        }
    }

    private static final List<CommsManager.Link> LINKS = List.of(CommsManager.Link.values());

    private final Events<CommsEvent> events;
    private final Parameter[] masks = new Parameter[LINKS.size()];

    Forwarding(Face face, Events<CommsEvent> events) {
        this.events = events;
        for (CommsManager.Link link : LINKS) {
            if (link != CommsManager.Link.NONE) {
                masks[link.ordinal()] = face.parameter(
                        "forward." + link,
                        Unit.NONE,
                        ALL,
                        0,
                        ALL,
                        "what may leave over that link: 1 reports, 2 events, 4 frames, 8 sets, 16 stored records, added up");
            }
        }
        face.enumeration(
                "reportType", Arrays.stream(Type.values()).map(Type::name).toList());
        face.lasting(
                "FORWARD",
                "Lets a type of reports leave over a link, or keeps it on board.",
                new Switch(),
                Argument.choice("link", "link", "which link"),
                Argument.choice("type", "reportType", "which reports"),
                Argument.whole("allowed", 0, 1, "1 to let them leave, 0 to keep them"));
    }

    private final class Switch implements CommandHandler {
        @Override
        public boolean allows(double[] arguments) {
            return arguments[0] != CommsManager.Link.NONE.ordinal();
        }

        @Override
        public Outcome execute(double[] arguments) {
            Parameter mask = masks[(int) arguments[0]];
            int bit = 1 << (int) arguments[1];
            int before = (int) mask.value();
            if (!mask.set(arguments[2] == 0 ? before & ~bit : before | bit)) {
                return Outcome.FAILED_STATE;
            }
            events.raise(CommsEvent.FORWARDING, arguments[1], arguments[0], arguments[2]);
            return Outcome.COMPLETED;
        }
    }

    /** Mask of what may leave over a link; nothing without one. */
    int allowedOver(CommsManager.Link link) {
        return link == CommsManager.Link.NONE ? 0 : (int) masks[link.ordinal()].value();
    }
}
