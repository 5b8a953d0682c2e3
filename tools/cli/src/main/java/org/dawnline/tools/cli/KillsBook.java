package org.dawnline.tools.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.fsw.comms.proto.StoredRecord;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.ground.EventLine;

/**
 * What the ground has sent and heard while the flight software was killed again and again. {@link KillsJudge} says what in it must
 * not be. Thread-safe.
 */
final class KillsBook {
    private static final Pattern PING = Pattern.compile("ping ([0-9.E]+)");
    private static final Pattern VALUE = Pattern.compile("is ([0-9]+), its default");
    private static final Pattern MODE = Pattern.compile("mode ([A-Z]+) after boot");
    private static final Pattern CHANGE = Pattern.compile("-> ([A-Z]+)");

    /** What a telecommand was for. */
    enum Kind {
        PING,
        TIMED_PING,
        VALUE,
        MODE,
        ACTIVATE,
        START,
        OTHER
    }

    /**
     * A telecommand that was sent.
     *
     * @param number what it carries: an echo, a value, the position of a mode, or the version of a sequence
     * @param dueUtcNanos when it was to be executed; 0 for at once
     */
    record Sent(Kind kind, long number, long dueUtcNanos) {}

    /** Something that the satellite told at a time. */
    record Told(long utcNanos, long number) {}

    final SortedMap<Long, Sent> sent = new TreeMap<>();
    final SortedMap<Long, Set<String>> ends = new TreeMap<>();
    final SortedMap<Long, Long> completedUtcNanos = new TreeMap<>();
    final SortedSet<Long> taken = new TreeSet<>();
    final Set<Long> accepted = new TreeSet<>();
    final Set<Long> rejected = new TreeSet<>();
    final Map<Long, List<Long>> pongs = new TreeMap<>();
    final List<Told> values = new ArrayList<>();
    final List<Told> modes = new ArrayList<>();
    final List<Told> changes = new ArrayList<>();
    final List<Long> starts = new ArrayList<>();
    final List<Long> safeStarts = new ArrayList<>();
    final SortedMap<String, Integer> records = new TreeMap<>();
    final Set<Long> excused = new TreeSet<>();
    /** From then on events may be held back, since the table is lost that lets all of them pass. */
    long throttledSinceUtcNanos = Long.MAX_VALUE;

    private long sentCount;
    private long heardCount;

    /** A telecommand goes out; its counter is known later. */
    synchronized void sent() {
        sentCount++;
    }

    /** It went out under that counter. */
    synchronized void sent(long counter, Sent what) {
        sent.put(counter, what);
    }

    synchronized void hear(VerificationReport report) {
        if (report.getUnproved()) {
            return;
        }
        heardCount++;
        long counter = report.getCounter();
        Stage stage = Stage.valueOf(report.getStage());
        taken.add(counter);
        if (stage == Stage.ACCEPTED) {
            accepted.add(counter);
        }
        if (stage == Stage.REJECTED) {
            rejected.add(counter);
        }
        if (stage.terminal()) {
            // Of one moment and one text it is the same report: the acknowledgement was lost, not the report.
            ends.computeIfAbsent(counter, key -> new TreeSet<>())
                    .add(stage + " " + report.getReason() + " at " + report.getUtcNanos());
        }
        if (stage == Stage.COMPLETED) {
            completedUtcNanos.put(counter, report.getUtcNanos());
        }
    }

    synchronized void hear(EventLine event) {
        heardCount++;
        switch (event.name()) {
            case "comms.PONG" ->
                number(PING, event)
                        .forEach(echo -> pongs.computeIfAbsent(echo, key -> new ArrayList<>())
                                .add(event.utcNanos()));
            case "parameters.VALUE" ->
                number(VALUE, event).forEach(value -> values.add(new Told(event.utcNanos(), value)));
            case "state.RESTORED" -> mode(MODE, event, modes);
            case "mode.CHANGED" -> mode(CHANGE, event, changes);
            case "boot.STARTED" -> starts.add(event.utcNanos());
            case "boot.SAFE_TOPOLOGY" -> safeStarts.add(event.utcNanos());
            default -> {
                // is not judged
            }
        }
    }

