package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random inserts, deletes, shifts, switches, jumps of time and restarts, and beside the schedule a naive one that sorts a list. */
class ScheduleModelTest {
    private static final int OPERATIONS = 2_500;
    private static final int KEY = 1;
    private static final long LATE = 5 * Bench.S;

    private static final class Entry {
        final long counter;
        final int note;
        long time;

        Entry(long counter, int note, long time) {
            this.counter = counter;
            this.note = note;
            this.time = time;
        }
    }

    private static final class Naive {
        final List<List<Entry>> buffers = List.of(new ArrayList<>(), new ArrayList<>());
        final long[] skipBefore = {Long.MIN_VALUE, Long.MIN_VALUE};
        final List<Integer> noted = new ArrayList<>();
        final Map<Long, Reason> ends = new TreeMap<>();
        int active;
        long served = Long.MIN_VALUE;

        void cycle(long utc) {
            if (served == Long.MIN_VALUE) {
                skipBefore[0] = utc;
                skipBefore[1] = utc;
            } else if (utc - served > LATE) {
                skipBefore[active] = Math.max(skipBefore[active], utc - LATE);
            }
            served = utc;
            List<Entry> buffer = buffers.get(active);
            buffer.sort(Comparator.comparingLong((Entry entry) -> entry.time)); // stable: equal times keep their order
            while (!buffer.isEmpty() && buffer.get(0).time < skipBefore[active]) {
                ends.put(buffer.remove(0).counter, Reason.SKIPPED);
            }
            for (int room = CommandDispatcher.MAX_PER_CYCLE; room > 0; room--) {
                if (buffer.isEmpty() || buffer.get(0).time > utc) {
                    return;
                }
                noted.add(buffer.get(0).note);
                ends.put(buffer.remove(0).counter, Reason.NONE);
            }
        }
    }

    private final MemoryArchive archive = new MemoryArchive();
    private final StillHal hal = new StillHal();
    private final Naive naive = new Naive();
    private final Map<Long, Reason> ends = new TreeMap<>();
    private ScheduleBench flight = new ScheduleBench(hal, archive, (keyId, counter) -> false);
    private long sent;
    private int reportsRead;
    private final List<Entry> waiting = new ArrayList<>();

    @ParameterizedTest
    @Tag("F1")
    @Tag("N8")
    @Tag("CORE-134")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theScheduleExecutesSkipsAndDeletesWhatANaiveOneDoes(long seed) {
        SplittableRandom luck = new SplittableRandom(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            act(luck.nextInt(40), luck);
            cycles(luck.nextInt(1, 4));
            assertThat(flight.noted).as("operation %d", i).isEqualTo(naive.noted);
        }
        cycles(3);
        assertThat(ends).isEqualTo(naive.ends);
        assertThat(ends.values()).contains(Reason.NONE, Reason.SKIPPED, Reason.DELETED);
        assertThat(naive.noted).hasSizeGreaterThan(OPERATIONS / 3);
        for (int buffer = 0; buffer < 2; buffer++) {
            assertThat(flight.bench.commands.schedule().size(buffer))
                    .isEqualTo(naive.buffers.get(buffer).size());
        }
    }

    private void cycles(int count) {
        for (int i = 0; i < count; i++) {
            naive.cycle(flight.utc());
            flight.tick();
            readReports();
        }
    }

    private void readReports() {
        List<Bench.Report> reports = flight.bench.reports;
        for (; reportsRead < reports.size(); reportsRead++) {
            Bench.Report report = reports.get(reportsRead);
            if (report.stage().terminal() && naive.ends.containsKey(report.counter())) {
                assertThat(ends.put(report.counter(), report.reason()))
                        .as("a second end")
                        .isNull();
            }
        }
    }

