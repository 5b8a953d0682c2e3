package org.dawnline.tools.ground;

import java.util.List;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What became of a telecommand.
 *
 * @param counter its number under the key
 * @param stages all stages that were reported, in order
 * @param outcome the terminal stage, or null when none was reported in time
 * @param reason why it was rejected or failed; {@link Reason#NONE} otherwise
 * @param argumentIndex position of the argument complained of, or -1
 * @param answer the number it answered with, such as what a critical telecommand fires with; 0 without one
 */
public record CommandResult(
        long counter, List<Stage> stages, @Nullable Stage outcome, Reason reason, int argumentIndex, long answer) {
    /** Whether it was done. */
    public boolean completed() {
        return outcome == Stage.COMPLETED;
    }

    /** Whether nothing terminal was heard in time. */
    public boolean timedOut() {
        return outcome == null;
    }
}
