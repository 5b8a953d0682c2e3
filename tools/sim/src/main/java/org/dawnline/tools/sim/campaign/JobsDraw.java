package org.dawnline.tools.sim.campaign;

import java.math.BigDecimal;
import org.dawnline.hal.VehicleProfile;

/** Draws the workload: a service that is always there, batches that come and end, transients, or nothing at all. */
final class JobsDraw {
    private static final int MAX_BATCHES = 5;
    private static final double NO_SERVICE_CHANCE = 0.15;
    private static final double NO_LOAD_CHANCE = 0.03;
    private static final double RUNNING_CHANCE = 0.7;
    private static final double SWINGING_CHANCE = 0.25;
    private static final double STEPS_CHANCE = 0.25;
    private static final double CHECKPOINT_CHANCE = 0.6;
    private static final double LATEST_ARRIVAL = 0.8;
    private static final double TRANSIENT_RATIO = 1.4;
    private static final double LOW_RATIO = 0.4;
    private static final int MAX_PRIORITY = 9;
    private static final double MAX_W = 1e5;
    private static final int MAX_TRAYS = 256;
    private static final int MAX_GPUS_PER_TRAY = 64;

    private final Dice dice;
    private final int gpus;
    private final double idleW;
    private final double maxW;
    private final StringBuilder jobs = new StringBuilder();

    JobsDraw(Dice dice, VehicleProfile profile) {
        this.dice = dice;
        boolean rack = profile.has("rack.trays") && profile.has("rack.gpusPerTray");
        gpus = rack
                ? profile.count("rack.trays", 0, MAX_TRAYS) * profile.count("rack.gpusPerTray", 0, MAX_GPUS_PER_TRAY)
                : 0;
        idleW = gpus > 0 ? profile.number("gpu.idleW", 0, MAX_W) : 0;
        maxW = gpus > 0 ? profile.number("gpu.limitMaxW", 0, MAX_W) : 0;
    }

    void write(StringBuilder text, int durationS) {
        if (gpus == 0) {
            return;
        }
        if (!dice.chance(NO_SERVICE_CHANCE)) {
            service();
        }
        int batches = dice.whole(0, MAX_BATCHES);
        for (int i = 0; i < batches; i++) {
            batch(i, durationS);
        }
        if (!jobs.isEmpty()) {
            text.append("jobs:\n").append(jobs);
        }
    }

    /** One service on every GPU that asks for anything between idling and the peak, steadily or in steps; sometimes for nothing. */
    void writeLoad(StringBuilder text) {
        if (gpus == 0 || dice.chance(NO_LOAD_CHANCE)) {
            return;
        }
        jobs.append("  - name: service\n    priority: 5\n");
        jobs.append("    gpus: ")
                .append(gpus)
                .append("\n    runningGpus: ")
                .append(gpus)
                .append('\n');
        BigDecimal levelW = dice.decimal(idleW, maxW, 0);
        if (dice.chance(STEPS_CHANCE)) {
            steps(levelW.doubleValue());
        } else {
            jobs.append("    demandW: ").append(levelW.toPlainString()).append('\n');
        }
        text.append("jobs:\n").append(jobs);
    }

    private void service() {
        int wanted = dice.whole(Math.max(1, gpus / 2), gpus);
        jobs.append("  - name: service\n");
        common(wanted);
        if (dice.chance(RUNNING_CHANCE)) {
            jobs.append("    runningGpus: ").append(wanted).append('\n');
        }
        demand();
    }

    private void batch(int number, int durationS) {
        int wanted = dice.whole(1, gpus);
        jobs.append("  - name: batch").append(number).append('\n');
        common(wanted);
        jobs.append("    at: ")
                .append(dice.whole(1, (int) (LATEST_ARRIVAL * durationS)))
                .append('\n');
        jobs.append("    workGpuHours: ")
                .append(dice.decimal(0.1, 2.0 * wanted, 2))
                .append('\n');
        demand();
    }

    private void common(int wanted) {
        jobs.append("    priority: ").append(dice.whole(0, MAX_PRIORITY)).append('\n');
        jobs.append("    gpus: ").append(wanted).append('\n');
        if (dice.chance(CHECKPOINT_CHANCE)) {
            jobs.append("    checkpoint: {every: ").append(dice.whole(300, 3600));
            jobs.append(", takes: ").append(dice.whole(10, 120)).append("}\n");
        }
    }

    private void demand() {
        BigDecimal levelW = dice.decimal(Math.max(idleW, LOW_RATIO * maxW), maxW, 0);
        if (dice.chance(SWINGING_CHANCE)) {
            swing(levelW.doubleValue());
        } else if (dice.chance(STEPS_CHANCE)) {
            steps(levelW.doubleValue());
        } else {
            jobs.append("    demandW: ").append(levelW.toPlainString()).append('\n');
        }
    }

    // A training step every few seconds: compute, exchange, and a short peak between the two.
    private void swing(double levelW) {
        double periodS = dice.decimal(1, 10, 1).doubleValue();
        jobs.append("    demandW:\n");
        step(0, levelW);
        step(0.5 * periodS, levelW * TRANSIENT_RATIO);
        step(0.6 * periodS, Math.max(idleW, levelW * LOW_RATIO));
        jobs.append("    repeat: ").append(Decimals.rounded(periodS, 1)).append('\n');
    }

    private void steps(double levelW) {
        jobs.append("    demandW:\n");
        int count = dice.whole(2, 5);
        int fromS = 0;
        for (int i = 0; i < count; i++) {
            step(fromS, i == 0 ? levelW : dice.decimal(idleW, maxW, 0).doubleValue());
            fromS += dice.whole(60, 2400);
        }
        jobs.append("    repeat: ").append(fromS).append('\n');
    }

    private void step(double fromS, double demandW) {
        jobs.append("      - {from: ").append(Decimals.rounded(fromS, 2));
        jobs.append(", W: ").append(Decimals.rounded(demandW, 0)).append("}\n");
    }
}
