package org.dawnline.sim;

import org.dawnline.sim.compute.MemoryUpset;
import org.dawnline.sim.compute.Mishaps;
import org.dawnline.sim.compute.Rack;

/** The switches behind the faults of GPUs, trays, their drivers and the jobs on them. */
final class RackFaultPanel {
    private final Rack rack;
    private final GpuPoll poll;

    RackFaultPanel(Rack rack, GpuPoll poll) {
        this.rack = rack;
        this.poll = poll;
    }

    /** Does it to a target that exists, with a value in its range. */
    void inject(String name, int index, double value, double nowS) {
        switch (name) {
            case "driver.unload" -> rack.unloadDriver(index, nowS + value);
            case "job.corrupt" -> corruptJob(index);
            case "job.kill" -> rack.workers().killJob(index);
            case "nvml.hang" -> poll.silence(nowS + value);
            case "tray.cut" -> rack.killTray(index, true);
            case "tray.glitch" -> rack.glitchTray(index, value);
            case "tray.reboot" -> rack.glitchTray(index, 0.0);
            case "tray.restore" -> rack.killTray(index, false);
            default -> injectGpu(name, index, value, nowS);
        }
    }

    private void injectGpu(String name, int gpu, double value, double nowS) {
        Mishaps mishaps = rack.mishaps();
        switch (name) {
            case "gpu.dead" -> mishaps.breakForGood(gpu);
            case "gpu.ecc.corrected" -> mishaps.correctedErrors(gpu, (long) value);
            case "gpu.ecc.uncorrected" -> rack.memoryUpset(gpu, MemoryUpset.CONTAINED);
            case "gpu.fail" -> mishaps.fallOffBus(gpu);
            case "gpu.hang" -> poll.hang(gpu, nowS + value);
            case "gpu.latchup" -> rack.latchUp(gpu);
            case "gpu.reset.fail" -> mishaps.failResets(gpu, (int) value);
            case "gpu.restore" -> {
                rack.restore(gpu);
                poll.heal(gpu);
            }
            case "gpu.row.remap" -> mishaps.retireRow(gpu);
            case "gpu.row.wear" -> mishaps.wearMemory(gpu, (int) value);
            case "gpu.sensor.nan" -> poll.loseTemp(gpu, true);
            case "gpu.xid" -> mishaps.xid(gpu, (int) value);
            default -> throw FaultPanel.missing(name);
        }
    }

    private void corruptJob(int slot) {
        for (int gpu = 0; gpu < rack.gpuCount(); gpu++) {
            if (rack.job(gpu) == slot) {
                rack.corruptSilently(gpu);
                return;
            }
        }
    }
}
