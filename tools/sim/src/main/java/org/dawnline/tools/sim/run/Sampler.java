package org.dawnline.tools.sim.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.WorldState;
import org.jspecify.annotations.Nullable;

/** Takes a sample of every column once a second, for the plots and for telemetry.csv. */
final class Sampler implements AutoCloseable {
    private static final double SAMPLE_INTERVAL_S = 1.0;

    private final WorldState world;
    private final PlotData plot;
    private final double[] sample;
    private List<Column> columns;
    private @Nullable Table table;
    private double nextSampleS;

    Sampler(WorldState world, Dictionary dictionary) {
        this.world = world;
        columns = Columns.of(world, dictionary);
        plot = new PlotData(columns.size());
        sample = new double[columns.size()];
    }

    /** Another process of the flight software flies from now on. */
    void use(Dictionary dictionary) {
        columns = Columns.of(world, dictionary);
    }

    /** Opens the table in that directory, which is made if it is missing; null for none. */
    void open(@Nullable Path out) {
        if (out == null) {
            return;
        }
        try {
            Files.createDirectories(out);
            table = new Table(columns, Files.newBufferedWriter(out.resolve("telemetry.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + out, e);
        }
    }

    /** Takes what is due; {@code toleranceS} is how inexact mission times are, in s. */
    void look(double toleranceS) {
        while (world.timeS() >= nextSampleS - toleranceS) {
            take();
        }
    }

    private void take() {
        for (int i = 0; i < sample.length; i++) {
            sample[i] = columns.get(i).source().getAsDouble();
        }
        plot.add(sample);
        if (table != null) {
            table.row(nextSampleS, sample);
        }
        nextSampleS += SAMPLE_INTERVAL_S;
    }

    List<Column> columns() {
        return columns;
    }

    PlotData plot() {
        return plot;
    }

    @Override
    public void close() {
        if (table != null) {
            table.close();
        }
    }
}
