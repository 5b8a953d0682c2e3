package org.dawnline.fsw.core.health;

import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.ComputerCondition;
import org.dawnline.hal.ComputerHal;
import org.jspecify.annotations.Nullable;

/** Compares the condition of the computer with the one before. Used by one worker at a time; allocates. */
final class ResourceMeter {
    /** Share of one processor above which a thread counts as a hog. */
    static final double HOG_RATIO = 0.75;

    private static final double MS_PER_S = 1e3;

    private final ComputerHal computer;
    private final Map<Long, Double> cpuBefore = new TreeMap<>();
    private final Map<Long, Integer> hogIntervals = new TreeMap<>();
    private @Nullable ComputerCondition before;

    ResourceMeter(ComputerHal computer) {
        this.computer = computer;
    }

    /** What was used since the last call; since the start of the process at the first one. */
    ResourceUse take() {
        ComputerCondition now = computer.condition();
        ComputerCondition last = before;
        before = now;
        double elapsedS = now.uptimeS() - (last == null ? 0.0 : last.uptimeS());
        double pauses = now.collections() - (last == null ? 0.0 : last.collections());
        double pausedS = now.collectingS() - (last == null ? 0.0 : last.collectingS());
        Busiest busiest = busiest(now, elapsedS);
        return new ResourceUse(
                (now.cpuS() - (last == null ? 0.0 : last.cpuS())) / (elapsedS * now.processors()),
                now.heapBytes() / now.heapMaxBytes(),
                now.directBytes(),
                pauses,
                pauses > 0 ? pausedS * MS_PER_S / pauses : pausedS * 0, // 0, or unknown as they are
                now.openFiles() / now.openFilesMax(),
                now.diskFreeBytes(),
                busiest.number,
                busiest.ratio,
                busiest.intervals);
    }

    private record Busiest(int number, double ratio, int intervals) {}

    // A hog goes before a thread that was only busy once.
    private Busiest busiest(ComputerCondition now, double elapsedS) {
        Busiest found = new Busiest(-1, 0, 0);
        Map<Long, Double> cpu = new TreeMap<>();
        Map<Long, Integer> hogs = new TreeMap<>();
        for (ComputerCondition.ThreadUse thread : now.threads()) {
            double ratio = (thread.cpuS() - cpuBefore.getOrDefault(thread.id(), 0.0)) / elapsedS;
            int intervals = ratio >= HOG_RATIO ? hogIntervals.getOrDefault(thread.id(), 0) + 1 : 0;
            cpu.put(thread.id(), thread.cpuS());
            hogs.put(thread.id(), intervals);
            if (intervals > found.intervals || (intervals == found.intervals && ratio > found.ratio)) {
                found = new Busiest(ThreadNames.numberOf(thread.name()), ratio, intervals);
            }
        }
        cpuBefore.clear();
        cpuBefore.putAll(cpu);
        hogIntervals.clear();
        hogIntervals.putAll(hogs);
        return found;
    }
}
