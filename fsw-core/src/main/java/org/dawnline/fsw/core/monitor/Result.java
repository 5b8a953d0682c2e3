package org.dawnline.fsw.core.monitor;

import java.util.Arrays;
import java.util.List;

/** What a monitor found. Only {@link #PASS} is good: what is old or no number is not known to be within its limits. */
public enum Result {
    /** The channel is as it should be. */
    PASS,
    /** The channel is not as it should be. */
    FAIL,
    /** The channel has not been set for too long, or has not been judged yet. */
    STALE,
    /** The channel has no value that could be judged. */
    ERROR;

    /** Names of all results, in their order. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(Enum::name).toList();

    /** Bit of this result in a mask. */
    public int bit() {
        return 1 << ordinal();
    }
}
