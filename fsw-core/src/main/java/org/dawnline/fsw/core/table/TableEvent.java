package org.dawnline.fsw.core.table;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What there is to say about tables. */
enum TableEvent implements EventType {
    STAGED(Severity.COMMAND, "{0:table} version {1} with {2} rows is right and waits for activation"),
    REFUSED(Severity.WARNING_LO, "{0:table} is refused: {1} problems, the first in line {2}: {3:tableFlaw}"),
    ACTIVATED(Severity.COMMAND, "{0} tables are in force"),
    ROLLED_BACK(Severity.COMMAND, "{0} tables are as they were before the last activation"),
    ABORTED(Severity.COMMAND, "{0} tables that waited are dropped"),
    ACTIVATION_BROKE(
            Severity.WARNING_HI, "{0:table} broke while it was put in force: {1} tables are as they were before"),
    NO_ROOM(Severity.WARNING_LO, "{0:table} has no room just now: nothing is activated"),
    RESTORED(Severity.ACTIVITY_HI, "{0} uploaded tables are in force again"),
    LOST(Severity.WARNING_HI, "{0:table} as it was kept is damaged or not right any more: the standard is in force"),
    UNKNOWN(Severity.WARNING_LO, "{0} kept tables are not known to this software"),
    KEEP_FAILED(Severity.WARNING_HI, "tables in force could not be kept, {0} failures since start");

    private final Severity severity;
    private final String pattern;

    TableEvent(Severity severity, String pattern) {
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
