package org.dawnline.tools.cli;

import org.dawnline.fsw.comms.proto.LinkState;
import org.jspecify.annotations.Nullable;

/** The state of a satellite's link in words. */
final class LinkText {
    private LinkText() {}

    /** What the satellite, or the broker in its name, said last; null when neither ever spoke. */
    static String of(@Nullable LinkState state) {
        if (state == null) {
            return "never up";
        }
        String since = state.getUtcNanos() == 0 ? "" : " since " + UtcText.dayAndClock(state.getUtcNanos()) + " UTC";
        return state.getUp() ? "up over " + state.getCarrier() + since : "down" + since;
    }
}
