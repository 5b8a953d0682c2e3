package org.dawnline.tools.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What in a book must not be: a telecommand with two ends or none; a telecommand, a schedule entry or a step of a sequence that was
 * executed twice; an acknowledged value, mode, sequence or stored record that is gone; a completed telecommand without its event; a
 * start that said nothing. What damage has hit is excused where it is loss, never where something was done twice.
 */
final class KillsJudge {
    private static final String LOST_BY_RESTART = "FAILED RESTART at ";

    private final KillsBook book;
    private final List<String> found = new ArrayList<>();
    private long valuesChecked;
    private long modesChecked;
    private long versionsChecked;
    private long recordsChecked;

    KillsJudge(KillsBook book) {
        this.book = book;
    }

    /** Judges all but stored records and starts. */
    void judge() {
        synchronized (book) {
            judgeEnds();
            judgePongs();
            judgeEvents();
            book.values.forEach(this::judgeValue);
            book.modes.forEach(this::judgeMode);
        }
    }

    // What was accepted for a time that had not come when the software started again must wait, not have ended.
    private void judgeEntry(long counter, String end) {
        KillsBook.Sent what = book.sent.get(counter);
        if (what != null
                && what.dueUtcNanos() > 0
                && book.accepted.contains(counter)
                && !book.excused.contains(counter)
                && end.startsWith(LOST_BY_RESTART)
                && Long.parseLong(end.substring(LOST_BY_RESTART.length())) < what.dueUtcNanos()) {
            found.add("entry " + counter + " was accepted for " + what.dueUtcNanos() + " and is gone: " + end);
        }
    }

    private void judgeEnds() {
        book.ends.forEach((counter, list) -> {
            list.forEach(end -> judgeEntry(counter, end));
            if (list.size() > 1 && !book.excused.contains(counter)) {
                found.add("telecommand " + counter + " has " + list.size() + " ends: " + list);
            }
        });
        for (long counter : book.taken) {
            if (!book.ends.containsKey(counter) && !book.excused.contains(counter)) {
                found.add("telecommand " + counter + " was acknowledged and has no end");
            }
        }
    }

    // Each echo belongs to one telecommand, or to one step of one version of the sequence, which may be started again.
    private void judgePongs() {
        book.pongs.forEach((echo, heard) -> {
            boolean step = echo >= KillsTraffic.FIRST_STEP;
            long allowed = step ? startsOf((echo - KillsTraffic.FIRST_STEP) / KillsTraffic.STEPS) : 1;
            if (heard.size() > allowed) {
                found.add("ping " + echo + " was executed " + heard.size() + " times, " + allowed + " allowed");
            }
            if (step) {
                heard.forEach(
                        utcNanos -> judgeVersion(utcNanos, (echo - KillsTraffic.FIRST_STEP) / KillsTraffic.STEPS));
            }
        });
    }

