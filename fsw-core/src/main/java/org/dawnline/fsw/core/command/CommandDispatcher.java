package org.dawnline.fsw.core.command;

import java.util.List;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Checks and executes telecommands between cycles: expiry, existence, mode, arguments; then at once or at their time. Every
 * telecommand that enters gets exactly one terminal report.
 */
public final class CommandDispatcher {
    /** Most telecommands taken from the mailbox in one cycle. */
    public static final int MAX_PER_CYCLE = 8;

    private static final int MAX_REPORTS_PER_COMMAND = 3;
    private static final int NO_ARGUMENT = -1;
    private static final List<Reason> REASONS = List.of(
            Reason.EXPIRED,
            Reason.UNKNOWN_COMMAND,
            Reason.WRONG_ARGUMENTS,
            Reason.OUT_OF_RANGE,
            Reason.WRONG_MODE,
            Reason.SCHEDULE_FULL,
            Reason.INTERNAL);

    /** What the dispatcher has to say beside its reports. */
    enum Event implements EventType {
        HANDLER_BROKE(Severity.WARNING_HI, "the handler of {0:command} broke; the telecommand failed");

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

    private final Clock clock;
    private final ModeManager modes;
    private final CommandMailbox mailbox = new CommandMailbox();
    private final CommandSchedule schedule = new CommandSchedule();
    private final CommandReports reports = new CommandReports();
    private final Events<Event> events;
    private final Channel completedCount;
    private final Channel failedCount;
    private final Channel rejectedCount;
    private final Channel scheduledCount;
    private final Channel[] rejectedFor = new Channel[REASONS.size()];
    private final long[] rejections = new long[Reason.values().length];
    private long completed;
    private long failed;
    private long rejected;
    private List<CommandDeclaration> commands = List.of();
    private @Nullable Dictionary dictionary;

    /** Declares the dispatcher's own face. */
    public CommandDispatcher(Face face, Clock clock, ModeManager modes) {
        this.clock = clock;
        this.modes = modes;
        events = face.events(Event.class);
        completedCount = face.channel("completed", Unit.COUNT, "telecommands completed since boot");
        failedCount = face.channel("failed", Unit.COUNT, "telecommands failed since boot");
        rejectedCount = face.channel("rejected", Unit.COUNT, "telecommands rejected by the dispatcher since boot");
        scheduledCount = face.channel("scheduled", Unit.COUNT, "time-tagged telecommands that wait");
        for (int i = 0; i < rejectedFor.length; i++) {
            String reason = REASONS.get(i).name();
            rejectedFor[i] = face.channel(
                    "rejected." + reason,
                    Unit.COUNT,
                    "telecommands rejected by the dispatcher for that reason since boot");
        }
    }

    /** Takes the sealed dictionary; before that, nothing is executed. */
    public void use(Dictionary sealed) {
        dictionary = sealed;
        commands = sealed.commands();
    }

    /** Where a communication thread puts what it has authenticated. */
    public CommandMailbox mailbox() {
        return mailbox;
    }

    /** The reports of this cycle; the executive hands them on and clears them. */
    public CommandReports reports() {
        return reports;
    }

    /** Executes what is due and at most {@link #MAX_PER_CYCLE} newcomers. */
    public void obey() {
        long utcNanos = clock.utcNanos();
        obeySchedule(utcNanos);
        for (int i = 0; i < MAX_PER_CYCLE && reports.hasRoomFor(MAX_REPORTS_PER_COMMAND); i++) {
            Telecommand command = mailbox.peek();
            if (command == null) {
                break;
            }
            receive(command, utcNanos);
            mailbox.release();
        }
    }

    private void obeySchedule(long utcNanos) {
        for (int i = 0; i < MAX_PER_CYCLE && reports.hasRoomFor(MAX_REPORTS_PER_COMMAND); i++) {
            Telecommand command = schedule.firstDue(utcNanos);
            if (command == null) {
                break;
            }
            executeIfModeAllows(command, true);
            schedule.removeFirst();
        }
    }

