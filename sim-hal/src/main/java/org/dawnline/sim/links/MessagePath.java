package org.dawnline.sim.links;

import org.dawnline.sim.random.RandomStream;

/**
 * What happens to messages between satellite and ground, by the state of the terminal that carries them and by what a scenario adds:
 * they take time, bits flip, and some are lost. A vehicle without any terminal is on a cable, which does none of that by itself. For
 * one thread.
 */
public final class MessagePath {
    /** Where a message goes. */
    public enum Way {
        /** To the satellite. */
        UP,
        /** To the ground. */
        DOWN
    }

    private static final int WAYS = Way.values().length;

    private final Terminals terminals;
    private final RandomStream[] flips = new RandomStream[WAYS];
    private final RandomStream[] losses = new RandomStream[WAYS];
    private final double[] hazardLeft = new double[WAYS];
    private final long[] damaged = new long[WAYS];
    private final long[] lost = new long[WAYS];
    private double addedDelayS;
    private double addedFlipRatio;
    private double lossRatio;

    /** The way over these terminals; each direction has luck of its own. */
    public MessagePath(Terminals terminals, long seed) {
        this.terminals = terminals;
        for (Way way : Way.values()) {
            flips[way.ordinal()] = new RandomStream(seed, "message flips " + way);
            losses[way.ordinal()] = new RandomStream(seed, "message losses " + way);
            hazardLeft[way.ordinal()] = flips[way.ordinal()].exponential(1.0);
        }
    }

    /** Whether something carries messages now. */
    public boolean open() {
        return terminals.count() == 0 || terminals.carrier() != Terminals.NONE;
    }

    /** Time that a message takes now, in s; without a carrier only what a scenario adds. */
    public double delayS() {
        int carrier = terminals.carrier();
        return addedDelayS + (carrier == Terminals.NONE ? 0.0 : terminals.latencyS(carrier));
    }

    /** Draws whether a message is lost as a whole. */
    public boolean loses(Way way) {
        boolean gone = lossRatio > 0.0 && losses[way.ordinal()].nextDouble() < lossRatio;
        lost[way.ordinal()] += gone ? 1 : 0;
        return gone;
    }

    /** Draws how many bits of a message flip, from all those that went that way so far: one draw for each flip, none for the rest. */
    public int flipsIn(int bytes, Way way) {
        int at = way.ordinal();
        hazardLeft[at] -= (double) Byte.SIZE * bytes * bitErrorRatio();
        int count = 0;
        while (hazardLeft[at] <= 0.0) {
            hazardLeft[at] += flips[at].exponential(1.0);
            count++;
        }
        damaged[at] += count > 0 ? 1 : 0;
        return count;
    }

    private double bitErrorRatio() {
        int carrier = terminals.carrier();
        return addedFlipRatio + (carrier == Terminals.NONE ? 0.0 : terminals.bitErrorRatio(carrier));
    }

    /** A copy of a message in which so many bits have flipped. */
    public byte[] damaged(byte[] message, int bits, Way way) {
        byte[] copy = message.clone();
        for (int i = 0; i < bits && copy.length > 0; i++) {
            long bit = (long) (flips[way.ordinal()].nextDouble() * Byte.SIZE * copy.length);
            copy[(int) (bit / Byte.SIZE)] ^= (byte) (1 << bit % Byte.SIZE);
        }
        return copy;
    }

    /** Adds a delay to all messages, in s; 0 ends it. */
    public void delay(double seconds) {
        addedDelayS = seconds;
    }

    /** Adds that much to the part of the bits that flip; 0 ends it. */
    public void flip(double ratio) {
        addedFlipRatio = ratio;
    }

    /** Lets that part of the messages get lost; 0 ends it. */
    public void lose(double ratio) {
        lossRatio = ratio;
    }

    /** Messages that went that way and were damaged. */
    public long damaged(Way way) {
        return damaged[way.ordinal()];
    }

    /** Messages that were sent that way and got lost as a whole. */
    public long lost(Way way) {
        return lost[way.ordinal()];
    }
}
