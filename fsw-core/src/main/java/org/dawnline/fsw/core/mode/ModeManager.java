package org.dawnline.fsw.core.mode;

import java.util.List;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.guard.GuardedState;
import org.jspecify.annotations.Nullable;

/**
 * The table of modes. Anyone on board may request SAFE and gets it; only the ground leaves it. A request takes effect at the
 * next {@link #apply()}, so all members of a cycle see one mode.
 */
public final class ModeManager {
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final List<String> NAMES = MODES.stream().map(Mode::name).toList();

    /** Changes of mode. */
    enum Event implements EventType {
        CHANGED(Severity.ACTIVITY_HI, "mode {0:mode} -> {1:mode}"),
        SAFE_REQUESTED(Severity.WARNING_HI, "SAFE requested on board in mode {0:mode}");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final Events<Event> events;
    private final Channel current;
    private final GuardedState<Mode> mode;
    private final GuardedState<Mode> afterBoot;
    private @Nullable Mode requested;

    /** Declares mode channel, events and the ground's telecommand. */
    public ModeManager(Face face) {
        events = face.events(Event.class);
        mode = face.guardedState("mode", Mode.BOOT, Mode.SAFE);
        afterBoot = face.guardedState("afterBoot", Mode.OPERATIONAL, Mode.SAFE);
        current = face.stateChannel("current", NAMES, "mode of the satellite");
        face.enumeration("mode", NAMES);
        face.command(
                "SET",
                "Changes the mode as the table of modes allows to the ground.",
                this::set,
                Argument.choice("mode", "mode", "the mode to enter"));
    }

    private Outcome set(double[] arguments) {
        Mode target = MODES.get((int) arguments[0]);
        boolean safeIsPending = requested == Mode.SAFE && target != Mode.SAFE;
        if (safeIsPending || !groundMay(mode.get(), target)) {
            return Outcome.FAILED_STATE;
        }
        requested = target;
        return Outcome.COMPLETED;
    }

    /** Whether the ground may go from one mode to another: anywhere but back to BOOT, once BOOT is over. */
    public static boolean groundMay(Mode from, Mode to) {
        return to == Mode.SAFE || (from != Mode.BOOT && to != Mode.BOOT);
    }

    /** Whether the satellite may go there by itself: to SAFE, and out of BOOT. */
    public static boolean onboardMay(Mode from, Mode to) {
        return to == Mode.SAFE || (from == Mode.BOOT && to != Mode.BOOT);
    }

    /** Requests SAFE; never refused, and nothing else of this cycle overrides it. */
    public void requestSafe() {
        if (mode() != Mode.SAFE && requested != Mode.SAFE) {
            events.raise(Event.SAFE_REQUESTED, mode().ordinal());
        }
        requested = Mode.SAFE;
    }

    /**
     * Tells which mode the satellite was in before it restarted: boot ends there. From BOOT itself it goes on to OPERATIONAL.
     */
    public void resumeAfterBoot(Mode before) {
        afterBoot.set(before == Mode.BOOT ? Mode.OPERATIONAL : before);
    }

    /** The mode that boot ends with. */
    public Mode afterBoot() {
        return afterBoot.get();
    }

    /** Ends BOOT with the given mode; ignored when BOOT is over or SAFE is requested. */
    public void endBoot(Mode first) {
        if (requested != Mode.SAFE && mode() == Mode.BOOT && onboardMay(mode(), first)) {
            requested = first;
        }
    }

    /** Puts the request of this cycle in force. */
    public void apply() {
        Mode target = requested;
        requested = null;
        Mode before = mode();
        if (target != null && target != before) {
            events.raise(Event.CHANGED, before.ordinal(), target.ordinal());
            mode.set(target);
        }
        current.set(mode().ordinal());
    }

    /** The mode in force. */
    public Mode mode() {
        return mode.get();
    }
}
