package org.dawnline.fsw.core.sequence;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.fsw.core.table.TableText;

/** A schedule over something that notes numbers, ten cycles a second. */
final class ScheduleBench {
    static final long P = Bench.S / 10;

    final Bench bench;
    final List<Integer> noted = new ArrayList<>();
    final ScheduleManager schedule;
    final TableManager tables;
    private final long startNanos;
    private long cycles;

    ScheduleBench(StillHal hal, Shelf shelf, ScheduleManager.Journal journal) {
        this(hal, shelf, journal, new InlineWorker());
    }

    ScheduleBench(StillHal hal, Shelf shelf, ScheduleManager.Journal journal, Worker worker) {
        bench = new Bench(hal);
        startNanos = hal.nanos;
        Face face = bench.face("x");
        face.command("NOTE", "Notes.", this::note, Argument.whole("n", 0, Integer.MAX_VALUE, "a number"));
        schedule = new ScheduleManager(bench.face("schedule"), bench.commands.schedule(), worker, shelf, hal);
        tables = new TableManager(bench.face("tables"), worker, shelf, schedule.tables());
        bench.fly(
                P,
                List.of(
                        new RateGroup("fast", 1, 0, P / 4, List.of(tables.boundary(), schedule.keeping())),
                        new RateGroup("slow", 10, 0, P / 4, List.of(schedule, tables))));
        schedule.restore(journal);
        tables.begin(bench.dictionary(), name -> null);
    }

    private Outcome note(double[] arguments) {
        noted.add((int) arguments[0]);
        return Outcome.COMPLETED;
    }

    /** UTC of the next cycle, in nanoseconds. */
    long utc() {
        return bench.hal.utcOffsetNanos + startNanos + cycles * P;
    }

    void tick() {
        cycles++;
        bench.tick(1);
    }

    static byte[] packed(String rows) {
        return PackedTable.pack(TableText.of("table schedule test version=1\n" + rows), "schedule", "test", 1);
    }
}
