package org.dawnline.tools.sim.tape;

import java.nio.file.Path;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Hal;
import org.jspecify.annotations.Nullable;

/** The outside of a recorded flight, given back from its tape. */
public final class FlightReplay implements AutoCloseable {
    private final TapeReader reader;
    private final ReplayingTape tape;
    private final Gateway.Exchange exchange = new Gateway.Exchange();
    private final ClockSlots slots;
    private final TelemetryTap tap;
    private @Nullable Difference difference;

    /** What a replay does in the place of the bench, while the executive sleeps. */
    public interface Bench {
        /** Pumps the link once. */
        void pump();

        /** Flips a bit of the memory; {@code luck} from 0 to 1 says where. */
        void upset(double luck);
    }

    /** How a process ended. */
    public enum Ending {
        /** It was killed, or it ended by itself and another one followed. */
        KILLED,
        /** Its flight was over. */
        LANDED,
        /** The tape was full. */
        TAPE_FULL,
        /** It differed from the recorded flight. */
        DIFFERENT
    }

    /** Leaves the executive in its sleep; nothing on board can catch it. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1L;

        private final Ending ending;

        Ended(Ending ending) {
            super(ending.name(), null, false, false);
            this.ending = ending;
        }
    }

    /** Opens a tape; refuses one that is damaged. */
    public FlightReplay(Path file) {
        reader = new TapeReader(file);
        tape = new ReplayingTape(reader);
        slots = new ClockSlots(tape);
        tap = new TelemetryTap(tape);
    }

    /** How the recorded flight was wired. */
    public TapeHead head() {
        return reader.head();
    }

    /** Cycles so far. */
    public long cycles() {
        return tape.cycles();
    }

    /** A process is about to be wired; to be told within {@link #run}. */
    public void begin() {
        tape.mark(Mark.BEGIN);
    }

    /** The devices; {@code bench} does what happens while the executive sleeps. */
    public Hal hal(Bench bench) {
        return Gateway.to(tape, exchange, "", Hal.class, null, new ReplayedClock(bench));
    }

    /** The way to the ground. */
    public Wire wire() {
        Wire gateway = Gateway.to(tape, exchange, "wire", Wire.class, null, null);
        return new PumpedWire(gateway, () -> tape.mark(Mark.PUMP));
    }

    /** An archive that was not in memory. */
    public Archive archive() {
        return Gateway.to(tape, exchange, "archive", Archive.class, null, null);
    }

    /** To be attached to the executive of each process. */
    public Recorder recorder() {
        return tap;
    }

    /** Wires and runs a process until it ends or differs. */
    public Ending run(Runnable process) {
        try {
            process.run();
            return endedByItself();
        } catch (Ended e) {
            return e.ending;
        } catch (ReplayingTape.Killed e) {
            return Ending.KILLED;
        } catch (ReplayingTape.Differs e) {
            difference = e.difference();
            return Ending.DIFFERENT;
        }
    }

    /** The first difference, if there was one. */
    public @Nullable Difference difference() {
        return difference;
    }

    private Ending endedByItself() {
        if (tape.next() == Mark.END) {
            return Ending.LANDED;
        }
        if (tape.ends()) {
            return Ending.KILLED;
        }
        throw new WrongTape("the flight ended before its tape");
    }

    /** Digest of the recorded flight's log; after it has landed. */
    public String digest() {
        return tape.digest();
    }

    @Override
    public void close() {
        reader.close();
    }

    private final class ReplayedClock implements Clock {
        private final Bench bench;

        ReplayedClock(Bench bench) {
            this.bench = bench;
        }

        @Override
        public long nanos() {
            return tape.answer(slots.nanos, () -> 0);
        }

        @Override
        public long utcNanos() {
            return tape.answer(slots.utcNanos, () -> 0);
        }

        @Override
        public boolean utcValid() {
            return tape.answer(slots.utcValid, () -> 0) != 0;
        }

        @Override
        public void sleepUntil(long deadlineNanos) {
            if (tape.next() == Mark.END) {
                throw new Ended(Ending.LANDED);
            }
            tape.output(slots.deadline, deadlineNanos);
            tape.cycleBegins(deadlineNanos);
            while (sleeps()) {
                // What has happened next is done.
            }
        }

        @Override
        public void stepped(String memberName) {
            tape.stepped(memberName);
        }

        private boolean sleeps() {
            Mark next = tape.next();
            if (next == null) {
                throw tape.differs("while the executive sleeps", reader.text(), "nothing");
            }
            switch (next) {
                case PUMP -> bench.pump();
                case UPSET -> {
                    double luck = Double.longBitsToDouble(tape.number());
                    tape.skip();
                    bench.upset(luck);
                }
                case AWAKE -> {
                    tape.awake();
                    return false;
                }
                case KILLED -> {
                    tape.passOutside();
                    throw tape.differs("crossings before the kill", Long.toString(tape.number()), "others");
                }
                case FULL -> throw new Ended(Ending.TAPE_FULL);
                default -> throw tape.differs("while the executive sleeps", reader.text(), "nothing");
            }
            return true;
        }
    }
}
