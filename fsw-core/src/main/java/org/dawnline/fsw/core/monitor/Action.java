package org.dawnline.fsw.core.monitor;

import org.dawnline.fsw.core.table.Call;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of actions: what it waits for, and what is done then.
 *
 * @param id its number, which telecommands use, 0 to {@value #MAX_ID}
 * @param name what it is for, in one word
 * @param monitor number of the monitor it waits for, or {@value #NONE}
 * @param results bits of the {@link Result}s of that monitor that start it
 * @param event position of the event it waits for in the dictionary, or {@value #NONE}
 * @param deed what is done
 * @param slot the sequence to start, or {@value #NONE}
 * @param call the telecommand to give, or null
 * @param once whether it does so once and is {@link MonitorState#PASSIVE} from then on, until it is armed again
 * @param most times that it may do so within {@code withinNanos}; at the next it is a loop, and PASSIVE
 * @param withinNanos see {@code most}
 * @param state what it may do at first
 */
public record Action(
        int id,
        String name,
        int monitor,
        int results,
        int event,
        Deed deed,
        int slot,
        @Nullable Call call,
        boolean once,
        int most,
        long withinNanos,
        MonitorState state) {
    /** Largest number of an action. */
    public static final int MAX_ID = 9_999;

    /** Largest {@code most}. */
    public static final int MAX_TIMES = 16;

    /** No monitor, no event, no slot. */
    public static final int NONE = -1;

    /** What can be done. */
    public enum Deed {
        /** Request SAFE. */
        SAFE,
        /** Start a sequence. */
        SEQUENCE,
        /** Give a telecommand. */
        COMMAND
    }

    long fingerprint() {
        long hash = id;
        hash = Monitor.mixed(hash, name.hashCode());
        hash = Monitor.mixed(hash, monitor);
        hash = Monitor.mixed(hash, results);
        hash = Monitor.mixed(hash, event);
        hash = Monitor.mixed(hash, deed.ordinal());
        hash = Monitor.mixed(hash, slot);
        hash = Monitor.mixed(hash, call == null ? 0 : call.declaration().name().hashCode());
        hash = Monitor.mixed(hash, call == null ? 0 : call.arguments().hashCode());
        hash = Monitor.mixed(hash, once ? 1 : 0);
        hash = Monitor.mixed(hash, most);
        hash = Monitor.mixed(hash, withinNanos);
        return Monitor.mixed(hash, state.ordinal());
    }
}
