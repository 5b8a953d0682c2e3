package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.mode.Mode;

/** What the ground may ask of jobs, GPUs and trays. */
final class ComputeCommands {
    private static final int COMMANDED = Mode.STANDBY.bit() | Mode.OPERATIONAL.bit();

    private final Jobs jobs;
    private final Fleet fleet;
    private final Trays trays;
    private final Events<ComputeEvent> events;

    ComputeCommands(Jobs jobs, Fleet fleet, Trays trays, Events<ComputeEvent> events) {
        this.jobs = jobs;
        this.fleet = fleet;
        this.trays = trays;
        this.events = events;
    }

    void declare(Face face) {
        if (jobs.slots() > 0) {
            declareJobs(face);
        }
        if (fleet.size() > 0) {
            declareGpus(face);
        }
    }

    private void declareJobs(Face face) {
        Argument slot = Argument.whole("slot", 0, jobs.slots() - 1L, "the job slot");
        face.command(
                "STOP_JOB",
                "Takes all GPUs from the job in a slot until it is released or gone.",
                COMMANDED,
                arguments -> bar((int) arguments[0], true),
                slot);
        face.command(
                "RELEASE_JOB",
                "Lets a job that was stopped run again.",
                COMMANDED,
                arguments -> bar((int) arguments[0], false),
                slot);
    }

    private void declareGpus(Face face) {
        face.command(
                "HOLD_GPU",
                "Keeps a GPU from work, or gives it back.",
                COMMANDED,
                this::hold,
                Argument.whole("gpu", 0, fleet.size() - 1L, "the GPU"),
                Argument.whole("held", 0, 1, "1 to hold, 0 to give back"));
        face.command(
                "SET_TRAY",
                "Switches a tray off or on; its jobs fall back to their checkpoints.",
                COMMANDED,
                this::setTray,
                Argument.whole("tray", 0, trays.count() - 1L, "the tray"),
                Argument.whole("on", 0, 1, "1 for on, 0 for off"));
    }

    private Outcome bar(int slot, boolean bar) {
        if (!jobs.bar(slot, bar)) {
            return Outcome.FAILED_STATE;
        }
        events.raise(bar ? ComputeEvent.SLOT_BARRED : ComputeEvent.SLOT_RELEASED, slot);
        return Outcome.COMPLETED;
    }

    private Outcome hold(double[] arguments) {
        int gpu = (int) arguments[0];
        fleet.hold(gpu, arguments[1] != 0);
        events.raise(ComputeEvent.GPU_HELD, gpu, arguments[1]);
        return Outcome.COMPLETED;
    }

    private Outcome setTray(double[] arguments) {
        int tray = (int) arguments[0];
        trays.set(tray, arguments[1] != 0);
        events.raise(ComputeEvent.TRAY_SET, tray, arguments[1]);
        return Outcome.COMPLETED;
    }
}
