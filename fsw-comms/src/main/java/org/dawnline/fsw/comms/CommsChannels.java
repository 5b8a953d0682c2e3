package org.dawnline.fsw.comms;

import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** The channels of communications as a whole. */
final class CommsChannels {
    static final int NO_TERMINAL = -1;

    final Channel energyWh;
    final Channel nextPassS;
    int selectedTerminal = NO_TERMINAL;
    private final Channel link;
    private final Channel rate;
    private final Channel connected;
    private final Channel sessions;
    private final Channel bytesSent;
    private final Channel outbox;
    private final Channel framesDropped;
    private final Channel eventsDropped;
    private final Channel reportsDropped;
    private final Channel telecommandsDropped;
    private final Channel telecommandsTaken;
    private final Channel reportsHeld;
    private final Channel setsDropped;
    private final Channel sinceContact;

    CommsChannels(Face face, List<String> links) {
        link = face.stateChannel("link", links, "what carries the link");
        rate = face.channel("rateBitsPerS", Unit.BIT_PER_SECOND, "data rate of the selected terminal");
        energyWh = face.channel("energyWh", Unit.WATT_HOUR, "energy of all terminals since boot");
        nextPassS = face.channel("nextPassS", Unit.SECOND, "time to the next pass, 0 during one");
        connected = face.channel("connected", Unit.NONE, "1 while there is a connection to the ground");
        sessions = face.channel("sessions", Unit.COUNT, "connections to the ground since boot");
        bytesSent = face.channel("bytesSent", Unit.BYTE, "bytes of messages sent since boot");
        outbox = face.channel(
                "outbox", Unit.COUNT, "messages with reports, events or sets that the ground does not have yet");
        framesDropped = face.channel("dropped.frames", Unit.COUNT, "frames not sent since boot");
        eventsDropped = face.channel("dropped.events", Unit.COUNT, "events lost on the way to the ground since boot");
        reportsDropped =
                face.channel("dropped.reports", Unit.COUNT, "reports lost on the way to the ground since boot");
        telecommandsDropped = face.channel(
                "dropped.telecommands", Unit.COUNT, "telecommands lost since boot because too many came at once");
        sinceContact = face.channel("sinceContactS", Unit.SECOND, "time since there was a connection to the ground");
        setsDropped = face.channel(
                "dropped.sets", Unit.COUNT, "reports of housekeeping sets lost on the way to the ground since boot");
        reportsHeld = face.channel("reportsHeld", Unit.COUNT, "reports that wait for the journal of telecommands");
        telecommandsTaken = face.channel("telecommandsTaken", Unit.COUNT, "telecommands authenticated since boot");
    }

    void link(int newLink, double rateBitsPerS) {
        link.set(newLink);
        rate.set(rateBitsPerS);
    }

    void silence(double seconds) {
        sinceContact.set(seconds);
    }

    void publish(GroundLink ground) {
        connected.set(ground.connected());
        sessions.set(ground.sessions());
        bytesSent.set(ground.bytesSent());
        outbox.set(ground.outboxFill());
        framesDropped.set(ground.framesDropped());
        eventsDropped.set(ground.eventsDropped());
        reportsDropped.set(ground.reportsDropped());
        telecommandsDropped.set(ground.telecommandsDropped());
        setsDropped.set(ground.setsDropped());
        reportsHeld.set(ground.reportsHeld());
        telecommandsTaken.set(ground.telecommandsTaken());
    }
}
