package org.dawnline.fsw.core.exec;

import java.util.List;

/**
 * The members of a rate group that step in the same cycle, in flight: when they are due. Keeps its phase on the base grid
 * whatever is skipped.
 */
final class GroupRunner {
    final Tick tick;
    final List<Member> members;
    final GroupAccount account;

    /** Number of the frame that is complete when these have stepped; -1 while other phases of the group follow. */
    final int frame;

    boolean reported = true;
    private final long divisor;
    private long nextDue;

    GroupRunner(RateGroup part, long periodNanos, List<Member> members, GroupAccount account, int frame) {
        this.divisor = part.divisor();
        this.tick = new Tick(periodNanos * divisor);
        this.members = members;
        this.account = account;
        this.frame = frame;
        nextDue = part.offset();
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
            account.late();
        } else {
            account.onTime();
        }
        nextDue += ((cycle - nextDue) / divisor + 1) * divisor;
        return true;
    }

    /** Whether all that the satellite cannot do without are sound. */
    boolean healthy() {
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).healthy() && members.get(i).mandatory()) {
                return false;
            }
        }
        return true;
    }

    /** Whether every member has stepped and none is isolated. */
    boolean sound() {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (!member.leftOut() && (!member.healthy() || !member.hasStepped())) {
                return false;
            }
        }
        return true;
    }

    void resetCounters() {
        account.reset();
        members.forEach(Member::resetCounters);
    }

    void publish() {
        account.publish();
        for (int i = 0; i < members.size(); i++) {
            members.get(i).publish();
        }
    }
}
