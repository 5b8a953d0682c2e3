package org.dawnline.tools.cli;

import java.util.Locale;
import org.dawnline.tools.sim.campaign.CampaignListener;
import org.dawnline.tools.sim.campaign.CampaignPlan;
import org.dawnline.tools.sim.campaign.RunResult;
import org.dawnline.tools.sim.campaign.Summary;

/** How far a campaign has come, and every failure as soon as it is known. Goes to the notes. */
final class CampaignView implements CampaignListener, AutoCloseable {
    private static final int WIDTH = 30;
    private static final int TENTHS = 10;
    private static final double NANOS_PER_S = 1e9;

    private final Terminal terminal;
    private final CampaignPlan plan;
    private final Gauge gauge = new Gauge(WIDTH, true);
    private final long startNanos = System.nanoTime();
    private int failed;
    private int excluded;
    private int nextTenth = 1;
    private boolean drawn;

    CampaignView(Terminal terminal, CampaignPlan plan) {
        this.terminal = terminal;
        this.plan = plan;
    }

    @Override
    public void ended(RunResult result, int done, int wanted) {
        failed += result.verdict() == RunResult.Verdict.FAIL ? 1 : 0;
        excluded += result.verdict() == RunResult.Verdict.EXCLUDED ? 1 : 0;
        if (result.verdict() == RunResult.Verdict.FAIL) {
            endLine();
            terminal.note(Summary.text(result, plan));
        }
        double ratio = done / (double) wanted;
        if (terminal.noteLive()) {
            terminal.err().print("\r" + gauge.of(ratio) + " " + text(done, wanted) + "\u001b[K");
            terminal.err().flush();
            drawn = true;
        } else if (ratio * TENTHS >= nextTenth) {
            nextTenth = (int) (ratio * TENTHS) + 1;
            terminal.note(text(done, wanted));
        }
    }

    private String text(int done, int wanted) {
        double wallS = (System.nanoTime() - startNanos) / NANOS_PER_S;
        return String.format(
                Locale.ROOT,
                "%d of %d runs, %d failed, %d excluded, %s left",
                done,
                wanted,
                failed,
                excluded,
                DurationText.of(wallS / done * (wanted - done)));
    }

    /** Leaves the bar as it is and goes to the next line. */
    void endLine() {
        if (drawn) {
            terminal.err().println();
            drawn = false;
        }
    }

    @Override
    public void close() {
        endLine();
    }
}
