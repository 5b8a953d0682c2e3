package org.dawnline.fsw.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.ComponentHarness;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;

/** The rack of ai1 with two grants and two ceilings that the test sets; its GPUs draw what limit and job let them. */
final class RackBench {
    static final double SHARE = 0.85;
    private static final double IDLE_W = 175;
    private static final double ASLEEP_W = 14;
    private static final int REFLEXES_PER_REGULATION = 10;

    /** GPUs' true share of the rack's input. */
    double trueShare = SHARE;

    /** A GPU that draws its idle power whatever it is given; -1 for none. */
    int deadGpu = -1;

    private final double stepS;
    final ComponentHarness harness;
    final FakeCompute rack;
    final Channel powerGrantW;
    final Channel heatGrantW;
    final Channel warmthWanted;
    final Channel heatFloorW;
    final Channel comingW;
    final Channel powerCeilingW;
    final Channel heatCeilingW;
    final Workload workload;
    final ComputeManager manager;
    final ComputeReflex reflex;

    /** A rack of 18 trays with 4 GPUs each; reflex and manager step once a second. */
    RackBench() {
        this(new FakeCompute(18, 4, 8), ai1(), 1);
    }

    /** The same with a reflex at 10 Hz; the manager steps once a second too, but believes that it steps at 10 Hz. */
    static RackBench withFastReflex() {
        return new RackBench(new FakeCompute(18, 4, 8), ai1(), 0.1);
    }

    RackBench(FakeCompute rack, VehicleProfile vehicle, double stepS) {
        this.rack = rack;
        this.stepS = stepS;
        harness = new ComponentHarness(new FakeHal(rack, new FakeStorage()), stepS);
        Face ports = harness.face("ports");
        powerGrantW = ports.channel("powerGrantW", Unit.WATT, "rack input that power allows");
        heatGrantW = ports.channel("heatGrantW", Unit.WATT, "rack input that heat allows");
        warmthWanted = ports.channel("warmthWanted", Unit.NONE, "whether idle GPUs should warm the loop");
        heatFloorW = ports.channel("heatFloorW", Unit.WATT, "rack input that the loop wants at least");
        comingW = ports.channel("comingW", Unit.WATT, "rack input that is planned for soon");
        powerCeilingW = ports.channel("powerCeilingW", Unit.WATT, "rack input that power can carry");
        heatCeilingW = ports.channel("heatCeilingW", Unit.WATT, "rack input that heat can carry");
        workload = new Workload(harness.face("workload"), rack, vehicle, harness.modes());
        manager = new ComputeManager(
                harness.face("compute"),
                rack,
                vehicle,
                harness.modes(),
                workload,
                RackGrants.of(powerGrantW, heatGrantW, warmthWanted).planned(heatFloorW, comingW));
        reflex = new ComputeReflex(harness.face("computeReflex"), rack, vehicle, manager, powerCeilingW, heatCeilingW);
        harness.fly(workload, reflex, stepS < 1 ? everyTenth(manager) : manager);
        grant(120_000, 120_000);
        ceil(150_000, 150_000);
    }

    private static Component everyTenth(ComputeManager manager) {
        return new Component() {
            private long steps;

            @Override
            public String name() {
                return manager.name();
            }

            @Override
            public void step(Tick tick) {
                if (steps++ % REFLEXES_PER_REGULATION == 0) {
                    manager.step(tick);
                }
            }
        };
    }

    /** The figures of ai1 that the compute manager reads, as in the reference vehicle's profile. */
    static VehicleProfile ai1() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("rack.gpuShareRatio", SHARE);
        figures.put("rack.peakW", 150_000.0);
        figures.put("rack.rampWPerS", 20_000.0);
        figures.put("gpu.idleW", IDLE_W);
        figures.put("gpu.asleepW", ASLEEP_W);
        figures.put("gpu.clockLockMinW", 300.0);
        figures.put("gpu.limitMaxW", 1800.0);
        figures.put("gpu.throughputRefW", 1400.0);
        figures.put("gpu.throughputExponent", 0.6);
        figures.put("gpu.maxOperatingTempK", 358.15);
        figures.put("gpu.slowdownTempK", 363.15);
        return new VehicleProfile("ai1", figures);
    }

    void grant(double powerW, double heatW) {
        powerGrantW.set(powerW);
        heatGrantW.set(heatW);
    }

    void ceil(double powerW, double heatW) {
        powerCeilingW.set(powerW);
        heatCeilingW.set(heatW);
    }

    void fly(double seconds) {
        long steps = Math.round(seconds / stepS);
        for (long i = 0; i < steps; i++) {
            harness.tick();
            draw();
        }
    }

    /** One reflex step. */
    void step() {
        harness.tick();
        draw();
    }

    private void draw() {
        double sum = 0;
        for (int gpu = 0; gpu < rack.gpuCount(); gpu++) {
            rack.gpuPowerW[gpu] = gpuW(gpu);
            sum += rack.gpuPowerW[gpu];
        }
        rack.rackPowerW = sum / trueShare;
    }

    private double gpuW(int gpu) {
        GpuState state = rack.gpuState[gpu];
        if (state == GpuState.AWAKE && rack.gpuSlot[gpu] >= 0 && gpu != deadGpu) {
            return Math.min(rack.gpuPowerLimitW[gpu], rack.jobGpuDemandW[rack.gpuSlot[gpu]]);
        }
        return state == GpuState.ASLEEP ? ASLEEP_W : state == GpuState.OFF ? 0 : IDLE_W;
    }

    int count(GpuState wanted) {
        int found = 0;
        for (GpuState state : rack.gpuState) {
            found += state == wanted ? 1 : 0;
        }
        return found;
    }
}
