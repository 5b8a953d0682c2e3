package org.dawnline.sim.compute;

/** The newest error events of all GPUs; older ones are forgotten, their numbers are not given again. */
public final class XidLog {
    /** Events that are kept. */
    public static final int KEPT = 64;

    private static final double NANOS_PER_S = 1e9;

    private final int[] number = new int[KEPT];
    private final int[] gpu = new int[KEPT];
    private final long[] nanos = new long[KEPT];
    private long count;

    void add(int eventGpu, int xid, double nowS) {
        int at = (int) (count % KEPT);
        number[at] = xid;
        gpu[at] = eventGpu;
        nanos[at] = StrictMath.round(nowS * NANOS_PER_S);
        count++;
    }

    /** Events so far. */
    public long count() {
        return count;
    }

    /** Whether an event is kept. */
    public boolean keeps(long event) {
        return event >= 0 && event < count && event >= count - KEPT;
    }

    /** The vendor's number of an event that is kept. */
    public int number(long event) {
        return number[(int) (event % KEPT)];
    }

    /** The GPU of an event that is kept. */
    public int gpu(long event) {
        return gpu[(int) (event % KEPT)];
    }

    /** Mission time of an event that is kept, in ns. */
    public long nanos(long event) {
        return nanos[(int) (event % KEPT)];
    }
}
