package org.dawnline.fsw.core.time;

/**
 * The unsegmented time code of CCSDS 301.0-B-4, section 3.2: seconds since 1958-01-01 TAI and a binary fraction of a second, big
 * end first, after one octet that says how many octets of each there are. The second octet of that preamble, for more of them, is
 * not used and refused.
 *
 * @param coarseOctets octets of seconds, 1 to 4
 * @param fineOctets octets of the fraction, 0 to 3
 */
public record CucTime(int coarseOctets, int fineOctets) {
    /** Four octets of seconds, until 2094, and three of the fraction: steps of 60 ns. */
    public static final CucTime FULL = new CucTime(4, 3);

    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final int TAI_EPOCH = 0b001;
    private static final int EPOCH_SHIFT = 4;
    private static final int COARSE_SHIFT = 2;
    private static final int MAX_COARSE = 4;
    private static final int MAX_FINE = 3;
    private static final int LOW_BITS = 0b11;
    private static final int OCTET = 0xFF;

    /** Refuses what the preamble cannot say. */
    public CucTime {
        if (coarseOctets < 1 || coarseOctets > MAX_COARSE || fineOctets < 0 || fineOctets > MAX_FINE) {
            throw new IllegalArgumentException(coarseOctets + " coarse and " + fineOctets + " fine octets");
        }
    }

    /** Octets of the whole code, preamble included. */
    public int length() {
        return 1 + coarseOctets + fineOctets;
    }

    /** The preamble. */
    public int preamble() {
        return TAI_EPOCH << EPOCH_SHIFT | (coarseOctets - 1) << COARSE_SHIFT | fineOctets;
    }

    /** The format that a preamble tells; refuses another epoch and an extended preamble. */
    public static CucTime of(byte preamble) {
        int bits = preamble & OCTET;
        if (bits >>> EPOCH_SHIFT != TAI_EPOCH) {
            throw new IllegalArgumentException("no time code since 1958 TAI: preamble " + Integer.toBinaryString(bits));
        }
        return new CucTime((bits >>> COARSE_SHIFT & LOW_BITS) + 1, bits & LOW_BITS);
    }

    /** Seconds of a moment in nanoseconds since 1958 TAI, as far as the octets hold them: the count begins anew when they are full. */
    public long coarse(long taiNanos) {
        return Math.floorDiv(taiNanos, NANOS_PER_S) & ones(coarseOctets);
    }

    /** The fraction of its second in units of the last octet, rounded down. */
    public long fine(long taiNanos) {
        return (Math.floorMod(taiNanos, NANOS_PER_S) << (fineOctets * Byte.SIZE)) / NANOS_PER_S;
    }

    /** Writes a moment in nanoseconds since 1958 TAI from {@code at} on. */
    public void write(long taiNanos, byte[] out, int at) {
        out[at] = (byte) preamble();
        put(coarse(taiNanos), coarseOctets, out, at + 1);
        put(fine(taiNanos), fineOctets, out, at + 1 + coarseOctets);
    }

    private static void put(long number, int octets, byte[] out, int at) {
        for (int i = 0; i < octets; i++) {
            out[at + i] = (byte) (number >>> ((octets - 1 - i) * Byte.SIZE));
        }
    }

    /**
     * The moment that a code in this format tells, in nanoseconds since 1958 TAI: the first one that gives that code. Refuses another
     * preamble and too few octets.
     */
    public long read(byte[] in, int at) {
        if (at < 0 || in.length - at < length() || (in[at] & OCTET) != preamble()) {
            throw new IllegalArgumentException("no time code of " + coarseOctets + " and " + fineOctets + " octets");
        }
        long fine = take(in, at + 1 + coarseOctets, fineOctets);
        long unit = 1L << (fineOctets * Byte.SIZE);
        return take(in, at + 1, coarseOctets) * NANOS_PER_S + (fine * NANOS_PER_S + unit - 1) / unit;
    }

    private static long take(byte[] in, int at, int octets) {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = (number << Byte.SIZE) | (in[at + i] & OCTET);
        }
        return number;
    }

    private static long ones(int octets) {
        return (1L << (octets * Byte.SIZE)) - 1;
    }
}
