package org.dawnline.tools.testkit;

import java.util.Arrays;
import org.dawnline.hal.LinkHal;

/** Terminals that read what the test sets; a power request switches between OFF and STANDBY. */
public final class FakeLinks implements LinkHal {
    private static final Kind[] KINDS = Kind.values();

    private final Kind[] kind;
    /** Per terminal. */
    public final State[] state;
    /** Per terminal, in bit/s. */
    public final double[] rateBitsPerS;
    /** Per terminal, in m. */
    public final double[] rangeM;
    /** Per terminal, in s. */
    public final double[] latencyS;
    /** Per terminal. */
    public final double[] bitErrorRatio;
    /** Per terminal, in dB. */
    public final double[] marginDb;
    /** Per terminal, in rad. */
    public final double[] pointingErrorRad;
    /** Per terminal, in W. */
    public final double[] powerW;
    /** Per terminal: what was last asked for. */
    public final boolean[] requestedPower;

    /** That many terminals: first lasers, then radios; all off. */
    public FakeLinks(int lasers, int radios) {
        int terminals = lasers + radios;
        kind = new Kind[terminals];
        Arrays.setAll(kind, terminal -> KINDS[terminal < lasers ? 0 : 1]);
        state = new State[terminals];
        Arrays.fill(state, State.OFF);
        rateBitsPerS = new double[terminals];
        rangeM = unknown(terminals);
        latencyS = unknown(terminals);
        bitErrorRatio = unknown(terminals);
        marginDb = unknown(terminals);
        pointingErrorRad = unknown(terminals);
        powerW = new double[terminals];
        requestedPower = new boolean[terminals];
    }

    private static double[] unknown(int terminals) {
        double[] values = new double[terminals];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    @Override
    public int terminalCount() {
        return kind.length;
    }

    @Override
    public String terminalName(int terminal) {
        return (kind[terminal] == Kind.LASER ? "laser" : "rf") + terminal;
    }

    @Override
    public Kind kind(int terminal) {
        return kind[terminal];
    }

    @Override
    public State state(int terminal) {
        return state[terminal];
    }

    @Override
    public double rateBitsPerS(int terminal) {
        return rateBitsPerS[terminal];
    }

    @Override
    public double rangeM(int terminal) {
        return rangeM[terminal];
    }

    @Override
    public double latencyS(int terminal) {
        return latencyS[terminal];
    }

    @Override
    public double bitErrorRatio(int terminal) {
        return bitErrorRatio[terminal];
    }

    @Override
    public double marginDb(int terminal) {
        return marginDb[terminal];
    }

    @Override
    public double pointingErrorRad(int terminal) {
        return pointingErrorRad[terminal];
    }

    @Override
    public double powerW(int terminal) {
        return powerW[terminal];
    }

    @Override
    public void requestPower(int terminal, boolean on) {
        requestedPower[terminal] = on;
        if (!on) {
            state[terminal] = State.OFF;
        } else if (state[terminal] == State.OFF) {
            state[terminal] = State.STANDBY;
        }
    }
}
