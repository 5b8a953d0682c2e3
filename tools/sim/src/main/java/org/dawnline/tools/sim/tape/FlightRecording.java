package org.dawnline.tools.sim.tape;

import java.nio.file.Path;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.hal.Clock;
import org.dawnline.hal.Hal;

/**
 * Records a flight on one thread: everything that its processes are given is wrapped here, and what happens to them is told here.
 * What is wrapped behaves as before.
 */
public final class FlightRecording implements Boundary {
    /** Bytes of a tape at most, unless someone wants another limit: 4 GiB. What comes after is not recorded. */
    public static final long DEFAULT_LIMIT_BYTES = 1L << 32;

    private final TapeWriter writer;
    private final RecordingTape tape;
    private final Gateway.Exchange exchange = new Gateway.Exchange();
    private final ClockSlots slots;
    private final TelemetryTap tap;

    /** Begins a tape; a file of that name is overwritten. */
    public FlightRecording(Path file, TapeHead head, long limitBytes) {
        writer = new TapeWriter(file, head, limitBytes);
        tape = new RecordingTape(writer);
        slots = new ClockSlots(tape);
        tap = new TelemetryTap(tape);
    }

    @Override
    public void begin() {
        tape.mark(Mark.BEGIN);
    }

    @Override
    public Hal hal(Hal real) {
        return Gateway.to(tape, exchange, "", Hal.class, real, new RecordedClock(real.clock()));
    }

    @Override
    public Wire wire(Wire real) {
        Wire gateway = Gateway.to(tape, exchange, "wire", Wire.class, real, null);
        return new PumpedWire(gateway, () -> tape.mark(Mark.PUMP));
    }

    @Override
    public Archive archive(Archive real) {
        return Gateway.to(tape, exchange, "archive", Archive.class, real, null);
    }

    @Override
    public void wired(Executive executive) {
        executive.attach(tap);
    }

    @Override
    public void upset(double luck) {
        tape.upset(luck);
    }

    @Override
    public void ended() {
        tape.killed();
    }

    @Override
    public void landed() {
        tape.pause();
    }

    @Override
    public void end(String digest) {
        tape.end(digest);
    }

    /** Bytes of the tape so far. */
    public long bytes() {
        return writer.written();
    }

    private final class RecordedClock implements Clock {
        private final Clock clock;

        RecordedClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public long nanos() {
            return tape.answer(slots.nanos, clock::nanos);
        }

        @Override
        public long utcNanos() {
            return tape.answer(slots.utcNanos, clock::utcNanos);
        }

        @Override
        public boolean utcValid() {
            return tape.answer(slots.utcValid, () -> clock.utcValid() ? 1 : 0) != 0;
        }

        @Override
        public void sleepUntil(long deadlineNanos) {
            tape.output(slots.deadline, deadlineNanos);
            clock.sleepUntil(deadlineNanos);
            tape.awake();
        }

        @Override
        public void stepped(String memberName) {
            try {
                clock.stepped(memberName);
            } catch (IllegalStateException e) {
                tape.threw();
                throw e;
            }
        }
    }
}
