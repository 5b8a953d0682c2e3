package org.dawnline.sim;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.MemoryUpset;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.radiation.Radiation;
import org.dawnline.sim.radiation.Upset;
import org.dawnline.sim.radiation.UpsetTarget;
import org.dawnline.sim.random.RandomStream;

/** Where particles go: to a GPU drawn from all, into stored blobs, or into the memory of the flight computer. */
final class Strikes implements Radiation.Victims {
    private final Rack rack;
    private final SimStorage storage;
    private final double uncontainedRatio;
    private final double doubleBitRatio;
    private final List<UpsetTarget> flightMemory = new ArrayList<>();

    Strikes(VehicleProfile truth, Rack rack, SimStorage storage) {
        this.rack = rack;
        this.storage = storage;
        uncontainedRatio = truth.numberOr(0.0, "radiation.uncontainedRatio", 0.0, 1.0);
        doubleBitRatio = truth.numberOr(0.0, "radiation.doubleBitRatio", 0.0, 1.0 - uncontainedRatio);
    }

    /** Makes the memory of the flight computer known; with several, each is as likely. */
    void add(UpsetTarget target) {
        flightMemory.add(target);
    }

    @Override
    public boolean hit(Upset upset, RandomStream luck) {
        return switch (upset) {
            case FILE -> storage.flip(1) > 0;
            case FLIGHT_STATE -> hitFlightMemory(luck);
            default -> rack.gpuCount() > 0 && hitGpu(upset, (int) (luck.nextDouble() * rack.gpuCount()), luck);
        };
    }

    private boolean hitFlightMemory(RandomStream luck) {
        int count = flightMemory.size();
        return count > 0 && flightMemory.get((int) (luck.nextDouble() * count)).flip(luck.nextDouble());
    }

    private boolean hitGpu(Upset upset, int gpu, RandomStream luck) {
        if (!rack.present(gpu)) {
            return false;
        }
        switch (upset) {
            case CORRECTED_MEMORY -> rack.memoryUpset(gpu, MemoryUpset.CORRECTED);
            case MEMORY -> rack.memoryUpset(gpu, kind(luck.nextDouble()));
            case HANG -> rack.hang(gpu);
            case LATCH_UP -> rack.latchUp(gpu);
            default -> {
                return rack.corruptSilently(gpu);
            }
        }
        return true;
    }

    private MemoryUpset kind(double luck) {
        if (luck < doubleBitRatio) {
            return MemoryUpset.DOUBLE_BIT;
        }
        return luck < doubleBitRatio + uncontainedRatio ? MemoryUpset.UNCONTAINED : MemoryUpset.CONTAINED;
    }
}
