package org.dawnline.sim.power;

/** Long rests and many cycles in small pieces, as the world brings them. */
public final class AgeingReference {
    private static final double DAY_S = 86_400.0;
    private static final double HOT_K = 323.15;

    private AgeingReference() {}

    private static StringAgeing fresh(CellTable table) {
        return new StringAgeing(table, 0.0, 1.0);
    }

    /** Capacity lost in 500 days at 50 °C and 3.7 V. */
    public static double restedFade() {
        CellTable table = new CellTable();
        StringAgeing ageing = fresh(table);
        double socRatio = table.socRatioAt(3.7);
        for (int i = 0; i < 5000; i++) {
            ageing.rest(socRatio, HOT_K, 0.1 * DAY_S);
        }
        return ageing.fadeRatio();
    }

    /** Capacity lost in 1000 cycles of 80 % depth about 3.7 V, without time. */
    public static double cycledFade() {
        CellTable table = new CellTable();
        StringAgeing ageing = fresh(table);
        double meanRatio = table.socRatioAt(3.7);
        for (int i = 0; i <= 2000; i++) {
            ageing.watch(meanRatio + (i % 2 == 0 ? 0.4 : -0.4));
        }
        ageing.watch(meanRatio);
        return ageing.fadeRatio();
    }
}
