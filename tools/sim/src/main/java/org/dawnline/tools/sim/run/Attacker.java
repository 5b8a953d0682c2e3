package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.sim.random.RandomStream;
import org.dawnline.tools.ground.LoopbackWire;
import org.dawnline.tools.ground.ScenarioCommander;
import org.dawnline.tools.sim.scenario.PlannedAttack;

/** Brings frames to the satellite of which none may be obeyed, at the rate that the scenario wants. */
final class Attacker {
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;
    /** A frame may wait for hours until there is a link again, and must not have come of age by then. */
    private static final long EARLY_NANOS = 30 * 24 * HOUR_NANOS;

    private static final int MOST_FLIPS = 8;
    private static final int LONGEST_NOISE_BYTES = 300;
    private static final int WAYS_TO_CORRUPT = 4;

    private final ScenarioCommander ground;
    private final ScenarioCommander stranger;
    private final LoopbackWire wire;
    private final RandomStream luck;
    private final List<Run> runs = new ArrayList<>();
    private long delivered;
    private double lastS = Double.NaN;

    Attacker(String satellite, long seed, ScenarioCommander ground, LoopbackWire wire) {
        this.ground = ground;
        this.wire = wire;
        stranger = new ScenarioCommander(satellite, seed + 1, new LoopbackWire());
        luck = new RandomStream(seed, "attacks");
    }

    /** An attack that goes on. */
    private static final class Run {
        private final PlannedAttack attack;
        private byte[] sample = new byte[0];
        private double due;
        private int sent;

        Run(PlannedAttack attack) {
            this.attack = attack;
        }

        boolean over() {
            return sent == attack.count();
        }
    }

    void begin(PlannedAttack attack) {
        runs.add(new Run(attack));
    }

    /** Delivers what has become due since the last turn. */
    void turn(double timeS, long utcNanos) {
        double passedS = Double.isNaN(lastS) ? 0 : timeS - lastS;
        lastS = timeS;
        for (Run run : runs) {
            run.due += passedS * run.attack.perS();
            while (run.due >= 1 && !run.over()) {
                run.due--;
                run.sent++;
                delivered++;
                wire.deliver(frame(run, utcNanos));
            }
        }
        runs.removeIf(Run::over);
    }

    private byte[] frame(Run run, long utcNanos) {
        return switch (run.attack.kind()) {
            case CORRUPT -> corrupted(sample(run, ground, utcNanos));
            case REPLAY -> replayed(run);
            case OLD_COUNTER -> sample(run, ground, utcNanos);
            case FORGED -> sample(run, stranger, utcNanos);
            case EXPIRED -> sealed(run, ground.nextCounter(), utcNanos - 2 * HOUR_NANOS, utcNanos - MINUTE_NANOS);
            case EARLY ->
                sealed(run, ground.nextCounter(), utcNanos + EARLY_NANOS, utcNanos + EARLY_NANOS + HOUR_NANOS);
        };
    }

    private byte[] sealed(Run run, long counter, long notBeforeUtcNanos, long notAfterUtcNanos) {
        return ground.sealed(
                run.attack.command(), run.attack.arguments(), counter, notBeforeUtcNanos, notAfterUtcNanos);
    }

    // One frame of which all others of the run are made: valid but for its counter or its key.
    private byte[] sample(Run run, ScenarioCommander signer, long utcNanos) {
        if (run.sample.length == 0) {
            long counter = run.attack.kind() == PlannedAttack.Kind.OLD_COUNTER ? 0 : signer.nextCounter();
            run.sample = signer.sealed(
                    run.attack.command(),
                    run.attack.arguments(),
                    counter,
                    utcNanos - HOUR_NANOS,
                    utcNanos + 2 * HOUR_NANOS);
        }
        return run.sample;
    }

    private byte[] replayed(Run run) {
        byte[] sent = ground.lastSent(run.attack.command());
        if (sent == null) {
            throw new IllegalStateException(run.attack.place() + ": " + run.attack.command()
                    + " has not been sent before; expected it among the telecommands");
        }
        return sent;
    }

    private byte[] corrupted(byte[] valid) {
        return switch (below(WAYS_TO_CORRUPT)) {
            case 0 -> flipped(valid.clone());
            case 1 -> Arrays.copyOf(valid, below(valid.length));
            case 2 -> stretched(valid);
            default -> noise(below(LONGEST_NOISE_BYTES));
        };
    }

    // One bit of each of several parts of the frame: never the same bit twice, which would mend it.
    private byte[] flipped(byte[] frame) {
        int flips = 1 + below(MOST_FLIPS);
        int part = Math.max(1, frame.length / flips);
        for (int from = 0; from < frame.length; from += part) {
            int at = from + below(Math.min(part, frame.length - from));
            frame[at] ^= (byte) (1 << below(Byte.SIZE));
        }
        return frame;
    }

    // Readers skip what they do not know behind a frame; in the frame itself at least one bit is wrong.
    private byte[] stretched(byte[] valid) {
        byte[] tail = noise(1 + below(LONGEST_NOISE_BYTES));
        byte[] frame = Arrays.copyOf(flipped(valid.clone()), valid.length + tail.length);
        System.arraycopy(tail, 0, frame, valid.length, tail.length);
        return frame;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) luck.nextLong();
        }
        return noise;
    }

    private int below(int bound) {
        return (int) (luck.nextDouble() * bound);
    }

    /** Frames so far. */
    long delivered() {
        return delivered;
    }
}
