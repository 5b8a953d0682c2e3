package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the keeper of the array tells the ground. */
enum WingEvent implements EventType {
    WING_STUCK(Severity.WARNING_HI, "wing {0} does not move: at {1} deg, asked for {2} deg"),
    WING_FREE(Severity.ACTIVITY_HI, "wing {0} moves again"),
    WING_LOST(Severity.WARNING_HI, "wing {0} gives no power: the array has {1} of it left"),
    WING_BACK(Severity.ACTIVITY_HI, "wing {0} gives power again: the array has {1} of it"),
    WING_ASKED(Severity.COMMAND, "wing {0} held at {1} deg"),
    FACING_SUN(Severity.COMMAND, "wings face the Sun again"),
    FEATHERED(Severity.WARNING_LO, "battery is charged though it must not be: wings turned to {0} deg"),
    UNFEATHERED(Severity.ACTIVITY_HI, "battery may be charged: wings face the Sun"),
    WING_HOT(Severity.WARNING_LO, "wing {0} has {1} K: turned from the Sun until it has cooled down");

    private final Severity severity;
    private final String pattern;

    WingEvent(Severity severity, String pattern) {
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
