package org.dawnline.tools.sim.scenario;

import java.util.Arrays;
import java.util.Optional;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldState;

/** What the simulator knows of one job of the scenario: {@code truth.job.NAME.gpus} and the like. */
public record JobTruth(String job, Figure figure) {
    private static final String PREFIX = Truth.PREFIX + "job.";
    private static final double SECONDS_PER_HOUR = 3600;

    /** What can be asked. */
    public enum Figure {
        /** GPUs that it runs on. */
        GPUS("gpus", "1", "GPUs that the job runs on"),
        /** Work. */
        WORK("workGpuHours", "h", "work that the job has done and not lost, in GPU-hours at full rate"),
        /** Checkpoints. */
        CHECKPOINT_INTERVAL("checkpointIntervalS", "s", "running time after which the job writes a checkpoint");

        private final String key;
        private final String unit;
        private final String description;

        Figure(String key, String unit, String description) {
            this.key = key;
            this.unit = unit;
            this.description = description;
        }

        /** Its name after the job's. */
        public String key() {
            return key;
        }

        /** Unit of the value. */
        public String unit() {
            return unit;
        }

        /** What it is. */
        public String description() {
            return description;
        }
    }

    /** The truth of that full name; empty when it is none about a job. */
    public static Optional<JobTruth> of(String name) {
        int end = name.lastIndexOf('.');
        if (!name.startsWith(PREFIX) || end <= PREFIX.length()) {
            return Optional.empty();
        }
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.key.equals(name.substring(end + 1)))
                .findFirst()
                .map(figure -> new JobTruth(name.substring(PREFIX.length(), end), figure));
    }

    /** Its value now, the job being in that slot; 0 while it is in none. */
    public double read(SimWorld world, int slot) {
        if (slot < 0) {
            return 0;
        }
        WorldState state = world.state();
        return switch (figure) {
            case GPUS -> state.jobGpusRunning(slot);
            case WORK -> state.jobWorkGpuS(slot) / SECONDS_PER_HOUR;
            case CHECKPOINT_INTERVAL -> world.hal().compute().jobs().checkpointIntervalS(slot);
        };
    }
}
