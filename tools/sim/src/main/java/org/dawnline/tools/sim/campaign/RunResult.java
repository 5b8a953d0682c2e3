package org.dawnline.tools.sim.campaign;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one run. Nothing in it depends on the machine.
 *
 * @param run number of the run
 * @param vehicle what was flown
 * @param verdict whether every invariant held
 * @param excludedBecause the limit that cannot be held; empty unless the verdict is EXCLUDED
 * @param failures what was broken, the first of each kind; also for an excluded run
 * @param faults names of the faults that struck, in the order of the scenario
 * @param figures figures by name, see {@link Figure}; NaN for what is not known
 * @param digest SHA-256 of the flight's log; empty when the run crashed
 * @param note what else there is to say; empty for nothing
 */
public record RunResult(
        int run,
        String vehicle,
        Verdict verdict,
        String excludedBecause,
        List<Failure> failures,
        List<String> faults,
        SortedMap<Figure, Double> figures,
        String digest,
        String note) {
    /** Whether every invariant held. */
    public enum Verdict {
        /** Every one. */
        PASS,
        /** At least one was broken that software could have held. */
        FAIL,
        /** One was broken that nothing could have held. */
        EXCLUDED
    }

    /** Copies the lists. */
    public RunResult {
        failures = List.copyOf(failures);
        faults = List.copyOf(faults);
        figures = new TreeMap<>(figures);
    }

    /** A figure; NaN when it is not known. */
    public double figure(Figure figure) {
        return figures.getOrDefault(figure, Double.NaN);
    }
}
