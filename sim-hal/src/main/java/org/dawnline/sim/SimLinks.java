package org.dawnline.sim;

import org.dawnline.hal.LinkHal;
import org.dawnline.sim.links.Terminals;

/** The terminals as flight software sees them. */
final class SimLinks implements LinkHal {
    private final Terminals terminals;
    private final String[] names;
    private final State[] state;
    private final double[] rateBitsPerS;
    private final double[] rangeM;
    private final double[] latencyS;
    private final double[] bitErrorRatio;
    private final double[] marginDb;
    private final double[] pointingErrorRad;
    private final double[] powerW;
    private final Wishes switches;
    private final Wishes.Taker toSwitches;

    SimLinks(Terminals terminals) {
        this.terminals = terminals;
        int count = terminals.count();
        names = new String[count];
        for (int i = 0; i < count; i++) {
            boolean laser = terminals.kind(i) == Kind.LASER;
            names[i] = laser ? "laser-" + i : "rf-" + (i - terminals.laserCount());
        }
        state = new State[count];
        rateBitsPerS = new double[count];
        rangeM = new double[count];
        latencyS = new double[count];
        bitErrorRatio = new double[count];
        marginDb = new double[count];
        pointingErrorRad = new double[count];
        powerW = new double[count];
        switches = new Wishes(count);
        toSwitches = terminals::requestPower;
        latch();
    }

    void latch() {
        for (int i = 0; i < state.length; i++) {
            state[i] = terminals.state(i);
            rateBitsPerS[i] = terminals.rateBitsPerS(i);
            rangeM[i] = terminals.rangeM(i);
            latencyS[i] = terminals.latencyS(i);
            bitErrorRatio[i] = terminals.bitErrorRatio(i);
            marginDb[i] = terminals.marginDb(i);
            pointingErrorRad[i] = terminals.pointingErrorRad(i);
            powerW[i] = terminals.powerW(i);
        }
    }

    /** The process that asked is dead: what it asked for since the last hand-over never happens. */
    void forget() {
        switches.forget();
    }

    void apply() {
        switches.handTo(toSwitches);
    }

    @Override
    public int terminalCount() {
        return state.length;
    }

    @Override
    public String terminalName(int terminal) {
        return names[terminal];
    }

    @Override
    public Kind kind(int terminal) {
        return terminals.kind(terminal);
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
        switches.ask(terminal, on);
    }
}
