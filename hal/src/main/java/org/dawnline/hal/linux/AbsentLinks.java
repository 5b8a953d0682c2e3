package org.dawnline.hal.linux;

import org.dawnline.hal.LinkHal;

/** No terminal can be reached: there are none. */
public final class AbsentLinks implements LinkHal {
    @Override
    public int terminalCount() {
        return 0;
    }

    @Override
    public String terminalName(int terminal) {
        return "";
    }

    @Override
    public Kind kind(int terminal) {
        return Kind.RF;
    }

    @Override
    public State state(int terminal) {
        return State.OFF;
    }

    @Override
    public double rateBitsPerS(int terminal) {
        return Double.NaN;
    }

    @Override
    public double rangeM(int terminal) {
        return Double.NaN;
    }

    @Override
    public double latencyS(int terminal) {
        return Double.NaN;
    }

    @Override
    public double bitErrorRatio(int terminal) {
        return Double.NaN;
    }

    @Override
    public double marginDb(int terminal) {
        return Double.NaN;
    }

    @Override
    public double pointingErrorRad(int terminal) {
        return Double.NaN;
    }

    @Override
    public double powerW(int terminal) {
        return Double.NaN;
    }

    @Override
    public void requestPower(int terminal, boolean on) {}
}
