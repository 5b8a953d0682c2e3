package org.dawnline.tools.sim;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.dawnline.app.Spacecraft;
import org.dawnline.app.SpacecraftOptions;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.record.RingFile;
import org.dawnline.tools.sim.log.LogRecorder;
import org.dawnline.tools.sim.run.FlightMemory;
import org.dawnline.tools.sim.tape.Difference;
import org.dawnline.tools.sim.tape.FlightBuild;
import org.dawnline.tools.sim.tape.FlightReplay;
import org.dawnline.tools.sim.tape.FlightReplay.Ending;
import org.dawnline.tools.sim.tape.TapeHead;
import org.dawnline.tools.sim.tape.WrongTape;
import org.jspecify.annotations.Nullable;

/**
 * Flies flight software once more over what a tape has kept of a flight, without any simulator, and says whether it does the same.
 * Every channel, event, report, request and byte that goes out is compared, and in the end the digest of the log.
 */
public final class Replay {
    private final Path tape;
    private boolean anyBuild;
    private Consumer<Spacecraft> change = spacecraft -> {};
    private @Nullable Spacecraft spacecraft;
    private RingFile ring = RingFile.inMemory();

    /**
     * What came of it.
     *
     * @param flight what was flown
     * @param cycles cycles that were flown again
     * @param ending how it ended
     * @param difference the first difference; null when there is none
     * @param digest SHA-256 of the log of the replay
     */
    public record Result(
            String flight,
            long cycles,
            Ending ending,
            @Nullable Difference difference,
            String digest) {
        /** Whether everything was the same. */
        public boolean same() {
            return difference == null;
        }

        /** One line. */
        public String text() {
            Difference first = difference;
            if (first != null) {
                return "different: " + first.text();
            }
            return "same: " + flight + ", " + cycles + " cycles"
                    + (ending == Ending.TAPE_FULL ? ", where the tape was full" : ", digest " + digest);
        }
    }

    private Replay(Path tape) {
        this.tape = tape;
    }

    /** The replay of a tape. */
    public static Replay of(Path tape) {
        return new Replay(tape);
    }

    /** Flies it also when the tape is of another build, to see what that has changed. */
    public Replay withAnyBuild() {
        anyBuild = true;
        return this;
    }

    /** Changes each process before its first cycle, to see what that changes. */
    public Replay withChange(Consumer<Spacecraft> newChange) {
        change = newChange;
        return this;
    }

    /** Flies it; throws {@link WrongTape} for one that is damaged or of another build. */
    public Result fly() {
        try (FlightReplay flight = new FlightReplay(tape);
                LogRecorder log = new LogRecorder()) {
            check(flight.head());
            Ending ending = Ending.KILLED;
            while (ending == Ending.KILLED) {
                ending = flight.run(() -> flyProcess(flight, log));
                ring = ring.restarted();
            }
            String digest = log.finish();
            Difference difference = flight.difference();
            if (ending == Ending.LANDED && !digest.equals(flight.digest())) {
                difference = new Difference(flight.cycles(), Double.NaN, "digest of the log", flight.digest(), digest);
            }
            return new Result(flight.head().flight(), flight.cycles(), ending, difference, digest);
        }
    }

    private void check(TapeHead head) {
        String present = FlightBuild.checksum();
        if (!anyBuild && !head.build().equals(present)) {
            throw new WrongTape(
                    "the tape is of another build of the flight software: " + head.build() + ", this is " + present);
        }
    }

    private void flyProcess(FlightReplay flight, LogRecorder log) {
        spacecraft = null;
        FlightMemory memory = new FlightMemory(() -> spacecraft);
        flight.begin();
        TapeHead head = flight.head();
        FlightReplay.Bench bench = new FlightReplay.Bench() {
            @Override
            public void pump() {
                Spacecraft present = spacecraft;
                if (present != null) {
                    present.groundLink().pump();
                }
            }

            @Override
            public void upset(double luck) {
                memory.flip(luck);
            }
        };
        Spacecraft wired = new Spacecraft(
                flight.hal(bench),
                head.vehicle(),
                flight.wire(),
                new InlineWorker(),
                new SpacecraftOptions(
                        head.satellite(), head.keys(), head.periodNanos(), flight.archive(), ring, head.versions()));
        change.accept(wired);
        wired.executive().attach(flight.recorder());
        wired.executive().attach(log);
        spacecraft = wired;
        wired.executive().run();
    }
}
