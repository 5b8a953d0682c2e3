package org.dawnline.tools.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.ground.EventLine;

/**
 * What the ground has sent and heard while the flight software was killed again and again, and what in it must not be: a telecommand
 * with two ends or without one, one that was executed twice, a value that was acknowledged and is gone. Thread-safe.
 */
final class KillsBook {
    private static final Pattern PING = Pattern.compile("ping ([0-9]+)");
    private static final Pattern VALUE = Pattern.compile("is ([0-9]+), its default");

    /** A start in the safe topology has default parameters on purpose; a flight ends within that time after it. */
    private static final long SAFE_FLIGHT_NANOS = 10_000_000_000L;

    private final Map<Long, Set<String>> ends = new TreeMap<>();
    private final List<Long> safeStarts = new ArrayList<>();
    private final Map<Long, Long> completedUtcNanos = new TreeMap<>();
    private final Set<Long> taken = new TreeSet<>();
    private final Map<Long, Long> counterOfValue = new LinkedHashMap<>();
    private final Map<Long, Integer> pongs = new TreeMap<>();
    private final List<Told> told = new ArrayList<>();
    private long sent;
    private long valuesChecked;

    /** A value that the satellite told. */
    private record Told(long utcNanos, long value) {}

    synchronized void sent() {
        sent++;
    }

    /** That value was sent under that counter. */
    synchronized void sentValue(long value, long counter) {
        counterOfValue.put(value, counter);
    }

    synchronized void hear(VerificationReport report) {
        if (report.getUnproved()) {
            return;
        }
        Stage stage = Stage.valueOf(report.getStage());
        taken.add(report.getCounter());
        if (stage.terminal()) {
            // Of one moment and one text it is the same report: the acknowledgement was lost, not the report.
            ends.computeIfAbsent(report.getCounter(), counter -> new TreeSet<>())
                    .add(stage + " " + report.getReason() + " at " + report.getUtcNanos());
        }
        if (stage == Stage.COMPLETED) {
            completedUtcNanos.put(report.getCounter(), report.getUtcNanos());
        }
    }

    synchronized void hear(EventLine event) {
        Matcher ping = PING.matcher(event.text());
        if (event.name().equals("comms.PONG") && ping.find()) {
            pongs.merge(Long.parseLong(ping.group(1)), 1, Integer::sum);
        }
        if (event.name().equals("boot.SAFE_TOPOLOGY")) {
            safeStarts.add(event.utcNanos());
        }
        Matcher value = VALUE.matcher(event.text());
        if (event.name().equals("parameters.VALUE") && value.find()) {
            told.add(new Told(event.utcNanos(), Long.parseLong(value.group(1))));
        }
    }

    /** Telecommands that the satellite has acknowledged and whose end is not known. */
    synchronized long open() {
        return taken.stream().filter(counter -> !ends.containsKey(counter)).count();
    }

    synchronized long sentCount() {
        return sent;
    }

    synchronized long takenCount() {
        return taken.size();
    }

    /** Telecommands that ended like that. */
    synchronized long ended(Stage stage, Reason reason) {
        return ends.values().stream()
                .filter(list -> list.stream().anyMatch(end -> end.startsWith(stage + " " + reason + " ")))
                .count();
    }

    /** Values that the last {@link #violations()} held against what had been acknowledged. */
    synchronized long valuesChecked() {
        return valuesChecked;
    }

    /** What must not be, one line each. */
    synchronized List<String> violations() {
        List<String> found = new ArrayList<>();
        ends.forEach((counter, list) -> {
            if (list.size() > 1) {
                found.add("telecommand " + counter + " has " + list.size() + " ends: " + list);
            }
        });
        for (long counter : taken) {
            if (!ends.containsKey(counter)) {
                found.add("telecommand " + counter + " was acknowledged and has no end");
            }
        }
        pongs.forEach((echo, count) -> {
            if (count > 1) {
                found.add("ping " + echo + " was executed " + count + " times");
            }
        });
        valuesChecked = 0;
        told.forEach(one -> checkValue(one, found));
        return found;
    }

    // Values are set in the order of their counters, so at any time the value in force is that of the last COMPLETED or
    // a later one.
    private void checkValue(Told one, List<String> found) {
        for (long startUtcNanos : safeStarts) {
            if (one.utcNanos() >= startUtcNanos && one.utcNanos() - startUtcNanos < SAFE_FLIGHT_NANOS) {
                return;
            }
        }
        valuesChecked++;
        long floor = 0;
        for (long counter : counterOfValue.values()) {
            Long doneUtcNanos = completedUtcNanos.get(counter);
            if (doneUtcNanos != null && doneUtcNanos < one.utcNanos()) {
                floor = Math.max(floor, counter);
            }
        }
        long counter = counterOfValue.getOrDefault(one.value(), 0L);
        if (counter < floor) {
            found.add("value " + one.value() + " of telecommand " + counter + " is in force, but that of " + floor
                    + " was acknowledged before");
        }
    }
}
