package org.dawnline.tools.sim.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dawnline.tools.sim.run.Pace;
import org.dawnline.tools.sim.run.RunOptions;
import org.jspecify.annotations.Nullable;

/**
 * Flies a campaign, or one part of it, on several threads. Every run has a world of its own and one thread, so that it gives the same
 * result beside others as alone; results are written in the order of the runs.
 */
public final class Campaign {
    private final CampaignPlan plan;
    private final Shard shard;
    private final Path vehicles;
    private final Path folder;
    private volatile boolean stopped;

    /** Prepares a campaign; its results and times go into {@code folder}. */
    public Campaign(CampaignPlan plan, Shard shard, Path vehicles, Path folder) {
        this.plan = plan;
        this.shard = shard;
        this.vehicles = vehicles;
        this.folder = folder;
    }

    /** One run, flown. */
    private record Flown(RunResult result, double wallS) {}

    /**
     * Flies every run that has no result yet.
     *
     * @param threads how many runs at the same time
     * @param resume whether results that are there already are kept; otherwise they are thrown away
     */
    public ResultsFile fly(int threads, boolean resume, CampaignListener listener) throws InterruptedException {
        Path file = folder.resolve(shard.fileName());
        ResultsFile before = begin(file, resume);
        List<Integer> runs = new ArrayList<>();
        for (int run = 0; run < plan.runs(); run++) {
            if (shard.holds(run) && !before.lines().containsKey(run)) {
                runs.add(run);
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Writer results = ResultsFile.append(file);
                Writer timing = ResultsFile.append(folder.resolve(shard.timingName()))) {
            List<Future<Flown>> flown = new ArrayList<>();
            runs.forEach(run -> flown.add(pool.submit(() -> fly(run))));
            for (int i = 0; i < flown.size() && !stopped; i++) {
                Flown one = outcome(flown.get(i), runs.get(i));
                if (one == null) {
                    break;
                }
                append(results, ResultLine.of(one.result()));
                if (one.wallS() > 0) { // a run that crashed took no time that says anything
                    append(timing, timing(one));
                }
                listener.ended(one.result(), i + 1, runs.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        } finally {
            pool.shutdownNow();
        }
        ResultsFile whole = ResultsFile.read(file);
        whole.write(file); // what was resumed may have gaps that are filled now
        return whole;
    }

    private ResultsFile begin(Path file, boolean resume) {
        ResultsFile kept = new ResultsFile(plan, new TreeMap<>());
        try {
            Files.createDirectories(folder);
            if (resume && Files.isRegularFile(file)) {
                kept = ResultsFile.read(file);
                if (!kept.plan().equals(plan)) {
                    throw new IllegalArgumentException(file + " belongs to another campaign: "
                            + ResultLine.of(kept.plan()) + "; fly that one, or leave out --resume");
                }
            } else {
                Files.deleteIfExists(folder.resolve(shard.timingName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
        kept.write(file);
        return kept;
    }

    private Flown fly(int run) {
        if (stopped) {
            throw new CancellationException("stopped before run " + run);
        }
        Pace watch = Pace.free();
        RunResult result = new CampaignRun(Draw.of(plan, run, vehicles), RunOptions.of(vehicles)).fly();
        return new Flown(result, watch.wallS());
    }

    /** Null for a run that was not begun, because the campaign was stopped. */
    private @Nullable Flown outcome(Future<Flown> future, int run) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return null;
            }
            // Whatever a run throws is a finding of the campaign, not its end.
            Failure crash = new Failure(FailureKind.CRASHED, 1, Double.NaN, Double.NaN, Double.NaN);
            RunResult result = new RunResult(
                    run,
                    Draw.of(plan, run, vehicles).scenario().vehicle(),
                    RunResult.Verdict.FAIL,
                    "",
                    List.of(crash),
                    List.of(),
                    new TreeMap<>(),
                    "",
                    String.valueOf(e.getCause()));
            return new Flown(result, 0);
        }
    }

    private static String timing(Flown flown) {
        return String.format(
                Locale.ROOT,
                "{\"run\":%d,\"wallS\":%.3f,\"simulatedS\":%.1f}",
                flown.result().run(),
                flown.wallS(),
                flown.result().figure(Figure.SIMULATED));
    }

    private static void append(Writer writer, String line) throws IOException {
        writer.write(line);
        writer.write('\n');
        writer.flush();
    }

    /** Ends the campaign when the runs that are in the air have landed; from any thread. What was flown can be resumed. */
    public void stop() {
        stopped = true;
    }
}
