package org.dawnline.fsw.comms;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What communications have to say. */
enum CommsEvent implements EventType {
    AOS(Severity.ACTIVITY_HI, "signal acquired over {0:link}"),
    LOS(Severity.ACTIVITY_HI, "signal lost, was {0:link}"),
    LINK_CHANGED(Severity.ACTIVITY_LO, "link {0:link} -> {1:link}"),
    GROUND_CONNECTED(Severity.ACTIVITY_HI, "connected to the ground"),
    GROUND_LOST(Severity.ACTIVITY_HI, "connection to the ground lost"),
    TERMINAL_FAULT(Severity.WARNING_LO, "terminal {0:terminal} is broken, off for {1} s before another try"),
    TERMINAL_OVERRIDE(Severity.COMMAND, "terminal {0:terminal} is commanded {1:terminalPower}"),
    TERMINALS_MISSING(Severity.WARNING_LO, "{0} terminals found, {1} expected"),
    TELECOMMANDS_REFUSED(Severity.WARNING_LO, "{0} telecommands refused as {1:reason}"),
    COUNTERS_LOST(
            Severity.WARNING_HI, "the telecommand counters were lost; what was issued before this start is refused"),
    ARCHIVE_CUT(
            Severity.WARNING_HI,
            "the archive lacks telecommands whose counters are used: its last changes before this start are lost"),
    FORWARDING(Severity.COMMAND, "{0:reportType} over {1:link} allowed: {2}"),
    UNFINISHED(
            Severity.WARNING_LO,
            "{0} telecommands were not done when the software ended; they have failed and are not done again"),
    PONG(Severity.COMMAND, "ping {0}, start {1} of the software, build {2:hex}");

    private final Severity severity;
    private final String pattern;

    CommsEvent(Severity severity, String pattern) {
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
