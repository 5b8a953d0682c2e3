package org.dawnline.fsw.core.exec;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** The time account of one rate group, all its phases together. */
final class GroupAccount {
    private static final double MICROS_PER_NANO = 1e-3;

    private final StepTimes times = new StepTimes();
    private final Channel maxUs;
    private final Channel meanUs;
    private final Channel p99Us;
    private final Channel slips;
    private final Channel sinceSlip;
    private long slipCount;
    private long stepsSinceSlip;

    GroupAccount(String group, Face face) {
        String name = "group." + group;
        maxUs = face.channel(name + ".maxUs", Unit.MICROSECOND, "longest step of the whole group");
        meanUs = face.channel(name + ".meanUs", Unit.MICROSECOND, "mean step of the whole group");
        p99Us = face.channel(
                name + ".p99Us", Unit.MICROSECOND, "time that 99 of 100 steps of the whole group stay below");
        slips = face.channel(name + ".slips", Unit.COUNT, "steps that came late because a cycle was skipped");
        sinceSlip = face.channel(name + ".sinceSlip", Unit.COUNT, "steps since the last late one");
    }

    void stepped(long nanos) {
        times.add(nanos);
    }

    void onTime() {
        stepsSinceSlip++;
    }

    void late() {
        slipCount++;
        stepsSinceSlip = 0;
    }

    void reset() {
        times.reset();
        slipCount = 0;
    }

    void publish() {
        maxUs.set(times.longestNanos() * MICROS_PER_NANO);
        meanUs.set(times.meanNanos() * MICROS_PER_NANO);
        p99Us.set(times.p99Nanos() * MICROS_PER_NANO);
        slips.set(slipCount);
        sinceSlip.set(stepsSinceSlip);
    }
}
