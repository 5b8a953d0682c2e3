package org.dawnline.tools.sim.run;

import java.nio.file.Path;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;

/**
 * How to fly a scenario. Immutable; start from {@link #of} and refine it.
 *
 * @param vehicles directory with the vehicle profiles
 * @param out directory for report.json, report.html and telemetry.csv, made if it is missing; null to write none
 * @param binaryLog file for the binary log; null to take only its digest
 * @param ground the other end of the link; null for one within the process
 * @param worker what plans beside the cycle
 * @param pace how fast
 * @param storage what survives a restart of the satellite; null for the world's own, which is empty at the start
 * @param periodNanos base period of the executive, in nanoseconds
 * @param repeatCommand the command that repeats the flight; empty to make one up
 * @param archive folder of the satellite's archive; null to keep it in memory, from the start to the end of the flight
 * @param tape file in which all that flight software is given and gives is recorded; null for none
 */
public record RunOptions(
        Path vehicles,
        @Nullable Path out,
        @Nullable Path binaryLog,
        @Nullable Ground ground,
        Worker worker,
        Pace pace,
        @Nullable Storage storage,
        long periodNanos,
        String repeatCommand,
        @Nullable Path archive,
        @Nullable Path tape) {
    private static final long TEN_HERTZ_NANOS = 100_000_000L;

    /** As fast as it goes, on one thread, with a ground within the process, writing nothing. */
    public static RunOptions of(Path vehicles) {
        return new RunOptions(
                vehicles, null, null, null, new InlineWorker(), Pace.free(), null, TEN_HERTZ_NANOS, "", null, null);
    }

    /** The same, with the reports written to {@code directory}. */
    public RunOptions withOut(Path directory) {
        return new RunOptions(
                vehicles,
                directory,
                binaryLog,
                ground,
                worker,
                pace,
                storage,
                periodNanos,
                repeatCommand,
                archive,
                tape);
    }

    /** The same, with the binary log written to {@code file}. */
    public RunOptions withBinaryLog(Path file) {
        return new RunOptions(
                vehicles, out, file, ground, worker, pace, storage, periodNanos, repeatCommand, archive, tape);
    }

    /** The same with another ground; the flight then repeats only as far as that ground does. */
    public RunOptions withGround(Ground newGround) {
        return new RunOptions(
                vehicles, out, binaryLog, newGround, worker, pace, storage, periodNanos, repeatCommand, archive, tape);
    }

    /** The same with another worker; with one that has a thread, the flight does not repeat to the bit. */
    public RunOptions withWorker(Worker newWorker) {
        return new RunOptions(
                vehicles, out, binaryLog, ground, newWorker, pace, storage, periodNanos, repeatCommand, archive, tape);
    }

    /** The same at another pace. */
    public RunOptions withPace(Pace newPace) {
        return new RunOptions(
                vehicles, out, binaryLog, ground, worker, newPace, storage, periodNanos, repeatCommand, archive, tape);
    }

    /** The same with another storage; faults of the scenario do not reach it. */
    public RunOptions withStorage(Storage newStorage) {
        return new RunOptions(
                vehicles, out, binaryLog, ground, worker, pace, newStorage, periodNanos, repeatCommand, archive, tape);
    }

    /** The same with another base period, in nanoseconds: a divisor of 100 ms, 1 ms at least. */
    public RunOptions withPeriodNanos(long newPeriodNanos) {
        return new RunOptions(
                vehicles, out, binaryLog, ground, worker, pace, storage, newPeriodNanos, repeatCommand, archive, tape);
    }

    /** The same, reporting this as the command that repeats the flight. */
    public RunOptions withRepeatCommand(String command) {
        return new RunOptions(
                vehicles, out, binaryLog, ground, worker, pace, storage, periodNanos, command, archive, tape);
    }

    /** The same with an archive on disk, in that folder. */
    public RunOptions withArchive(Path newArchive) {
        return new RunOptions(
                vehicles, out, binaryLog, ground, worker, pace, storage, periodNanos, repeatCommand, newArchive, tape);
    }

    /** The same, recorded in {@code file} for a replay; the worker must be inline and the ground within the process. */
    public RunOptions withTape(Path file) {
        return new RunOptions(
                vehicles, out, binaryLog, ground, worker, pace, storage, periodNanos, repeatCommand, archive, file);
    }
}
