package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/**
 * The trays' power. When not even a sleeping rack may draw its little, all trays are cut after a moment; they come back one by
 * one, once an idle rack could be carried for a while. A tray that the ground has switched off stays off.
 */
final class Trays {
    private static final double DEFAULT_CUT_AFTER_S = 10;
    private static final double DEFAULT_RESTORE_AFTER_S = 30;
    private static final double MAX_DELAY_S = 600;
    private static final double RESTORE_EVERY_S = 1;

    private final ComputeHal rack;
    private final Events<ComputeEvent> events;
    private final Parameter cutAfterS;
    private final Parameter restoreAfterS;
    private final boolean[] unwanted;
    private final double asleepRackW;
    private final double idleRackW;
    private double starvedS;
    private double fedS;
    private boolean cut;
    private boolean restoring;

    Trays(Face face, ComputeHal rack, GpuFigures figures, Events<ComputeEvent> events) {
        this.rack = rack;
        this.events = events;
        unwanted = new boolean[rack.gpuCount() == 0 ? 0 : rack.gpuCount() / rack.gpusPerTray()];
        asleepRackW = rack.gpuCount() * figures.asleepW() / figures.gpuShareRatio();
        idleRackW = rack.gpuCount() * figures.idleW() / figures.gpuShareRatio();
        cutAfterS = face.parameter(
                "trayCutAfterS",
                Unit.SECOND,
                DEFAULT_CUT_AFTER_S,
                0,
                MAX_DELAY_S,
                "how long the ceiling may be below a sleeping rack before all trays are cut");
        restoreAfterS = face.parameter(
                "trayRestoreAfterS",
                Unit.SECOND,
                DEFAULT_RESTORE_AFTER_S,
                0,
                MAX_DELAY_S,
                "how long the ceiling must carry an idle rack before trays come back");
    }

    int count() {
        return unwanted.length;
    }

    /** One step of the reflex; {@code mayStart} is whether trays that are off may be switched on. */
    void step(double ceilingW, boolean mayStart, double stepS) {
        starvedS = ceilingW >= asleepRackW ? 0 : starvedS + stepS; // grows also when the ceiling is unknown
        fedS = ceilingW >= idleRackW ? fedS + stepS : 0;
        if (starvedS >= cutAfterS.value() && !cut) {
            cutAll(ceilingW);
        } else if (fedS >= restoreAfterS.value() && mayStart) {
            restoreOne(ceilingW);
        }
    }

    private void cutAll(double ceilingW) {
        cut = true;
        for (int tray = 0; tray < unwanted.length; tray++) {
            rack.requestTrayPower(tray, false);
        }
        if (unwanted.length > 0) {
            events.raise(ComputeEvent.TRAYS_CUT, ceilingW, starvedS);
        }
    }

    private void restoreOne(double ceilingW) {
        cut = false;
        for (int tray = 0; tray < unwanted.length; tray++) {
            if (!unwanted[tray] && isOff(tray)) {
                if (!restoring) {
                    events.raise(ComputeEvent.TRAYS_RESTORED, ceilingW);
                }
                restoring = true;
                rack.requestTrayPower(tray, true);
                fedS = Math.max(0, restoreAfterS.value() - RESTORE_EVERY_S);
                return;
            }
        }
        restoring = false;
    }

    private boolean isOff(int tray) {
        return rack.gpuState(tray * rack.gpusPerTray()) == GpuState.OFF;
    }

    /** Switches a tray by the ground's will. */
    void set(int tray, boolean on) {
        unwanted[tray] = !on;
        rack.requestTrayPower(tray, on);
    }
}
