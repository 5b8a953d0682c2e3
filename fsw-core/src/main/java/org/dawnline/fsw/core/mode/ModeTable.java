package org.dawnline.fsw.core.mode;

import static org.dawnline.fsw.core.mode.Mode.BOOT;
import static org.dawnline.fsw.core.mode.Mode.OPERATIONAL;
import static org.dawnline.fsw.core.mode.Mode.PASSIVATED;
import static org.dawnline.fsw.core.mode.Mode.SAFE;
import static org.dawnline.fsw.core.mode.Mode.STANDBY;
import static org.dawnline.fsw.core.mode.Mode.SURVIVAL;
import static org.dawnline.fsw.core.mode.ModeGuard.ALWAYS;
import static org.dawnline.fsw.core.mode.ModeGuard.FIT;
import static org.dawnline.fsw.core.mode.ModeGuard.FIT_AND_SUPPLIED;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of modes: every transition there is. What does not stand here cannot happen. The only ways down are always open;
 * only the ground leads up; out of PASSIVATED leads nothing.
 */
public final class ModeTable {
    /**
     * A transition.
     *
     * @param from the mode before
     * @param trigger what asks for it
     * @param guard what must hold
     * @param to the mode after; the same as before where the wish is fulfilled already
     */
    public record Row(Mode from, ModeTrigger trigger, ModeGuard guard, Mode to) {}

    private static final List<Row> ROWS = List.of(
            new Row(BOOT, ModeTrigger.BOOT_TO_OPERATIONAL, FIT, OPERATIONAL),
            new Row(BOOT, ModeTrigger.BOOT_TO_STANDBY, FIT, STANDBY),
            new Row(BOOT, ModeTrigger.BOOT_TO_SAFE, ALWAYS, SAFE),
            new Row(BOOT, ModeTrigger.BOOT_TO_PASSIVATED, ALWAYS, PASSIVATED),
            new Row(BOOT, ModeTrigger.GROUND_SAFE, ALWAYS, SAFE),
            new Row(BOOT, ModeTrigger.ONBOARD_SAFE, ALWAYS, SAFE),
            new Row(SAFE, ModeTrigger.GROUND_SAFE, ALWAYS, SAFE),
            new Row(SAFE, ModeTrigger.ONBOARD_SAFE, ALWAYS, SAFE),
            new Row(SAFE, ModeTrigger.GROUND_STANDBY, FIT_AND_SUPPLIED, STANDBY),
            new Row(SAFE, ModeTrigger.GROUND_OPERATIONAL, FIT_AND_SUPPLIED, OPERATIONAL),
            new Row(SAFE, ModeTrigger.SURVIVAL_ASKED, ALWAYS, SURVIVAL),
            new Row(SAFE, ModeTrigger.GROUND_PASSIVATE, ALWAYS, PASSIVATED),
            new Row(STANDBY, ModeTrigger.GROUND_SAFE, ALWAYS, SAFE),
            new Row(STANDBY, ModeTrigger.ONBOARD_SAFE, ALWAYS, SAFE),
            new Row(STANDBY, ModeTrigger.GROUND_STANDBY, ALWAYS, STANDBY),
            new Row(STANDBY, ModeTrigger.GROUND_OPERATIONAL, FIT_AND_SUPPLIED, OPERATIONAL),
            new Row(STANDBY, ModeTrigger.SURVIVAL_ASKED, ALWAYS, SURVIVAL),
            new Row(OPERATIONAL, ModeTrigger.GROUND_SAFE, ALWAYS, SAFE),
            new Row(OPERATIONAL, ModeTrigger.ONBOARD_SAFE, ALWAYS, SAFE),
            new Row(OPERATIONAL, ModeTrigger.GROUND_STANDBY, ALWAYS, STANDBY),
            new Row(OPERATIONAL, ModeTrigger.GROUND_OPERATIONAL, ALWAYS, OPERATIONAL),
            new Row(OPERATIONAL, ModeTrigger.SURVIVAL_ASKED, ALWAYS, SURVIVAL),
            new Row(SURVIVAL, ModeTrigger.ONBOARD_SAFE, ALWAYS, SURVIVAL),
            new Row(SURVIVAL, ModeTrigger.SURVIVAL_ASKED, ALWAYS, SURVIVAL),
            new Row(SURVIVAL, ModeTrigger.SURVIVAL_OVER, ALWAYS, SAFE));

    private static final int TRIGGERS = ModeTrigger.values().length;
    private static final @Nullable Row[] BY_MODE = index();

    private ModeTable() {}

    private static @Nullable Row[] index() {
        @Nullable Row[] index = new Row[Mode.values().length * TRIGGERS];
        for (Row row : ROWS) {
            int place = place(row.from(), row.trigger());
            if (index[place] != null) {
                throw new IllegalStateException("two transitions from " + row.from() + " by " + row.trigger());
            }
            index[place] = row;
        }
        return index;
    }

    private static int place(Mode from, ModeTrigger trigger) {
        return from.ordinal() * TRIGGERS + trigger.ordinal();
    }

    /** All transitions, by the mode that they start from. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** The transition from a mode by a trigger, or null when there is none. */
    public static @Nullable Row row(Mode from, ModeTrigger trigger) {
        return BY_MODE[place(from, trigger)];
    }
}
