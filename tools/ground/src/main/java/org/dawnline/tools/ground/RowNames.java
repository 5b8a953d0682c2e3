package org.dawnline.tools.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.comms.proto.RowName;
import org.dawnline.fsw.comms.proto.TableVersion;
import org.dawnline.fsw.comms.proto.VersionReport;

/**
 * Names of the rows of a satellite's tables, for events that tell only their numbers. A name holds for the events of one start, from the
 * moment on that its table came in force until another one did; of what the satellite has not told, there is no name, rather than a
 * wrong one. Any thread.
 */
final class RowNames {
    private static final int MOST_REPORTS = 64;
    private static final long CYCLE_NANOS = 100_000_000L;

    /** From the start of the link, which tells a start by its time, to the first cycle; and what cycles are early or late. */
    private static final long START_WITHIN_NANOS = 5_000_000_000L;

    private static final long JITTER_NANOS = 50_000_000L;

    /** What was in force in one start from a time on. */
    private record Tables(long boot, long sinceUtcNanos, Map<String, Map<Integer, String>> rows) {}

    private final List<Tables> told = new ArrayList<>();

    /** Takes what the satellite says of its tables. */
    synchronized void hear(VersionReport report) {
        Map<String, Map<Integer, String>> rows = new TreeMap<>();
        for (TableVersion table : report.getTablesList()) {
            Map<Integer, String> names = new TreeMap<>();
            for (RowName row : table.getRowsList()) {
                names.put(row.getNumber(), row.getName());
            }
            rows.put(table.getName(), names);
        }
        Tables tables = new Tables(report.getBoot(), report.getTablesSinceUtcNanos(), rows);
        told.removeIf(one -> one.boot() == tables.boot() && one.sinceUtcNanos() == tables.sinceUtcNanos());
        told.add(tables);
        if (told.size() > MOST_REPORTS) {
            told.remove(0);
        }
    }

    /** The names that hold for an event of that start and time, UTC in nanoseconds. */
    synchronized TableRows at(long boot, long utcNanos) {
        Tables newest = null;
        for (Tables one : told) {
            boolean holds = one.boot() == boot && one.sinceUtcNanos() <= utcNanos;
            newest = holds && (newest == null || one.sinceUtcNanos() > newest.sinceUtcNanos()) ? one : newest;
        }
        Tables tables = newest;
        return tables == null
                ? TableRows.NONE
                : (table, number) -> tables.rows().getOrDefault(table, Map.of()).getOrDefault(number, "");
    }

    /**
     * The names that hold for a stored event. Its start is not stored, but cycles are counted from it, so that it is known when it was;
     * of a start of that time that was never heard of, there are none.
     */
    synchronized TableRows stored(long cycle, long utcNanos) {
        long firstCycleUtcNanos = utcNanos - cycle * CYCLE_NANOS;
        long newest = Long.MIN_VALUE;
        for (Tables one : told) {
            newest = one.boot() <= firstCycleUtcNanos + JITTER_NANOS ? Math.max(newest, one.boot()) : newest;
        }
        boolean itsOwn = newest > firstCycleUtcNanos - START_WITHIN_NANOS;
        return itsOwn ? at(newest, utcNanos) : TableRows.NONE;
    }
}
