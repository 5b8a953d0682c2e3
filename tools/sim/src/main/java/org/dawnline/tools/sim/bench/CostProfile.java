package org.dawnline.tools.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the processor's time goes, by the flight recorder of the JVM: every 10 ms it notes what runs, and each note counts for the
 * class of ours that is nearest to it.
 *
 * @param samples notes taken in code of ours
 * @param packages share of each package, largest first
 * @param classes share of each class, largest first
 */
public record CostProfile(int samples, List<Share> packages, List<Share> classes) {
    private static final String OURS = "org.dawnline.";
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration INTERVAL = Duration.ofMillis(10);

    /**
     * A part of the time.
     *
     * @param name of the package or class, without {@code org.dawnline.}
     * @param ratio part of all samples, 0..1
     */
    public record Share(String name, double ratio) {}

    /** Samples while {@code work} runs. */
    static CostProfile of(Runnable work) {
        try {
            Path file = Files.createTempFile("dawnline-speed", ".jfr");
            try (Recording recording = new Recording()) {
                recording.enable(SAMPLE).withPeriod(INTERVAL);
                recording.start();
                work.run();
                recording.stop();
                recording.dump(file);
                return read(RecordingFile.readAllEvents(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the samples", e);
        }
    }

    private static CostProfile read(List<RecordedEvent> events) {
        Map<String, Integer> packages = new TreeMap<>();
        Map<String, Integer> classes = new TreeMap<>();
        int samples = 0;
        for (RecordedEvent event : events) {
            String type = nearest(event.getStackTrace());
            if (type.isEmpty() || !event.getEventType().getName().equals(SAMPLE)) {
                continue;
            }
            samples++;
            classes.merge(type, 1, Integer::sum);
            packages.merge(type.substring(0, Math.max(0, type.lastIndexOf('.'))), 1, Integer::sum);
        }
        return new CostProfile(samples, shares(packages, samples), shares(classes, samples));
    }

    private static String nearest(@Nullable RecordedStackTrace trace) {
        if (trace == null) {
            return "";
        }
        for (RecordedFrame frame : trace.getFrames()) {
            String type = frame.getMethod().getType().getName();
            if (type.startsWith(OURS)) {
                return type.substring(OURS.length()).replaceFirst("\\$.*", "");
            }
        }
        return "";
    }

    private static List<Share> shares(Map<String, Integer> counts, int samples) {
        List<Share> shares = new ArrayList<>();
        counts.forEach((name, count) -> shares.add(new Share(name, (double) count / samples)));
        shares.sort(Comparator.comparingDouble(Share::ratio).reversed());
        return shares;
    }
}
