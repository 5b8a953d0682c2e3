package org.dawnline.sim.links;

/** What a terminal's carrier is like now. All values are NaN while there is none. */
final class Condition {
    double rangeM = Double.NaN;
    double latencyS = Double.NaN;
    double marginAtFullRate = Double.NaN;
    double marginDb = Double.NaN;
    double pointingErrorRad = Double.NaN;
    double bitErrorRatio = Double.NaN;
    int rung;

    void clear() {
        rangeM = Double.NaN;
        latencyS = Double.NaN;
        marginAtFullRate = Double.NaN;
        marginDb = Double.NaN;
        pointingErrorRad = Double.NaN;
        bitErrorRatio = Double.NaN;
        rung = 0;
    }
}
