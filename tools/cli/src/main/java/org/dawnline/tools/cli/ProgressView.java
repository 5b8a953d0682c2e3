package org.dawnline.tools.cli;

import java.util.Locale;
import org.dawnline.tools.sim.run.FlightListener;
import org.dawnline.tools.sim.run.FlightStatus;

/** How far a simulation has come: a bar where a person looks on, a line for every tenth elsewhere. Goes to the notes. */
final class ProgressView implements FlightListener, AutoCloseable {
    private static final int WIDTH = 40;
    private static final int TENTHS = 10;
    private static final double S_PER_H = 3600;

    private final Terminal terminal;
    private final Gauge gauge = new Gauge(WIDTH, true);
    private final long startNanos = System.nanoTime();
    private int nextTenth = 1;
    private boolean drawn;

    ProgressView(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void status(FlightStatus status) {
        double ratio = status.progressRatio();
        if (terminal.noteLive()) {
            terminal.err().print("\r" + gauge.of(ratio) + " " + text(status, ratio) + "\u001b[K");
            terminal.err().flush();
            drawn = true;
        } else if (ratio * TENTHS >= nextTenth) {
            nextTenth = (int) (ratio * TENTHS) + 1;
            terminal.note(text(status, ratio));
        }
    }

    private String text(FlightStatus status, double ratio) {
        double wallS = (System.nanoTime() - startNanos) * 1e-9;
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %.1f h flown in %.1f s (%,.0f times real time)",
                100 * ratio,
                status.timeS() / S_PER_H,
                wallS,
                status.timeS() / Math.max(wallS, 1e-3));
    }

    @Override
    public void close() {
        if (drawn) {
            terminal.err().println();
        }
    }
}
