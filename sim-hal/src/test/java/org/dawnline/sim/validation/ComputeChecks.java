package org.dawnline.sim.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.compute.GpuLaw;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.random.RandomStream;

/** The rack: what few watts are best spent on, how long its parts take, and what checkpoints and failures cost. */
final class ComputeChecks {
    private static final String MODEL = "Rack and jobs";
    private static final String FIGURES = "reference figures of ai1";
    private static final String YOUNG_DALY =
            "Young 1974, Daly 2006: interval sqrt(2 C M), waste C/T + T/2M; C 60 s, M 36.8 h";
    private static final int GPUS = 72;
    private static final double COOL_K = 330.0;
    private static final double SECONDS_PER_HOUR = 3600.0;

    private ComputeChecks() {}

    static List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.value(MODEL, "rack idle with all GPUs awake, kW", FIGURES, 15.0, idleKW(), 0.2));
        checks.add(awake(10.0, 22));
        checks.add(awake(15.0, 35));
        checks.add(awake(20.0, 47));
        checks.add(Check.error(
                MODEL, "work lost at 26 kW by keeping all 72 awake, % of the best", FIGURES, allAwakeLoss(26e3), 1.0));
        checks.add(Check.within(MODEL, "rack peak at 120 kW with 1.4x transients, kW", FIGURES, 168.0, peakKW(), 1e-3));
        checks.addAll(delays());
        checks.addAll(checkpoints());
        return checks;
    }

    private static double idleKW() {
        Rack rack = rack();
        run(rack, 1.0, 0.1);
        return rack.inputW() / 1e3;
    }

    /** The number of GPUs awake that gets most work out of a budget, the others asleep. */
    private static int bestCount(double budgetW) {
        GpuLaw law = rack().law();
        int best = 0;
        double most = 0.0;
        for (int awake = 1; awake <= GPUS; awake++) {
            double eachW = eachW(budgetW, awake);
            double work = awake * law.throughput(0, eachW);
            if (work > most) {
                most = work;
                best = awake;
            }
        }
        return best;
    }

    private static double eachW(double budgetW, int awake) {
        return (budgetW - (GPUS - awake) * rack().law().restingW(GpuState.ASLEEP)) / awake;
    }

    private static Check awake(double budgetKW, int published) {
        int best = bestCount(budgetKW * 1e3);
        String quantity = String.format(
                Locale.ROOT,
                "GPUs awake that do most with %.0f kW (at %.0f W each; published: about 420)",
                budgetKW,
                eachW(budgetKW * 1e3, best));
        return Check.value(MODEL, quantity, FIGURES, published, best, 0.0);
    }

    /** The published rule keeps all awake from about 26 kW, where that costs little; strictly best it is only from 30 kW on. */
    private static double allAwakeLoss(double budgetW) {
        GpuLaw law = rack().law();
        int best = bestCount(budgetW);
        double most = best * law.throughput(0, eachW(budgetW, best));
        return 100.0 * (1.0 - GPUS * law.throughput(0, budgetW / GPUS) / most);
    }

    private static double peakKW() {
        Rack rack = rack();
        double eachW = 120e3 * 0.85 / GPUS;
        rack.start(rack.addJob(JobSpec.endless("training", 5, GPUS, eachW).withPeaks(1.4), 0.0), GPUS);
        run(rack, 1.0, 0.1);
        return rack.maxPeakInputW() / 1e3;
    }

    private static List<Check> delays() {
        Rack rack = rack();
        rack.requestSleep(0, true);
        double sleepS = until(rack, 0, GpuState.ASLEEP);
        rack.requestSleep(0, false);
        double wakeS = until(rack, 0, GpuState.AWAKE);
        rack.requestTray(1, false);
        double cutS = until(rack, 4, GpuState.OFF);
        rack.requestTray(1, true);
        double bootS = until(rack, 4, GpuState.AWAKE);
        return List.of(
                Check.value(MODEL, "falling asleep, s", FIGURES, 2.0, sleepS, 0.05),
                Check.value(MODEL, "waking, s", FIGURES, 10.0, wakeS, 0.05),
                Check.value(MODEL, "cutting a tray, s", FIGURES, 1.0, cutS, 0.05),
                Check.value(MODEL, "booting a tray, s", FIGURES, 180.0, bootS, 0.05));
    }

    private static double until(Rack rack, int gpu, GpuState wanted) {
        double stepS = 0.01;
        double seconds = 0.0;
        while (rack.state(gpu) != wanted && seconds < 1000.0) {
            run(rack, stepS, stepS);
            seconds += stepS;
        }
        return seconds;
    }

    /**
     * One training for some centuries under failures at random. What checkpoints cost falls with the interval and what failures cost
     * rises with it: the optimum is where both parts, as measured, are equal.
     */
    private static List<Check> checkpoints() {
        double mtbfS = 36.8 * SECONDS_PER_HOUR;
        double costS = 60.0;
        double intervalS = 3980.0;
        double stepS = 20.0;
        int failures = 4000;
        Rack rack = new Rack(Vehicles.ai1().with("rack.trays", 1.0).with("rack.gpusPerTray", 1.0), 1);
        int slot = rack.addJob(JobSpec.endless("training", 5, 1, 1400.0).withCheckpoints(intervalS, costS), 0.0);
        rack.start(slot, 1);
        RandomStream luck = new RandomStream(1, "failures");
        double[] tempK = {COOL_K};
        double nowS = 0.0;
        double nextS = 0.0;
        for (int failure = 0; failure < failures; failure++) {
            nextS += luck.exponential(mtbfS);
            while (nowS < nextS) {
                rack.step(nowS, stepS, tempK);
                nowS += stepS;
            }
            rack.workers().killJob(slot);
        }
        double waste = 1.0 - rack.board().workGpuS(slot) / nowS;
        double lost = rack.board().lostGpuS() / nowS;
        double saving = waste - lost;
        double optimumS = intervalS * StrictMath.sqrt(saving / lost);
        return List.of(
                Check.within(MODEL, "waste at the best interval, %", YOUNG_DALY, 3.0, 100.0 * waste, 0.03),
                Check.within(MODEL, "best checkpoint interval, s", YOUNG_DALY, 3987.0, optimumS, 0.03));
    }

    private static Rack rack() {
        return new Rack(Vehicles.ai1(), 1);
    }

    private static void run(Rack rack, double seconds, double stepS) {
        double[] tempK = new double[GPUS];
        Arrays.fill(tempK, COOL_K);
        for (double nowS = 0.0; nowS < seconds - stepS / 2.0; nowS += stepS) {
            rack.step(nowS, stepS, tempK);
        }
    }
}