    private static List<Long> number(Pattern pattern, EventLine event) {
        Matcher matcher = pattern.matcher(event.text());
        return matcher.find() ? List.of((long) Double.parseDouble(matcher.group(1))) : List.of();
    }

    private static void mode(Pattern pattern, EventLine event, List<Told> into) {
        Matcher matcher = pattern.matcher(event.text());
        if (matcher.find()) {
            into.add(new Told(event.utcNanos(), KillsTraffic.MODES.indexOf(matcher.group(1))));
        }
    }

    synchronized void hear(StoredRecord record) {
        records.put(
                KillsArchive.log(record.getNumber()),
                Arrays.hashCode(record.getContent().toByteArray()));
    }

    /** Damage has hit these records: what it cost is no violation. */
    synchronized void excuse(Iterable<String> hit) {
        for (String key : hit) {
            if (key.startsWith("telecommand/")) {
                excused.add(Long.parseLong(key.substring(key.lastIndexOf('/') + 1)));
            } else if (key.startsWith("schedule/")) {
                // A piece of the schedule: any that wait may have been in it.
                excused.addAll(waiting());
            } else if (key.equals("table/" + KillsTraffic.THROTTLES)) {
                throttledSinceUtcNanos = Math.min(throttledSinceUtcNanos, lastCompletedUtcNanos());
            } else if (key.startsWith("table/")) {
                sent.forEach((counter, what) -> {
                    if (what.kind() == Kind.ACTIVATE) {
                        excused.add(counter);
                    }
                });
            } else if (key.startsWith("outbox.events/")) {
                completedUtcNanos.keySet().stream()
                        .filter(counter -> isPing(counter) && !heardOf(counter))
                        .forEach(excused::add);
            } else {
                records.remove(key);
            }
        }
    }

    private long lastCompletedUtcNanos() {
        return completedUtcNanos.values().stream().mapToLong(utc -> utc).max().orElse(0);
    }

    private boolean isPing(long counter) {
        Sent what = sent.get(counter);
        return what != null && (what.kind() == Kind.PING || what.kind() == Kind.TIMED_PING);
    }

    private boolean heardOf(long counter) {
        Sent what = sent.get(counter);
        return what != null && pongs.containsKey(what.number());
    }

    /** Time-tagged telecommands that were accepted and have no end that is known. */
    synchronized List<Long> waiting() {
        List<Long> waiting = new ArrayList<>();
        sent.forEach((counter, what) -> {
            if (what.kind() == Kind.TIMED_PING && taken.contains(counter) && !ends.containsKey(counter)) {
                waiting.add(counter);
            }
        });
        return waiting;
    }

    /** Telecommands that the satellite has acknowledged and whose end is not known. */
    synchronized long open() {
        return taken.stream().filter(counter -> !ends.containsKey(counter)).count();
    }

    /** Telecommands on their way up, as far as the ground knows. */
    synchronized long backlog() {
        return sent.tailMap(taken.isEmpty() ? 0 : taken.last() + 1).size(); // it takes them in their order
    }

    synchronized long sentCount() {
        return sentCount;
    }

    synchronized long takenCount() {
        return taken.size();
    }

    /** Grows whenever something is heard. */
    synchronized long heardCount() {
        return heardCount;
    }

    /** Telecommands that ended like that. */
    synchronized long ended(Stage stage, Reason reason) {
        return ends.values().stream()
                .filter(list -> list.stream().anyMatch(end -> end.startsWith(stage + " " + reason + " ")))
                .count();
    }

    /** Counts of the ways in which telecommands ended. */
    synchronized Map<String, Long> endings() {
        Map<String, Long> counts = new LinkedHashMap<>();
        ends.values()
                .forEach(list ->
                        list.forEach(end -> counts.merge(end.substring(0, end.indexOf(" at ")), 1L, Long::sum)));
        return counts;
    }
}
