package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the estimate of the array tells the ground. */
enum ArrayEvent implements EventType {
    ARRAY_CHANGED(Severity.WARNING_LO, "array gives {1} of what is expected in sunlight, {0} before");

    private final Severity severity;
    private final String pattern;

    ArrayEvent(Severity severity, String pattern) {
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
