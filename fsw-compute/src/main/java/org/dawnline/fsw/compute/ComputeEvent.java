package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Severity;

/** What the compute manager tells the ground. */
enum ComputeEvent implements EventType {
    GPU_TRIPPED(Severity.WARNING_HI, "GPU {0} has shut itself down at {1} K"),
    GPU_TOO_HOT(Severity.WARNING_HI, "GPU {0} is at {1} K: put to sleep"),
    GPU_LOST(Severity.WARNING_LO, "GPU {0} gives no state"),
    GPU_STALLED(Severity.WARNING_LO, "GPU {0} is awake, works no more and needs a reset: put to sleep"),
    GPU_BACK(Severity.ACTIVITY_LO, "GPU {0} can be used again"),
    JOB_STARTED(Severity.ACTIVITY_LO, "slot {0}: {1} GPUs given, {2} W each"),
    JOB_STOPPED(Severity.ACTIVITY_HI, "slot {0}: all GPUs taken, rack budget {1} W"),
    JOB_DONE(Severity.ACTIVITY_HI, "slot {0}: done after {1} GPU-seconds"),
    AWAKE_CHANGED(Severity.ACTIVITY_LO, "{0} GPUs awake, {1} before, rack budget {2} W"),
    TOO_LITTLE(Severity.ACTIVITY_HI, "{0} W for the rack let no GPU work, which takes {1} W: all asleep"),
    SHED(Severity.WARNING_LO, "ceiling {0} W is below the budget {1} W: shedding"),
    TRAYS_CUT(Severity.WARNING_HI, "ceiling {0} W for {1} s: all trays off"),
    TRAYS_RESTORED(Severity.ACTIVITY_HI, "ceiling {0} W: trays on again, one by one"),
    SLOT_BARRED(Severity.COMMAND, "slot {0} stopped by the ground"),
    SLOT_RELEASED(Severity.COMMAND, "slot {0} may run again"),
    GPU_HELD(Severity.COMMAND, "GPU {0} held: {1}"),
    TRAY_SET(Severity.COMMAND, "tray {0} asked to be on: {1}");

    private final Severity severity;
    private final String pattern;

    ComputeEvent(Severity severity, String pattern) {
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
