package org.dawnline.fsw.core.exec;

import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** A rate group in flight: when it is due, and its account. Keeps its phase on the base grid whatever is skipped. */
final class GroupRunner {
    private static final double MICROS_PER_NANO = 1e-3;

    final RateGroup group;
    final Tick tick;
    final List<Member> members;
    private final Channel maxUs;
    private final Channel slips;
    private final Channel sinceSlip;
    boolean reported = true;
    private long nextDue;
    private long longestNanos;
    private long slipCount;
    private long stepsSinceSlip;

    GroupRunner(RateGroup group, long periodNanos, List<Member> members, Face face) {
        this.group = group;
        this.tick = new Tick(periodNanos * group.divisor());
        this.members = members;
        nextDue = group.offset();
        String name = "group." + group.name();
        maxUs = face.channel(name + ".maxUs", Unit.MICROSECOND, "longest step of the whole group");
        slips = face.channel(name + ".slips", Unit.COUNT, "steps that came late because a cycle was skipped");
        sinceSlip = face.channel(name + ".sinceSlip", Unit.COUNT, "steps since the last late one");
    }

    /**
     * Whether the group steps in this cycle. A due cycle that was skipped is made up in the first one that is not, and the
     * group returns to its own grid.
     */
    boolean due(long cycle) {
        if (cycle < nextDue) {
            return false;
        }
        if (cycle > nextDue) {
            slipCount++;
            stepsSinceSlip = 0;
        } else {
            stepsSinceSlip++;
        }
        long divisor = group.divisor();
        nextDue += ((cycle - nextDue) / divisor + 1) * divisor;
        return true;
    }

    void account(long nanos) {
        longestNanos = Math.max(longestNanos, nanos);
    }

    boolean healthy() {
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).healthy()) {
                return false;
            }
        }
        return true;
    }

    boolean sound() {
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).healthy() || !members.get(i).hasStepped()) {
                return false;
            }
        }
        return true;
    }

    void resetCounters() {
        longestNanos = 0;
        slipCount = 0;
        members.forEach(Member::resetCounters);
    }

    void publish() {
        maxUs.set(longestNanos * MICROS_PER_NANO);
        slips.set(slipCount);
        sinceSlip.set(stepsSinceSlip);
        for (int i = 0; i < members.size(); i++) {
            members.get(i).publish();
        }
    }
}