    private void receive(Telecommand command, long utcNanos) {
        if (utcNanos > command.notAfterUtcNanos) {
            reject(command, Reason.EXPIRED, NO_ARGUMENT);
        } else if (command.number < 0 || command.number >= commands.size()) {
            reject(command, Reason.UNKNOWN_COMMAND, NO_ARGUMENT);
        } else if (argumentsFit(command)) {
            accept(command, utcNanos);
        }
    }

    private boolean argumentsFit(Telecommand command) {
        CommandDeclaration declaration = commands.get(command.number);
        List<Argument> declared = declaration.arguments();
        if (command.argumentCount != declared.size()) {
            reject(command, Reason.WRONG_ARGUMENTS, NO_ARGUMENT);
            return false;
        }
        for (int i = 0; i < declared.size(); i++) {
            if (!declared.get(i).allows(command.arguments[i], entries(declared.get(i)))) {
                reject(command, Reason.OUT_OF_RANGE, i);
                return false;
            }
        }
        return handlerAllows(command, declaration);
    }

    private boolean handlerAllows(Telecommand command, CommandDeclaration declaration) {
        try {
            if (declaration.handler().allows(command.arguments)) {
                return true;
            }
            reject(command, Reason.OUT_OF_RANGE, NO_ARGUMENT);
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            events.raise(Event.HANDLER_BROKE, command.number);
            reject(command, Reason.INTERNAL, NO_ARGUMENT);
        }
        return false;
    }

    private List<String> entries(Argument argument) {
        return dictionary == null ? List.of() : dictionary.enumeration(argument.choices());
    }

    private void accept(Telecommand command, long utcNanos) {
        if (command.executeAtUtcNanos <= utcNanos) {
            executeIfModeAllows(command, false);
        } else if (schedule.insert(command)) {
            reports.add(command, Stage.ACCEPTED, Reason.NONE, NO_ARGUMENT);
        } else {
            reject(command, Reason.SCHEDULE_FULL, NO_ARGUMENT);
        }
    }

    private void executeIfModeAllows(Telecommand command, boolean scheduled) {
        CommandDeclaration declaration = commands.get(command.number);
        if (!declaration.allowedIn(modes.mode().ordinal())) {
            refuseForMode(command, scheduled);
            return;
        }
        if (!scheduled) {
            reports.add(command, Stage.ACCEPTED, Reason.NONE, NO_ARGUMENT);
        }
        reports.add(command, Stage.STARTED, Reason.NONE, NO_ARGUMENT);
        finish(command, execute(command, declaration));
    }

    // What was accepted long ago cannot be rejected any more: it fails.
    private void refuseForMode(Telecommand command, boolean scheduled) {
        if (scheduled) {
            failed++;
            reports.add(command, Stage.FAILED, Reason.WRONG_MODE, NO_ARGUMENT);
        } else {
            reject(command, Reason.WRONG_MODE, NO_ARGUMENT);
        }
    }

    private Outcome execute(Telecommand command, CommandDeclaration declaration) {
        try {
            return declaration.handler().execute(command.arguments);
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            events.raise(Event.HANDLER_BROKE, command.number);
            return Outcome.FAILED_INTERNAL;
        }
    }

    private void finish(Telecommand command, Outcome outcome) {
        if (outcome == Outcome.COMPLETED) {
            completed++;
            reports.add(command, Stage.COMPLETED, Reason.NONE, NO_ARGUMENT);
        } else {
            failed++;
            reports.add(command, Stage.FAILED, Reason.of(outcome), NO_ARGUMENT);
        }
    }

    private void reject(Telecommand command, Reason reason, int argument) {
        rejected++;
        rejections[reason.ordinal()]++;
        reports.add(command, Stage.REJECTED, reason, argument);
    }

    /** Copies the counters to their channels. */
    public void publish() {
        completedCount.set(completed);
        failedCount.set(failed);
        rejectedCount.set(rejected);
        scheduledCount.set(schedule.size());
        for (int i = 0; i < rejectedFor.length; i++) {
            rejectedFor[i].set(rejections[REASONS.get(i).ordinal()]);
        }
    }
}
