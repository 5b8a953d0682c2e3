package org.dawnline.sim.orbit;

import java.util.Arrays;

/**
 * Notices when umbra and the South Atlantic Anomaly begin and end and when stations rise and set, and remembers when that was.
 */
public final class OrbitLog {
    /** Told about an event in the step that ends at its time. */
    public interface Listener {
        /** The {@code nth} event of that kind, from 1. */
        void happened(OrbitEvent event, int nth, double timeS);
    }

    private static final int FIRST_CAPACITY = 64;

    private final double[][] timesS = new double[OrbitEvent.values().length][FIRST_CAPACITY];
    private final int[] counts = new int[timesS.length];
    private final boolean[] stationInView;
    private final Listener listener;
    private boolean inUmbra;
    private boolean inSaa;
    private boolean anyInView;
    private double bestSinElevation;

    /** What is so at the start is no event. All stations of the sky count. */
    public OrbitLog(Sky sky, Listener listener) {
        this(sky, sky.stationCount(), listener);
    }

    /** What is so at the start is no event. Only the sky's first {@code stations} stations count. */
    public OrbitLog(Sky sky, int stations, Listener listener) {
        stationInView = new boolean[stations];
        this.listener = listener;
        inUmbra = sky.illuminationRatio() <= 0.0;
        inSaa = sky.inSaa();
        look(sky);
        for (int i = 0; i < stationInView.length; i++) {
            stationInView[i] = sky.inView(i);
        }
    }

    /** Compares the sky with the one before. */
    public void watch(Sky sky, double timeS) {
        boolean umbra = sky.illuminationRatio() <= 0.0;
        if (umbra != inUmbra) {
            inUmbra = umbra;
            note(umbra ? OrbitEvent.ECLIPSE_ENTRY : OrbitEvent.ECLIPSE_EXIT, timeS);
        }
        if (sky.inSaa() != inSaa) {
            inSaa = sky.inSaa();
            note(inSaa ? OrbitEvent.SAA_ENTRY : OrbitEvent.SAA_EXIT, timeS);
        }
        for (int i = 0; i < stationInView.length; i++) {
            boolean inView = sky.inView(i);
            if (inView != stationInView[i]) {
                stationInView[i] = inView;
                note(inView ? OrbitEvent.AOS : OrbitEvent.LOS, timeS);
            }
        }
        look(sky);
    }

    private void look(Sky sky) {
        bestSinElevation = -1.0;
        anyInView = false;
        for (int i = 0; i < stationInView.length; i++) {
            bestSinElevation = Math.max(bestSinElevation, sky.sinElevation(i));
            anyInView |= sky.inView(i);
        }
    }

    private void note(OrbitEvent event, double timeS) {
        int kind = event.ordinal();
        if (counts[kind] == timesS[kind].length) {
            timesS[kind] = Arrays.copyOf(timesS[kind], 2 * counts[kind]);
        }
        timesS[kind][counts[kind]++] = timeS;
        listener.happened(event, counts[kind], timeS);
    }

    public boolean inUmbra() {
        return inUmbra;
    }

    public boolean anyStationInView() {
        return anyInView;
    }

    public double bestElevationRad() {
        return StrictMath.asin(bestSinElevation);
    }

    public int count(OrbitEvent event) {
        return counts[event.ordinal()];
    }

    /** Time of the nth event, from 1; NaN when it has not happened. */
    public double timeS(OrbitEvent event, int nth) {
        boolean known = nth >= 1 && nth <= counts[event.ordinal()];
        return known ? timesS[event.ordinal()][nth - 1] : Double.NaN;
    }
}
