package org.dawnline.tools.sim.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.sim.WorldState;

/** What the simulator knows of one GPU: {@code truth.gpu.12.busy} and the like. */
public record GpuTruth(int gpu, Figure figure) {
    private static final Pattern NAME = Pattern.compile(Pattern.quote(Truth.PREFIX) + "gpu\\.(\\d{1,4})\\.([A-Za-z]+)");
    private static final double ZERO_CELSIUS_K = 273.15;

    /** What can be asked. */
    public enum Figure {
        /** Usable. */
        USABLE("usable", "1", "1 while the GPU is awake, can be reached and needs no reset, else 0"),
        /** Busy. */
        BUSY("busy", "1", "1 while a job holds the GPU, else 0"),
        /** Power. */
        POWER("powerW", "W", "power of the GPU"),
        /** Temperature. */
        TEMP("tempC", "degC", "die of the GPU");

        private final String key;
        private final String unit;
        private final String description;

        Figure(String key, String unit, String description) {
            this.key = key;
            this.unit = unit;
            this.description = description;
        }

        /** Its name after the GPU's number. */
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

    /** The truth of that full name; empty when it is none about a GPU. */
    public static Optional<GpuTruth> of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int gpu = Integer.parseInt(matcher.group(1));
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.key.equals(matcher.group(2)))
                .findFirst()
                .map(figure -> new GpuTruth(gpu, figure));
    }

    /** Its value now. */
    public double read(WorldState world) {
        return switch (figure) {
            case USABLE -> world.gpuUsable(gpu) ? 1 : 0;
            case BUSY -> world.gpuJob(gpu) >= 0 ? 1 : 0;
            case POWER -> world.gpuPowerW(gpu);
            case TEMP -> world.gpuTempK(gpu) - ZERO_CELSIUS_K;
        };
    }
}