    private void act(int what, SplittableRandom luck) {
        List<Entry> buffer = naive.buffers.get(luck.nextInt(2));
        int number = naive.buffers.indexOf(buffer);
        if (what < 20) {
            insert(luck);
        } else if (what < 24) {
            delete(luck);
        } else if (what < 27) {
            deleteBetween(number, luck);
        } else if (what < 30) {
            shift(number, luck.nextInt(-20, 30) * 100_000_000L);
        } else if (what < 32) {
            control("schedule.SWITCH", number);
            if (number != naive.active) {
                naive.active = number;
                naive.skipBefore[number] = naive.served;
            }
        } else if (what == 33) {
            hal.utcOffsetNanos += luck.nextInt(12) * Bench.S;
        } else if (what == 34 && luck.nextInt(5) == 0) {
            restart();
        } else if (what == 35 && luck.nextInt(3) == 0) {
            control("schedule.CLEAR", number);
            buffer.forEach(entry -> naive.ends.put(entry.counter, Reason.DELETED));
            buffer.clear();
        }
    }

    /** Sends a telecommand of the schedule itself and lets the cycle pass in which it is obeyed, after what is due. */
    private void control(String command, double... arguments) {
        naive.cycle(flight.utc());
        flight.bench.send(command, arguments);
        sent++;
        flight.tick();
        readReports();
    }

    private void insert(SplittableRandom luck) {
        for (int i = luck.nextInt(1, 12); i > 0; i--) {
            long time = flight.utc() + (1 + luck.nextInt(6_000)) * 1_000_000L;
            int note = luck.nextInt(1_000_000);
            flight.bench.sendAt(time, "x.NOTE", note);
            sent++;
            waiting.add(new Entry(sent, note, time));
        }
        while (!waiting.isEmpty()) {
            long utc = flight.utc();
            naive.cycle(utc);
            for (int room = CommandDispatcher.MAX_PER_CYCLE; room > 0 && !waiting.isEmpty(); room--) {
                take(waiting.remove(0), utc);
            }
            flight.tick();
            readReports();
        }
    }

    // What comes too late for its time is executed at once.
    private void take(Entry entry, long utc) {
        if (entry.time > utc) {
            naive.buffers.get(naive.active).add(entry);
        } else {
            naive.noted.add(entry.note);
            naive.ends.put(entry.counter, Reason.NONE);
        }
    }

    private void delete(SplittableRandom luck) {
        long counter = 1L + luck.nextInt((int) sent + 1);
        naive.cycle(flight.utc());
        for (List<Entry> buffer : naive.buffers) {
            if (buffer.removeIf(entry -> entry.counter == counter)) {
                naive.ends.put(counter, Reason.DELETED);
            }
        }
        flight.bench.send("schedule.DELETE", KEY, counter);
        sent++;
        flight.tick();
        readReports();
    }

    private void deleteBetween(int number, SplittableRandom luck) {
        long from = flight.utc() + luck.nextInt(-20, 60) * 100_000_000L;
        long before = from + luck.nextInt(20) * 100_000_000L;
        naive.cycle(flight.utc());
        naive.buffers.get(number).removeIf(entry -> {
            boolean within = entry.time >= from && entry.time < before;
            if (within) {
                naive.ends.put(entry.counter, Reason.DELETED);
            }
            return within;
        });
        flight.bench.send("schedule.DELETE_BETWEEN", number, from / 1e9, before / 1e9);
        sent++;
        flight.tick();
        readReports();
    }

    private void shift(int number, long byNanos) {
        naive.cycle(flight.utc());
        naive.buffers.get(number).forEach(entry -> entry.time += byNanos);
        naive.skipBefore[number] = Math.max(naive.skipBefore[number], naive.served);
        flight.bench.send("schedule.SHIFT", number, byNanos / 1e9);
        sent++;
        flight.tick();
        readReports();
    }

    /** As after a kill: only what was kept is there. */
    private void restart() {
        cycles(2);
        List<Integer> noted = new ArrayList<>(flight.noted);
        hal.nanos += 3 * Bench.S;
        flight = new ScheduleBench(hal, archive, (keyId, counter) -> ends.containsKey(counter));
        flight.noted.addAll(noted);
        flight.bench.countFrom(sent);
        naive.served = Long.MIN_VALUE;
        reportsRead = 0;
    }
}
