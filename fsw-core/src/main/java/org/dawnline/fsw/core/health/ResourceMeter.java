package org.dawnline.fsw.core.health;

import java.util.ArrayList;
import java.util.List;
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
        List<ComputerCondition.ThreadUse> threads = now.threads();
        List<ResourceUse.Hog> hogs = new ArrayList<>();
        int busiest = -1;
        double busiestRatio = 0;
        for (ResourceUse.Hog thread : threads(threads, elapsedS)) {
            if (busiest < 0 || thread.ratio() > busiestRatio) {
                busiest = thread.thread();
                busiestRatio = thread.ratio();
            }
            if (thread.intervals() > 0) {
                hogs.add(thread);
            }
        }
        return new ResourceUse(
                (now.cpuS() - (last == null ? 0.0 : last.cpuS())) / (elapsedS * now.processors()),
                now.heapBytes() / now.heapMaxBytes(),
                now.directBytes(),
                pauses,
                now.longestPauseS() * MS_PER_S,
                now.openFiles() / now.openFilesMax(),
                now.diskFreeBytes(),
                busiest,
                busiestRatio,
                hogs);
    }

    // What each thread used, and how often in a row that was too much.
    private List<ResourceUse.Hog> threads(List<ComputerCondition.ThreadUse> threads, double elapsedS) {
        List<ResourceUse.Hog> uses = new ArrayList<>();
        Map<Long, Double> cpu = new TreeMap<>();
        Map<Long, Integer> hogs = new TreeMap<>();
        for (ComputerCondition.ThreadUse thread : threads) {
            double ratio = (thread.cpuS() - cpuBefore.getOrDefault(thread.id(), 0.0)) / elapsedS;
            int intervals = ratio >= HOG_RATIO ? hogIntervals.getOrDefault(thread.id(), 0) + 1 : 0;
            cpu.put(thread.id(), thread.cpuS());
            hogs.put(thread.id(), intervals);
            uses.add(new ResourceUse.Hog(ThreadNames.numberOf(thread.name()), ratio, intervals));
        }
        cpuBefore.clear();
        cpuBefore.putAll(cpu);
        hogIntervals.clear();
        hogIntervals.putAll(hogs);
        return uses;
    }
}
