package org.dawnline.fsw.thermal;

import java.util.Arrays;
import java.util.List;

/** What decides the heat grant. */
enum HeatBinding {
    /** A whole loop that is not as warm as it can be: stored cold may be used. */
    STORED_COLD,
    /** What the loop as it is now carries for ever. */
    LOOP,
    /** The dies would pass their target within the lead. */
    TEMPERATURE,
    /** No die can be read: the loop is kept well below what it could carry. */
    BLIND,
    /** No flow, or no radiator. */
    NO_FLOW;

    static final List<String> NAMES =
            Arrays.stream(values()).map(HeatBinding::name).toList();
}
