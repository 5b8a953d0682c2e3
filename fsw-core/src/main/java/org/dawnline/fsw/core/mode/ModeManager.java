package org.dawnline.fsw.core.mode;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Saving;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.guard.GuardedState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mode by the {@link ModeTable}. Anyone on board may request SAFE and gets it; only the ground leads up again. A
 * request takes effect at the next {@link #apply()}, so all members of a cycle see one mode; of two in one cycle the more
 * pressing one wins. Mode and demands are guarded against flipped bits: a lost mode is SAFE.
 */
public final class ModeManager {
    /** Longest time until a mode is durable that the ground has asked for. */
    private static final double DURABLE_S = 60;

    private static final List<Mode> MODES = List.of(Mode.values());
    private static final List<String> NAMES = MODES.stream().map(Mode::name).toList();

    /** Changes of mode. */
    enum Event implements EventType {
        CHANGED(Severity.ACTIVITY_HI, "mode {0:mode} -> {1:mode}"),
        SAFE_REQUESTED(Severity.WARNING_HI, "SAFE requested on board in mode {0:mode}"),
        SURVIVAL_ASKED(Severity.WARNING_HI, "SURVIVAL asked for in mode {0:mode} because of {1:survivalReason}"),
        REFUSED(Severity.WARNING_LO, "change from {0:mode} by {1:modeTrigger} refused: {2:modeRefusal}"),
        ENTRY_NOT_STARTED(Severity.WARNING_LO, "the entry sequence of {0:mode} could not be started");

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
    private final Channel changes;
    private final Channel refused;
    private final GuardedState<Mode> mode;
    private final GuardedState<Mode> afterBoot;
    private final GuardedLong demands;
    private final Saving saving;
    private BooleanSupplier fit = () -> true;
    private ModeEntry entry = entered -> true;
    private ModeTable.@Nullable Row requested;
    private long changeCount;
    private long refusedCount;

    /** Declares mode channel, events and the ground's telecommands. */
    public ModeManager(Face face) {
        events = face.events(Event.class);
        saving = face.saving();
        mode = face.guardedState("mode", Mode.BOOT, Mode.SAFE);
        afterBoot = face.guardedState("afterBoot", Mode.OPERATIONAL, Mode.SAFE);
        demands = face.guardedLong("survivalDemands", 0, 0);
        current = face.stateChannel("current", NAMES, "mode of the satellite");
        changes = face.channel("changes", Unit.COUNT, "changes of mode since start");
        refused = face.channel("refused", Unit.COUNT, "changes of mode refused by the table since start");
        face.enumeration("mode", NAMES);
        face.enumeration("modeTrigger", names(ModeTrigger.values()));
        face.enumeration("modeRefusal", names(ModeRefusal.values()));
        face.enumeration("survivalReason", SurvivalReason.NAMES);
        face.request(
                "SET",
                "Changes the mode as the table of modes allows to the ground; done when a restart would go back to it.",
                CommandTerms.always().urgently().within(DURABLE_S),
                this::set,
                Argument.choice("mode", "mode", "the mode to enter"));
        face.request(
                "PASSIVATE",
                "Ends the mission for ever: array turned away, battery discharged, nothing sent any more.",
                CommandTerms.always()
                        .inModes(Mode.SAFE.bit())
                        .critical()
                        .urgently()
                        .within(DURABLE_S),
                this::passivate);
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private Outcome set(double[] arguments, Request request) {
        return switch (MODES.get((int) arguments[0])) {
            case SAFE -> ask(ModeTrigger.GROUND_SAFE, request);
            case STANDBY -> ask(ModeTrigger.GROUND_STANDBY, request);
            case OPERATIONAL -> ask(ModeTrigger.GROUND_OPERATIONAL, request);
            case BOOT, SURVIVAL, PASSIVATED ->
                Outcome.FAILED_STATE; // not for the ground, or by a telecommand of its own
        };
    }

    private Outcome ask(ModeTrigger trigger, Request request) {
        return submit(trigger) ? saving.save(request.ticket()) : Outcome.FAILED_STATE;
    }

    // Done when no restart can undo it any more. From now on every start leads back here.
    private Outcome passivate(double[] arguments, Request request) {
        if (!submit(ModeTrigger.GROUND_PASSIVATE)) {
            return Outcome.FAILED_STATE;
        }
        afterBoot.set(Mode.PASSIVATED);
        return saving.save(request.ticket());
    }

    /** What says that the self-test has passed and no component has been given up; always so before it is told. */
    public void fitWhile(BooleanSupplier condition) {
        fit = condition;
    }

    /** What is told of every mode that is entered. */
    public void onEntry(ModeEntry newEntry) {
        entry = newEntry;
    }

    /** Requests SAFE; never refused, and nothing but SURVIVAL, which is SAFE and more, overrides it. */
    public void requestSafe() {
        Mode now = mode();
        boolean pending = requested != null && requested.to().spare();
        if (!now.spare() && !pending) {
            events.raise(Event.SAFE_REQUESTED, now.ordinal());
        }
        if (now != Mode.PASSIVATED) {
            submit(ModeTrigger.ONBOARD_SAFE);
        }
    }

    /** Says whether something is so near its edge that everything must go off that can be spared; until it says no. */
    public void survival(SurvivalReason reason, boolean atTheEdge) {
        long before = demands.get();
        long now = atTheEdge ? before | reason.bit() : before & ~reason.bit();
        if (now == before) {
            return;
        }
        demands.set(now);
        if (atTheEdge) {
            events.raise(Event.SURVIVAL_ASKED, mode().ordinal(), reason.ordinal());
        }
    }

    /**
     * Tells which mode the satellite was in before it restarted: boot ends there. From BOOT itself it goes on to OPERATIONAL,
     * from SURVIVAL to SAFE, which turns into SURVIVAL again if it must. PASSIVATED does not wait for the end of boot, and nothing that
     * is told later changes it.
     */
    public void resumeAfterBoot(Mode before) {
        if (passivated()) {
            return;
        }
        afterBoot.set(
                switch (before) {
                    case BOOT -> Mode.OPERATIONAL;
                    case SURVIVAL -> Mode.SAFE;
                    default -> before;
                });
    }

    /** Whether the ground has ended the mission, in this process or before it. */
    public boolean passivated() {
        return afterBoot.get() == Mode.PASSIVATED;
    }

    /**
     * The mode that a restart goes back to: the one that this cycle asks for, else the one in force, or while booting the one before
     * it.
     */
    public Mode lasting() {
        if (passivated()) {
            return Mode.PASSIVATED;
        }
        if (requested != null) {
            // On its way to the disk before it is in force: who is told that it is done can rely on it.
            return requested.to();
        }
        return mode() == Mode.BOOT ? afterBoot() : mode();
    }

    /** The mode that boot ends with. */
    public Mode afterBoot() {
        return afterBoot.get();
    }

    /** Ends BOOT with the given mode, or with SAFE when the self-test has not passed; ignored when BOOT is over. */
    public void endBoot(Mode first) {
        if (mode() != Mode.BOOT) {
            return;
        }
        ModeTrigger trigger = bootEnd(first);
        if (outranked(trigger)) {
            return; // SAFE it will be
        }
        if (guardHolds(trigger)) {
            submit(trigger);
        } else {
            refuse(trigger, ModeRefusal.NOT_FIT);
            submit(ModeTrigger.BOOT_TO_SAFE);
        }
    }

    private boolean guardHolds(ModeTrigger trigger) {
        ModeTable.Row row = ModeTable.row(mode(), trigger);
        return row != null && missing(row.guard()) == null;
    }

    private static ModeTrigger bootEnd(Mode first) {
        return switch (first) {
            case OPERATIONAL -> ModeTrigger.BOOT_TO_OPERATIONAL;
            case STANDBY -> ModeTrigger.BOOT_TO_STANDBY;
            case PASSIVATED -> ModeTrigger.BOOT_TO_PASSIVATED;
            case BOOT, SAFE, SURVIVAL -> ModeTrigger.BOOT_TO_SAFE;
        };
    }

    // Says whether the wish will be fulfilled by the end of this cycle.
    private boolean submit(ModeTrigger trigger) {
        ModeTable.Row row = ModeTable.row(mode(), trigger);
        if (row == null) {
            return refuse(trigger, ModeRefusal.NOT_IN_TABLE);
        }
        ModeRefusal missing = missing(row.guard());
        if (missing != null) {
            return refuse(trigger, missing);
        }
        if (outranked(trigger)) {
            return goesTo(row.to()) || refuse(trigger, ModeRefusal.OUTRANKED);
        }
        requested = row;
        return true;
    }

    private boolean outranked(ModeTrigger trigger) {
        return requested != null && requested.trigger().compareTo(trigger) > 0;
    }

    private boolean goesTo(Mode target) {
        return requested != null && requested.to() == target;
    }

    private @Nullable ModeRefusal missing(ModeGuard guard) {
        return switch (guard) {
            case ALWAYS -> null;
            case FIT -> fit.getAsBoolean() ? null : ModeRefusal.NOT_FIT;
            case FIT_AND_SUPPLIED -> suppliedAndFit();
        };
    }

    private @Nullable ModeRefusal suppliedAndFit() {
        if (demands.get() != 0) {
            return ModeRefusal.NOT_SUPPLIED;
        }
        return fit.getAsBoolean() ? null : ModeRefusal.NOT_FIT;
    }

    private boolean refuse(ModeTrigger trigger, ModeRefusal why) {
        refusedCount++;
        events.raise(Event.REFUSED, mode().ordinal(), trigger.ordinal(), why.ordinal());
        return false;
    }

    /** Puts the most pressing request of this cycle in force. */
    public void apply() {
        heedDemands();
        holdTheEnd();
        ModeTable.Row row = requested;
        requested = null;
        if (row != null && row.to() != row.from() && row.from() == mode()) {
            change(row); // unless the mode was lost meanwhile
        }
        current.set(mode().ordinal());
        changes.set(changeCount);
        refused.set(refusedCount);
    }

    // A demand that outlives the cycle in which it was made is heeded in every later mode.
    private void heedDemands() {
        Mode now = mode();
        boolean demanded = demands.get() != 0;
        if (demanded && now != Mode.SURVIVAL && ModeTable.row(now, ModeTrigger.SURVIVAL_ASKED) != null) {
            submit(ModeTrigger.SURVIVAL_ASKED);
        } else if (!demanded && now == Mode.SURVIVAL) {
            submit(ModeTrigger.SURVIVAL_OVER);
        }
    }

    // Also when the mode itself was lost: what is safe then is not what the ground has decided for ever.
    private void holdTheEnd() {
        Mode now = mode();
        if (passivated() && now != Mode.PASSIVATED) {
            submit(now == Mode.BOOT ? ModeTrigger.BOOT_TO_PASSIVATED : ModeTrigger.GROUND_PASSIVATE);
        }
    }

    private void change(ModeTable.Row row) {
        changeCount++;
        events.raise(Event.CHANGED, row.from().ordinal(), row.to().ordinal());
        mode.set(row.to());
        if (row.to() == Mode.PASSIVATED) {
            afterBoot.set(Mode.PASSIVATED);
        }
        if (!entry.entered(row.to())) {
            events.raise(Event.ENTRY_NOT_STARTED, row.to().ordinal());
        }
    }

    /** The mode in force. */
    public Mode mode() {
        return mode.get();
    }
}
