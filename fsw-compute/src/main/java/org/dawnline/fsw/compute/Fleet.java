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

/** The GPUs one by one: which of them can be used, what the others draw, and what is told of each. */
final class Fleet {
    private static final List<String> STATES =
            Arrays.stream(GpuState.values()).map(GpuState::name).toList();
    /** A GPU that was too hot is used again once it is this far below its limit. */
    private static final double COOLED_BY_K = 5;

    private static final int TWO_DIGITS = 10;

    private final ComputeHal rack;
    private final GpuFigures figures;
    private final Events<ComputeEvent> events;
    private final boolean[] held;
    private final boolean[] tooHot;
    private final boolean[] usable;
    private final GpuState[] lastState;
    private final List<Channel> power = new ArrayList<>();
    private final List<Channel> temp = new ArrayList<>();
    private final List<Channel> state = new ArrayList<>();
    private int usableCount;

    Fleet(Face face, ComputeHal rack, GpuFigures figures, Events<ComputeEvent> events) {
        this.rack = rack;
        this.figures = figures;
        this.events = events;
        int gpus = rack.gpuCount();
        held = new boolean[gpus];
        tooHot = new boolean[gpus];
        usable = new boolean[gpus];
        lastState = new GpuState[gpus];
        Arrays.fill(lastState, GpuState.AWAKE);
        for (int gpu = 0; gpu < gpus; gpu++) {
            String prefix = "gpu." + (gpu < TWO_DIGITS ? "0" : "") + gpu;
            power.add(face.channel(prefix + ".powerW", Unit.WATT, "power drawn by the GPU"));
            temp.add(face.channel(prefix + ".tempK", Unit.KELVIN, "die temperature of the GPU"));
            state.add(face.stateChannel(prefix + ".state", STATES, "what the GPU is doing"));
        }
    }

    void read() {
        usableCount = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            watchState(gpu);
            watchTemperature(gpu);
            usable[gpu] = canRun(rack.gpuState(gpu)) && !held[gpu] && !tooHot[gpu];
            usableCount += usable[gpu] ? 1 : 0;
        }
    }

    void report() {
        for (int gpu = 0; gpu < usable.length; gpu++) {
            power.get(gpu).set(rack.gpuPowerW(gpu));
            temp.get(gpu).set(rack.gpuTempK(gpu));
            state.get(gpu).set(rack.gpuState(gpu).ordinal());
        }
    }

    private void watchState(int gpu) {
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
        } else if (canRun(now) && !canRun(before)) {
            events.raise(ComputeEvent.GPU_BACK, gpu);
        }
    }

    private void watchTemperature(int gpu) {
        double tempK = rack.gpuTempK(gpu);
        if (!tooHot[gpu] && tempK >= figures.slowdownTempK()) {
            tooHot[gpu] = true;
            events.raise(ComputeEvent.GPU_TOO_HOT, gpu, tempK);
        } else if (tooHot[gpu] && tempK < figures.maxTempK() - COOLED_BY_K) {
            tooHot[gpu] = false;
            events.raise(ComputeEvent.GPU_BACK, gpu);
        }
    }

    private static boolean canRun(GpuState state) {
        return state == GpuState.AWAKE || state == GpuState.WAKING || state == GpuState.ASLEEP;
    }

    int size() {
        return usable.length;
    }

    boolean usable(int gpu) {
        return usable[gpu];
    }

    int usableCount() {
        return usableCount;
    }

    void hold(int gpu, boolean hold) {
        held[gpu] = hold;
    }

    /** Power of all GPUs that cannot be used, in W; {@code assumedW} for each whose power is unknown. */
    double unusablePowerW(double assumedW) {
        double sum = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            if (!usable[gpu] && rack.gpuState(gpu) != GpuState.OFF) {
                double powerW = rack.gpuPowerW(gpu);
                sum += powerW >= 0 ? powerW : assumedW;
            }
        }
        return sum;
    }

    /** Hottest GPU that gives a temperature, in K; NaN when none does. */
    double hottestK() {
        double hottest = Double.NaN;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            double tempK = rack.gpuTempK(gpu);
            if (!Double.isNaN(tempK) && !(tempK <= hottest)) {
                hottest = tempK;
            }
        }
        return hottest;
    }

    /** Mean of the GPUs that give a temperature, in K; NaN when none does. */
    double meanK() {
        double sum = 0;
        int readings = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            double tempK = rack.gpuTempK(gpu);
            boolean known = !Double.isNaN(tempK);
            sum += known ? tempK : 0;
            readings += known ? 1 : 0;
        }
        return sum / readings;
    }

    /** GPUs in a state. */
    int count(GpuState wanted) {
        int found = 0;
        for (int gpu = 0; gpu < usable.length; gpu++) {
            found += rack.gpuState(gpu) == wanted ? 1 : 0;
        }
        return found;
    }
}
