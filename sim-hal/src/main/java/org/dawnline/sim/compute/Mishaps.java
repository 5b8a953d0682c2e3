package org.dawnline.sim.compute;

import java.util.function.IntPredicate;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;

/**
 * What befalls GPUs, from the cause to the consequence: errors are counted and reported as the vendor does, jobs die, rows are replaced,
 * GPUs stop, fall off the bus or burn out. A GPU without power or that nobody can reach has no mishaps.
 */
public final class Mishaps {
    private static final int DOUBLE_BIT_ERROR = 48;
    private static final int ROW_REMAPPED = 63;
    private static final int ROW_REMAP_FAILED = 64;
    private static final int OFF_THE_BUS = 79;
    private static final int CONTAINED_ERROR = 94;
    private static final int UNCONTAINED_ERROR = 95;
    private static final int GSP_TIMEOUT = 119;

    private final XidTable table = new XidTable();
    private final XidLog log = new XidLog();
    private final boolean vendorEvents;
    private final GpuHealth health;
    private final GpuMemory memory;
    private final Workers workers;
    private final IntPredicate reachable;
    private double nowS;

    Mishaps(RackFigures figures, GpuHealth health, GpuMemory memory, Workers workers, IntPredicate reachable) {
        this.reachable = reachable;
        vendorEvents = figures.count("gpu.vendorEvents", 0, 1) == 1;
        this.health = health;
        this.memory = memory;
        this.workers = workers;
    }

    void begin(double stepStartS) {
        nowS = stepStartS;
    }

    /** Refuses a number that no GPU reports. */
    public void requireXid(double number) {
        if (number != StrictMath.rint(number)) {
            throw new IllegalArgumentException("Xid " + number + " is not a whole number");
        }
        table.effect((int) number);
    }

    /** Something that a particle does to a GPU's memory. */
    public void memoryUpset(int gpu, MemoryUpset kind) {
        switch (kind) {
            case CORRECTED -> correctedErrors(gpu, 1);
            case CONTAINED -> uncorrected(gpu, CONTAINED_ERROR);
            case UNCONTAINED -> uncorrected(gpu, UNCONTAINED_ERROR);
            case DOUBLE_BIT -> uncorrected(gpu, DOUBLE_BIT_ERROR);
        }
    }

    /** Memory errors that are corrected and counted. */
    public void correctedErrors(int gpu, long errors) {
        if (reachable.test(gpu)) {
            memory.countCorrected(gpu, errors);
        }
    }

    private void uncorrected(int gpu, int number) {
        if (reachable.test(gpu)) {
            memory.countUncorrected(gpu);
            strike(gpu, number);
            retireRow(gpu);
        }
    }

    /** A row of a GPU's memory is replaced at the next reset (63), if its bank has a spare one (64 otherwise). */
    public void retireRow(int gpu) {
        if (reachable.test(gpu)) {
            strike(gpu, memory.retireRow(gpu) ? ROW_REMAPPED : ROW_REMAP_FAILED);
        }
    }

    /** Uses up spare rows of a GPU's memory, so many in each bank. */
    public void wearMemory(int gpu, int rowsPerBank) {
        memory.wear(gpu, rowsPerBank);
    }

    /** A GPU falls off the bus (79) until its tray reboots. */
    public void fallOffBus(int gpu) {
        strike(gpu, OFF_THE_BUS);
    }

    /** A GPU's management processor stops answering (119). */
    public void hang(int gpu) {
        strike(gpu, GSP_TIMEOUT);
    }

    /** A GPU latches up and falls off the bus. */
    public void latchUp(int gpu) {
        if (reachable.test(gpu)) {
            strike(gpu, OFF_THE_BUS);
            health.latchUp(gpu);
        }
    }

    /** A GPU fails for good, whatever is done to it. */
    public void breakForGood(int gpu) {
        strike(gpu, OFF_THE_BUS);
        health.die(gpu);
    }

    /** The next resets of a GPU change nothing. */
    public void failResets(int gpu, int count) {
        health.failResets(gpu, count);
    }

    /** An error event with all that belongs to it. */
    public void xid(int gpu, int number) {
        requireXid(number);
        switch (number) {
            case DOUBLE_BIT_ERROR, CONTAINED_ERROR, UNCONTAINED_ERROR -> uncorrected(gpu, number);
            case ROW_REMAPPED -> retireRow(gpu);
            case ROW_REMAP_FAILED -> {
                memory.failRow(gpu);
                strike(gpu, number);
            }
            default -> strike(gpu, number);
        }
    }

    private void strike(int gpu, int number) {
        if (!reachable.test(gpu)) {
            return;
        }
        if (vendorEvents) {
            log.add(gpu, number, nowS);
        }
        switch (table.effect(number)) {
            case NOTE -> {}
            case JOB_DIES -> workers.kill(gpu);
            case WANTS_RESET ->
                health.advise(gpu, number == ROW_REMAP_FAILED ? RecoveryAction.RESET : RecoveryAction.DRAIN_AND_RESET);
            case NEEDS_RESET -> {
                crash(gpu);
                health.stop(gpu);
            }
            case MUTE -> {
                crash(gpu);
                health.mute(gpu);
            }
            case OFF_BUS -> {
                crash(gpu);
                health.fallOffBus(gpu);
            }
        }
    }

    private void crash(int gpu) {
        workers.kill(gpu);
        workers.drop(gpu);
    }

    /** The newest events; none come when the vendor reports none. */
    public XidLog log() {
        return log;
    }

    /** Whether the vendor reports errors as events. */
    public boolean vendorEvents() {
        return vendorEvents;
    }
}
