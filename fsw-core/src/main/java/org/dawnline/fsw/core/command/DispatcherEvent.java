package org.dawnline.fsw.core.command;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the dispatcher has to say beside its reports. */
enum DispatcherEvent implements EventType {
    HANDLER_BROKE(Severity.WARNING_HI, "the handler of {0:command} broke; the telecommand failed"),
    ONBOARD_REFUSED(Severity.WARNING_LO, "{0:command} from {1:origin} {2} was rejected or failed: {3:reason}"),
    TIMED_OUT(Severity.WARNING_LO, "{0:command} from {1:origin} {2} was not done within {3} s; it failed"),
    ARMED(Severity.COMMAND, "{0:command} is armed for {1} s; it fires with {2}"),
    FIRED(Severity.COMMAND, "{0:command} fires");

    private final Severity severity;
    private final String pattern;

    DispatcherEvent(Severity severity, String pattern) {
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
