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
        powerW = new double[terminals];
        requestedPower = new boolean[terminals];
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
