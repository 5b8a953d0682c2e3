package org.dawnline.fsw.compute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputeHal.GpuState;

/** What is told of each GPU. */
final class FleetReport {
    private static final List<String> STATES =
            Arrays.stream(GpuState.values()).map(GpuState::name).toList();

    private static final int TWO_DIGITS = 10;

    private final ComputeHal rack;
    private final Fleet fleet;
    private final Events<ComputeEvent> events;
    private final GpuState[] lastState;
    private final boolean[] wasTooHot;
    private final boolean[] wasStalled;
    private final List<Channel> power = new ArrayList<>();
    private final List<Channel> temp = new ArrayList<>();
    private final List<Channel> state = new ArrayList<>();

    FleetReport(Face face, ComputeHal rack, Fleet fleet, Events<ComputeEvent> events) {
        this.rack = rack;
        this.fleet = fleet;
        this.events = events;
        int gpus = rack.gpuCount();
        lastState = new GpuState[gpus];
        Arrays.fill(lastState, GpuState.AWAKE);
        wasTooHot = new boolean[gpus];
        wasStalled = new boolean[gpus];
        for (int gpu = 0; gpu < gpus; gpu++) {
            String prefix = "gpu." + (gpu < TWO_DIGITS ? "0" : "") + gpu;
            power.add(face.channel(prefix + ".powerW", Unit.WATT, "power drawn by the GPU"));
            temp.add(face.channel(prefix + ".tempK", Unit.KELVIN, "die temperature of the GPU"));
            state.add(face.stateChannel(prefix + ".state", STATES, "what the GPU is doing"));
        }
    }

    /** Raises an event for each GPU that has changed since the last call. */
    void announce() {
        for (int gpu = 0; gpu < lastState.length; gpu++) {
            announceState(gpu);
            announceTemperature(gpu);
            announceStall(gpu);
        }
    }

    private void announceState(int gpu) {
        GpuState now = rack.gpuState(gpu);
        GpuState before = lastState[gpu];
        lastState[gpu] = now;
        if (now == before) {
            return;
        }
        if (now == GpuState.TRIPPED) {
            events.raise(ComputeEvent.GPU_TRIPPED, gpu, rack.gpuTempK(gpu));
        } else if (now == GpuState.UNKNOWN) {
            events.raise(ComputeEvent.GPU_LOST, gpu);
        } else if (Fleet.canRun(now) && !Fleet.canRun(before)) {
            events.raise(ComputeEvent.GPU_BACK, gpu);
        }
    }

    private void announceTemperature(int gpu) {
        if (fleet.tooHot(gpu) != wasTooHot[gpu]) {
            wasTooHot[gpu] = fleet.tooHot(gpu);
            events.raise(wasTooHot[gpu] ? ComputeEvent.GPU_TOO_HOT : ComputeEvent.GPU_BACK, gpu, rack.gpuTempK(gpu));
        }
    }

    private void announceStall(int gpu) {
        if (fleet.stalled(gpu) != wasStalled[gpu]) {
            wasStalled[gpu] = fleet.stalled(gpu);
            events.raise(wasStalled[gpu] ? ComputeEvent.GPU_STALLED : ComputeEvent.GPU_BACK, gpu);
        }
    }

    void report() {
        for (int gpu = 0; gpu < lastState.length; gpu++) {
            power.get(gpu).set(rack.gpuPowerW(gpu));
            temp.get(gpu).set(rack.gpuTempK(gpu));
            state.get(gpu).set(rack.gpuState(gpu).ordinal());
        }
    }
}
