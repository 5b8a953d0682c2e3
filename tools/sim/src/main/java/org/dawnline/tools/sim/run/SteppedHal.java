package org.dawnline.tools.sim.run;

import org.dawnline.hal.Clock;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputerHal;
import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.Storage;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.Watchdog;

/**
 * The simulated satellite with one difference: whenever time has passed, the bench has its turn before flight software goes on.
 * That is where it looks at the truth, brings telecommands, and waits for the wall clock if it is asked to.
 */
final class SteppedHal implements Hal {
    private final Hal hal;
    private final Clock clock;
    private final Storage storage;
    private final KillSwitch kill;

    SteppedHal(Hal hal, Runnable turn, Storage storage, KillSwitch kill, MemberFaults members) {
        this.hal = hal;
        this.storage = storage;
        this.kill = kill;
        this.clock = new SteppedClock(hal.clock(), turn, kill, members);
    }

    @Override
    public void latchInputs() {
        kill.pass(KillPoint.SENSE);
        hal.latchInputs();
    }

    @Override
    public void applyOutputs() {
        kill.pass(KillPoint.ACT);
        hal.applyOutputs();
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public PowerHal power() {
        return hal.power();
    }

    @Override
    public ThermalHal thermal() {
        return hal.thermal();
    }

    @Override
    public ComputeHal compute() {
        return hal.compute();
    }

    @Override
    public LinkHal links() {
        return hal.links();
    }

    @Override
    public NavigationHal navigation() {
        return hal.navigation();
    }

    @Override
    public Watchdog watchdog() {
        return hal.watchdog();
    }

    @Override
    public ComputerHal computer() {
        return hal.computer();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    /** Moves the world, then gives the bench its turn. */
    private static final class SteppedClock implements Clock {
        private final Clock clock;
        private final Runnable turn;
        private final KillSwitch kill;
        private final MemberFaults members;

        SteppedClock(Clock clock, Runnable turn, KillSwitch kill, MemberFaults members) {
            this.clock = clock;
            this.turn = turn;
            this.kill = kill;
            this.members = members;
        }

        @Override
        public long nanos() {
            return clock.nanos();
        }

        @Override
        public long utcNanos() {
            return clock.utcNanos();
        }

        @Override
        public boolean utcValid() {
            return clock.utcValid();
        }

        @Override
        public void sleepUntil(long deadlineNanos) {
            clock.sleepUntil(deadlineNanos);
            turn.run();
        }

        @Override
        public void stepped(String memberName) {
            clock.stepped(memberName);
            members.stepped(memberName);
            kill.pass(KillPoint.BETWEEN_MEMBERS);
        }
    }
}