    private long startsOf(long version) {
        return book.sent.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == KillsBook.Kind.START
                        && entry.getValue().number() >= version
                        && !book.rejected.contains(entry.getKey()))
                .count();
    }

    private void judgeVersion(long utcNanos, long version) {
        versionsChecked++;
        judgeFloor(KillsBook.Kind.ACTIVATE, new KillsBook.Told(utcNanos, version), "version of the sequence");
    }

    // An event is durable before the report of the telecommand that raised it.
    private void judgeEvents() {
        book.sent.forEach((counter, what) -> {
            boolean ping = what.kind() == KillsBook.Kind.PING || what.kind() == KillsBook.Kind.TIMED_PING;
            Long done = book.completedUtcNanos.get(counter);
            if (ping
                    && done != null
                    && done <= book.throttledSinceUtcNanos
                    && !book.pongs.containsKey(what.number())
                    && !inSafeTopology(done)
                    && !book.excused.contains(counter)) {
                found.add("telecommand " + counter + " was completed, but its event is lost");
            }
        });
    }

    private void judgeValue(KillsBook.Told told) {
        if (!inSafeTopology(told.utcNanos())) {
            valuesChecked++;
            judgeFloor(KillsBook.Kind.VALUE, told, "value");
        }
    }

    // What was acknowledged before is in force, or what was sent after it.
    private void judgeFloor(KillsBook.Kind kind, KillsBook.Told told, String what) {
        long floor = floor(kind, told.utcNanos());
        long counter = 0;
        for (Map.Entry<Long, KillsBook.Sent> sent : book.sent.entrySet()) {
            if (sent.getValue().kind() == kind && sent.getValue().number() == told.number()) {
                counter = sent.getKey();
            }
        }
        if (counter < floor && !book.excused.contains(floor)) {
            found.add(what + " " + told.number() + " of telecommand " + counter + " is in force, but that of " + floor
                    + " was acknowledged before");
        }
    }

    private long floor(KillsBook.Kind kind, long utcNanos) {
        long floor = 0;
        for (Map.Entry<Long, Long> done : book.completedUtcNanos.entrySet()) {
            KillsBook.Sent sent = book.sent.get(done.getKey());
            if (sent != null && sent.kind() == kind && done.getValue() < utcNanos) {
                floor = Math.max(floor, done.getKey());
            }
        }
        return floor;
    }

    // The mode that a start goes to must be the last one that was acknowledged, a later one that was asked for, or one
    // that
    // the satellite has told to have entered since.
    private void judgeMode(KillsBook.Told told) {
        long floor = floor(KillsBook.Kind.MODE, told.utcNanos());
        if (floor == 0) {
            return;
        }
        modesChecked++;
        long since = book.completedUtcNanos.getOrDefault(floor, 0L) - KillsTraffic.MODE_SLACK_NANOS;
        boolean asked = book.sent.tailMap(floor).values().stream()
                .anyMatch(sent -> sent.kind() == KillsBook.Kind.MODE && sent.number() == told.number());
        boolean entered = book.changes.stream()
                .anyMatch(change -> change.number() == told.number()
                        && change.utcNanos() >= since
                        && change.utcNanos() <= told.utcNanos());
        boolean safe = book.safeStarts.stream().anyMatch(utc -> utc >= since && utc <= told.utcNanos());
        if (!asked && !entered && !safe) {
            found.add("mode " + told.number() + " after a start at " + told.utcNanos() + ", but that of telecommand "
                    + floor + " was acknowledged");
        }
    }

    private boolean inSafeTopology(long utcNanos) {
        long last = 0;
        for (long start : book.starts) {
            last = start <= utcNanos ? Math.max(last, start) : last;
        }
        long start = last;
        return book.safeStarts.stream().anyMatch(safe -> safe >= start && safe <= utcNanos);
    }

    /** The archive in the end: what the ground has seen of it must still be there, but for what was too old. */
    void judgeRecords(SortedMap<String, Integer> archive) {
        SortedMap<Long, Integer> left = new TreeMap<>();
        archive.forEach((key, content) -> {
            if (key.startsWith("log/")) {
                left.put(Long.parseLong(key.substring(key.indexOf('/') + 1)), content);
            }
        });
        synchronized (book) {
            book.records.forEach((key, content) -> {
                long number = Long.parseLong(key.substring(key.indexOf('/') + 1));
                if (!left.isEmpty() && number >= left.firstKey()) {
                    recordsChecked++;
                    if (!content.equals(left.get(number))) {
                        found.add("stored event " + number + " was seen and is gone");
                    }
                }
            });
        }
    }

    /** A process that flew for a while between two times must have told of its start. */
    void judgeStart(int run, long fromUtcNanos, long toUtcNanos) {
        synchronized (book) {
            if (book.starts.stream().noneMatch(utc -> utc >= fromUtcNanos && utc <= toUtcNanos)) {
                found.add("run " + run + " started and did not say so");
            }
        }
    }

    List<String> found() {
        return found;
    }

    long valuesChecked() {
        return valuesChecked;
    }

    long modesChecked() {
        return modesChecked;
    }

    long versionsChecked() {
        return versionsChecked;
    }

    long recordsChecked() {
        return recordsChecked;
    }
}
