package org.dawnline.fsw.core.exec;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** A component in the executive's care: its time account, and its health. */
final class Member {
    /** Times that a member that threw is started again. */
    static final int MAX_RESTARTS = 3;

    /** Steps over budget in a row that are no accident any more. */
    static final int PERSISTENT_STEPS = 3;

    private static final double MICROS_PER_NANO = 1e-3;
    private static final long NANOS_PER_MICRO = 1_000L;

    final Component component;
    final int number;
    final long budgetNanos;
    private final Channel maxUs;
    private final Channel meanUs;
    private final Channel slips;
    private final Channel overBudget;
    private final Channel restarts;
    private long lastNanos;
    private long longestNanos;
    private long totalNanos;
    private long steps;
    private long slipCount;
    private long overBudgetCount;
    private int restartsLeft = MAX_RESTARTS;
    private boolean healthy = true;
    private boolean stepped;
    private boolean mandatory = true;
    private boolean leftOut;
    private int overInARow;
    private int startsOver;
    private boolean toStartOver;

    Member(RateGroup.Slot slot, int number, Face face) {
        this.component = slot.component();
        this.number = number;
        this.budgetNanos = slot.budgetNanos();
        String name = "member." + component.name();
        maxUs = face.channel(name + ".maxUs", Unit.MICROSECOND, "longest step since the counters were reset");
        meanUs = face.channel(name + ".meanUs", Unit.MICROSECOND, "mean step since the counters were reset");
        slips = face.channel(name + ".slips", Unit.COUNT, "cycles slipped while it took the longest");
        String budget = "steps longer than its budget of " + budgetNanos / NANOS_PER_MICRO + " us";
        overBudget = face.channel(name + ".overBudget", Unit.COUNT, budget);
        restarts = face.channel(name + ".restarts", Unit.COUNT, "restarts after a step threw or three were too long");
    }

    /** Accounts one step; says whether it took longer than its budget. */
    boolean account(long nanos) {
        stepped = true;
        lastNanos = nanos;
        totalNanos += nanos;
        steps++;
        longestNanos = Math.max(longestNanos, nanos);
        boolean over = nanos > budgetNanos;
        overInARow = over ? overInARow + 1 : 0;
        if (over) {
            overBudgetCount++;
        }
        return over;
    }

    /** Whether its last step was one too many over budget; true once in a row. */
    boolean persistentlyOver() {
        return overInARow == PERSISTENT_STEPS;
    }

    /** It shall start over in the next cycle; false when it has done so too often: then all there is is the event. */
    boolean startOver() {
        toStartOver = startsOver < MAX_RESTARTS;
        return toStartOver;
    }

    /** Whether it is to start over now; uses up one time. */
    boolean takesStartOver() {
        boolean now = toStartOver;
        toStartOver = false;
        if (now) {
            startsOver++;
            overInARow = 0;
        }
        return now;
    }

    boolean mandatory() {
        return mandatory;
    }

    /** The satellite can do without it: when it is given up, that is an event and nothing more. */
    void makeOptional() {
        mandatory = false;
    }

    boolean leftOut() {
        return leftOut;
    }

    /** It does not step at all in this flight. */
    void leaveOut() {
        leftOut = true;
    }

    void accountSlips(long count) {
        slipCount += count;
    }

    double lastUs() {
        return lastNanos * MICROS_PER_NANO;
    }

    double budgetUs() {
        return budgetNanos * MICROS_PER_NANO;
    }

    boolean hasStepped() {
        return stepped;
    }

    boolean healthy() {
        return healthy;
    }

    void isolate() {
        healthy = false;
    }

    int restartsLeft() {
        return restartsLeft;
    }

    /** Uses up one restart; the member counts as healthy until it throws again. */
    void revive() {
        restartsLeft--;
        healthy = true;
    }

    void resetCounters() {
        longestNanos = 0;
        totalNanos = 0;
        steps = 0;
        slipCount = 0;
        overBudgetCount = 0;
    }

    void publish() {
        maxUs.set(longestNanos * MICROS_PER_NANO);
        meanUs.set(steps == 0 ? 0 : totalNanos * MICROS_PER_NANO / steps);
        slips.set(slipCount);
        overBudget.set(overBudgetCount);
        restarts.set(MAX_RESTARTS - restartsLeft + startsOver);
    }
}
