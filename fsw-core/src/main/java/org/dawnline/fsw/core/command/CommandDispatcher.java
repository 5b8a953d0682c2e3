package org.dawnline.fsw.core.command;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandCounts;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Tickets;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.Clock;

/**
 * Checks and executes telecommands between cycles, wherever they come from: expiry, existence, arguments, mode, hazard; then at once
 * or at their time. Every telecommand that enters gets exactly one terminal report; one of the satellite's own parts an answer, and
 * an event when it failed.
 */
public final class CommandDispatcher implements CommandEntrance, WaitingCommands {
    /** Most telecommands taken from the mailbox in one cycle. */
    public static final int MAX_PER_CYCLE = 8;

    /** Tickets that only urgent telecommands get: an order to be safe must not wait for anybody. */
    static final int RESERVED_TICKETS = 8;

    private static final int MAX_REPORTS_PER_COMMAND = 3;
    /** Telecommands may give others, but not for ever. */
    private static final int MAX_DEPTH = 4;

    private static final long PROGRESS_SPACING_NANOS = 1_000_000_000L;
    private static final double NANOS_PER_S = 1e9;
    private static final double ARM_S = 60;
    private static final double MIN_ARM_S = 5;
    private static final double MAX_ARM_S = 600;
    private static final int NO_KEY = 0;

    private final Clock clock;
    private final ModeManager modes;
    private final CommandMailbox mailbox = new CommandMailbox();
    private final Schedule schedule = new Schedule();
    private final Telecommand due = new Telecommand(false);
    private final CommandReports reports = new CommandReports();
    private final CommandChecks checks = new CommandChecks();
    private final CommandAccount account;
    private final RunningCommands running = new RunningCommands();
    private final ArmedCommands armed = new ArmedCommands();
    private final Tickets tickets;
    private final Execution[] executions = new Execution[MAX_DEPTH];
    private final Events<DispatcherEvent> events;
    private final Parameter armS;
    private final Channel scheduledCount;
    private final Channel runningCount;
    private final Channel waitingCount;
    private CommandCounts[] counts = new CommandCounts[0];
    private int depth;

    /** Declares the dispatcher's own face. */
    public CommandDispatcher(Face face, Clock clock, ModeManager modes) {
        this.clock = clock;
        this.modes = modes;
        tickets = face.tickets();
        for (int i = 0; i < MAX_DEPTH; i++) {
            executions[i] = new Execution();
        }
        events = face.events(DispatcherEvent.class);
        face.enumeration(
                "origin", Arrays.stream(Origin.values()).map(Origin::name).toList());
        face.enumeration(
                "reason", Arrays.stream(Reason.values()).map(Reason::name).toList());
        account = new CommandAccount(face);
        scheduledCount = face.channel("scheduled", Unit.COUNT, "time-tagged telecommands that wait");
        runningCount = face.channel("running", Unit.COUNT, "telecommands whose execution goes on");
        waitingCount = face.channel("waiting", Unit.COUNT, "telecommands in the mailbox");
        armS = face.parameter(
                "armS", Unit.SECOND, ARM_S, MIN_ARM_S, MAX_ARM_S, "time for which a critical telecommand is armed");
        face.command(
                "ARM",
                "Arms a critical telecommand for command.armS; answers with the number that it fires with.",
                CommandTerms.always().urgently(),
                new Arming(),
                Argument.choice("command", "command", "the critical telecommand"));
    }

    private final class Arming implements CommandHandler {
        @Override
        public boolean allows(double[] arguments) {
            CommandDeclaration declaration = checks.declaration((int) arguments[0]);
            return declaration != null && declaration.terms().hazard() == Hazard.CRITICAL;
        }

        @Override
        public Outcome execute(double[] arguments) {
            return Outcome.FAILED_INTERNAL; // without a request nobody would hear the number
        }

        @Override
        public Outcome execute(double[] arguments, Request request) {
            Execution present = executions[depth - 1];
            if (present.keyId() == NO_KEY) {
                return Outcome.FAILED_STATE; // only the ground arms
            }
            int command = (int) arguments[0];
            long nonce = arm(command, present.keyId(), present.counter());
            request.answer(nonce);
            events.raise(DispatcherEvent.ARMED, command, armS.value(), nonce);
            return Outcome.COMPLETED;
        }
    }

    /**
     * Arms a critical telecommand for {@code command.armS}, as its ARM does, and returns the number that fires it.
     *
     * @param command its number in the dictionary
     * @param keyId the key that may fire it
     * @param counter counter of the telecommand that arms
     */
    public long arm(int command, int keyId, long counter) {
        return armed.arm(command, keyId, counter, clock.nanos(), (long) (armS.value() * NANOS_PER_S));
    }

    /** Takes the sealed dictionary; before that, nothing is executed. */
    public void use(Dictionary sealed) {
        checks.use(sealed);
        armed.use(sealed.commands().size());
        counts = sealed.commands().stream()
                .map(CommandDeclaration::counts)
                .distinct()
                .toArray(CommandCounts[]::new);
    }

    /** Where a communication thread puts what it has authenticated. */
    public CommandMailbox mailbox() {
        return mailbox;
    }

    /** Telecommands that wait for their time. */
    public Schedule schedule() {
        return schedule;
    }

    /** The reports of this cycle; the executive hands them on and clears them. */
    public CommandReports reports() {
        return reports;
    }

    @Override
    public boolean waits(int keyId, long counter) {
        return schedule.holds(keyId, counter);
    }

    @Override
    public long mark() {
        return schedule.nextLook();
    }

    @Override
    public boolean keptSince(long mark) {
        return schedule.keptSince(mark);
    }

    /** Reports what goes on, executes what is due and at most {@link #MAX_PER_CYCLE} newcomers. */
    public void obey() {
        long utcNanos = clock.utcNanos();
        followRunning();
        obeySchedule(utcNanos);
        for (int i = 0; i < MAX_PER_CYCLE && reports.hasRoomFor(MAX_REPORTS_PER_COMMAND); i++) {
            Telecommand command = mailbox.peek();
            if (command == null) {
                break;
            }
            try {
                receive(command, utcNanos);
            } finally {
                mailbox.release(); // what breaks us once must not come again
            }
        }
    }

    private void followRunning() {
        int left = tickets.count();
        for (int slot = 0; left > 0 && reports.hasRoomFor(1); slot++) {
            if (tickets.held(slot)) {
                left--;
                follow(slot);
            }
        }
    }

    private void follow(int slot) {
        long nanos = clock.nanos();
        if (tickets.outcome(slot) != Outcome.RUNNING) {
            conclude(slot, Reason.of(tickets.outcome(slot)));
        } else if (nanos - running.deadlineNanos[slot] >= 0) {
            CommandDeclaration declaration = checks.declaration(running.commands[slot]);
            events.raise(
                    DispatcherEvent.TIMED_OUT,
                    running.commands[slot],
                    running.origins[slot].ordinal(),
                    running.originNumbers[slot],
                    declaration == null ? 0 : declaration.terms().longestS());
            conclude(slot, Reason.TIME_OUT);
        } else if (tickets.moved(slot)
                && running.origins[slot] == Origin.GROUND
                && nanos - running.nextProgressNanos[slot] >= 0) {
            tickets.progressTaken(slot);
            running.nextProgressNanos[slot] = nanos + PROGRESS_SPACING_NANOS;
            reports.addProgress(running.keyIds[slot], running.counters[slot], tickets.done(slot), tickets.of(slot));
        }
    }

    private void conclude(int slot, Reason reason) {
        long answer = tickets.answer(slot);
        tickets.giveBack(slot);
        Origin origin = running.origins[slot];
        end(origin, running.keyIds[slot], running.counters[slot], reason, answer);
        if (origin != Origin.GROUND && reason != Reason.NONE && reason != Reason.TIME_OUT) {
            raiseRefused(origin, running.originNumbers[slot], running.commands[slot], reason);
        }
    }

    private void obeySchedule(long utcNanos) {
        schedule.begin(utcNanos);
        AcceptedEntries accepted = schedule.accepted();
        while (accepted.any() && reports.hasRoomFor(MAX_REPORTS_PER_COMMAND)) {
            accept(accepted.keyId(), accepted.counter());
            accepted.release();
        }
        while (schedule.anyEnded() && reports.hasRoomFor(MAX_REPORTS_PER_COMMAND)) {
            int keyId = schedule.endedKeyId();
            long counter = schedule.endedCounter();
            acceptIfItWaits(keyId, counter);
            end(Origin.GROUND, keyId, counter, schedule.takeEnded(), 0);
        }
        for (int i = 0; i < MAX_PER_CYCLE && reports.hasRoomFor(MAX_REPORTS_PER_COMMAND); i++) {
            if (!schedule.takeDue(utcNanos, due)) {
                break;
            }
            if (due.keyId == Schedule.NO_KEY) {
                command(Origin.SCHEDULE, schedule.active(), due.number, due.arguments);
            } else {
                executeDue(due);
            }
        }
    }

    // What was accepted long ago cannot be rejected any more: it fails.
    private void executeDue(Telecommand command) {
        acceptIfItWaits(command.keyId, command.counter);
        CommandDeclaration declaration = checks.declaration(command.number);
        Reason reason = declaration == null ? Reason.UNKNOWN_COMMAND : readiness(declaration);
        if (declaration == null || reason != Reason.NONE) {
            end(Origin.GROUND, command.keyId, command.counter, reason, 0);
        } else {
            start(command, declaration);
        }
    }

    private void receive(Telecommand command, long utcNanos) {
        account.took(Origin.GROUND);
        CommandDeclaration declaration = checks.declaration(command.number);
        if (declaration == null) {
            boolean expired = utcNanos > command.notAfterUtcNanos;
            reject(command, expired ? Reason.EXPIRED : Reason.UNKNOWN_COMMAND, CommandChecks.NO_ARGUMENT);
            return;
        }
        boolean timed = command.executeAtUtcNanos > utcNanos;
        Reason reason = judge(command, declaration, utcNanos, timed);
        if (reason != Reason.NONE) {
            declaration.counts().reject();
            reject(command, reason, reason == Reason.OUT_OF_RANGE ? checks.argument() : CommandChecks.NO_ARGUMENT);
            return;
        }
        declaration.counts().accept();
        // Who waits for its time is accepted when that would survive a restart.
        if (!timed || !schedule.awaitKeeping(command.keyId, command.counter)) {
            accept(command.keyId, command.counter);
        }
        if (!timed) {
            start(command, declaration);
        }
    }

    private void accept(int keyId, long counter) {
        reports.add(keyId, counter, Stage.ACCEPTED, Reason.NONE, CommandChecks.NO_ARGUMENT, 0);
    }

    private void acceptIfItWaits(int keyId, long counter) {
        if (schedule.accepted().take(keyId, counter)) {
            accept(keyId, counter);
        }
    }

    private Reason judge(Telecommand command, CommandDeclaration declaration, long utcNanos, boolean timed) {
        if (utcNanos > command.notAfterUtcNanos) {
            return Reason.EXPIRED;
        }
        Reason reason =
                content(command.number, declaration, command.arguments, command.argumentCount, command.dataLength);
        if (reason == Reason.NONE) {
            reason = timed ? timeTag(command) : readiness(declaration);
        }
        if (reason == Reason.NONE && declaration.terms().hazard() == Hazard.CRITICAL) {
            reason = armed.fire(command.number, command.keyId, command.nonce, clock.nanos());
            if (reason == Reason.NONE) {
                events.raise(DispatcherEvent.FIRED, command.number);
            }
        }
        return reason == Reason.NONE && timed && !schedule.insert(command) ? Reason.SCHEDULE_FULL : reason;
    }

    private Reason content(int number, CommandDeclaration declaration, double[] arguments, int count, int dataLength) {
        try {
            return checks.content(declaration, arguments, count, dataLength);
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            events.raise(DispatcherEvent.HANDLER_BROKE, number);
            return Reason.INTERNAL;
        }
    }

    // The schedule keeps ten thousand: there is no room for data.
    private static Reason timeTag(Telecommand command) {
        return command.dataLength > 0 ? Reason.NO_TIME_TAG : Reason.NONE;
    }

    private Reason readiness(CommandDeclaration declaration) {
        if (modes.passivated() || !declaration.allowedIn(modes.mode().ordinal())) {
            return Reason.WRONG_MODE; // at the end of life nothing is obeyed, wherever it comes from
        }
        int reserve = declaration.terms().urgent() ? 0 : RESERVED_TICKETS;
        boolean noTicket = declaration.terms().takesLong() && tickets.count() >= Tickets.CAPACITY - reserve;
        return noTicket ? Reason.QUEUE_FULL : Reason.NONE;
    }

    private void start(Telecommand command, CommandDeclaration declaration) {
        reports.add(command.keyId, command.counter, Stage.STARTED, Reason.NONE, CommandChecks.NO_ARGUMENT, 0);
        long ticket = declaration.terms().takesLong() ? tickets.take() : Tickets.NONE;
        Execution execution = executions[depth];
        execution.begin(command.data, command.dataLength, ticket, command.keyId, command.counter);
        Outcome outcome = execute(command.number, declaration, command.arguments, ticket);
        if (outcome == Outcome.RUNNING) {
            follow(ticket, declaration, Origin.GROUND, NO_KEY, command.number);
            running.keyIds[RunningCommands.slot(ticket)] = command.keyId;
            running.counters[RunningCommands.slot(ticket)] = command.counter;
        } else {
            end(Origin.GROUND, command.keyId, command.counter, Reason.of(outcome), execution.answered());
        }
    }

    private void follow(long ticket, CommandDeclaration declaration, Origin origin, int originNumber, int number) {
        int slot = RunningCommands.slot(ticket);
        long nanos = clock.nanos();
        running.origins[slot] = origin;
        running.originNumbers[slot] = originNumber;
        running.commands[slot] = number;
        running.deadlineNanos[slot] = nanos + (long) (declaration.terms().longestS() * NANOS_PER_S);
        running.nextProgressNanos[slot] = nanos;
    }

    @Override
    public Reason command(Origin origin, int originNumber, int command, double[] arguments) {
        if (origin == Origin.GROUND) {
            throw new IllegalArgumentException("the ground's telecommands come through the mailbox");
        }
        account.took(origin);
        CommandDeclaration declaration = checks.declaration(command);
        Reason reason = declaration == null ? Reason.UNKNOWN_COMMAND : judge(origin, command, declaration, arguments);
        if (declaration == null || reason != Reason.NONE) {
            if (declaration != null) {
                declaration.counts().reject();
            }
            account.reject(origin, reason);
        } else {
            declaration.counts().accept();
            reason = start(origin, originNumber, command, declaration, arguments);
        }
        if (reason != Reason.NONE) {
            raiseRefused(origin, originNumber, command, reason);
        }
        return reason;
    }

    private Reason judge(Origin origin, int command, CommandDeclaration declaration, double[] arguments) {
        int count = Math.min(arguments.length, declaration.arguments().size());
        Reason reason = content(command, declaration, arguments, count, 0);
        if (reason == Reason.NONE) {
            reason = readiness(declaration);
        }
        boolean critical = declaration.terms().hazard() == Hazard.CRITICAL;
        if (reason == Reason.NONE && critical && !origin.mayBeCritical()) {
            return Reason.HAZARDOUS;
        }
        return reason == Reason.NONE && depth == MAX_DEPTH ? Reason.INTERNAL : reason;
    }

    private Reason start(
            Origin origin, int originNumber, int command, CommandDeclaration declaration, double[] arguments) {
        long ticket = declaration.terms().takesLong() ? tickets.take() : Tickets.NONE;
        executions[depth].begin(null, 0, ticket, NO_KEY, 0);
        Outcome outcome = execute(command, declaration, arguments, ticket);
        if (outcome == Outcome.RUNNING) {
            follow(ticket, declaration, origin, originNumber, command);
            return Reason.NONE;
        }
        Reason reason = Reason.of(outcome);
        end(origin, NO_KEY, 0, reason, 0);
        return reason;
    }

    // A telecommand that goes on keeps its ticket; every other one gives it back.
    private Outcome execute(int number, CommandDeclaration declaration, double[] arguments, long ticket) {
        Outcome outcome = Outcome.FAILED_INTERNAL;
        Execution execution = executions[depth];
        depth++;
        try {
            outcome = declaration.handler().execute(arguments, execution);
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            events.raise(DispatcherEvent.HANDLER_BROKE, number);
        } finally {
            depth--;
        }
        if (outcome == Outcome.RUNNING && ticket == Tickets.NONE) {
            events.raise(DispatcherEvent.HANDLER_BROKE, number); // it promised to be done at once
            outcome = Outcome.FAILED_INTERNAL;
        }
        if (outcome != Outcome.RUNNING && ticket != Tickets.NONE) {
            tickets.giveBack(RunningCommands.slot(ticket));
        }
        return outcome;
    }

    private void end(Origin origin, int keyId, long counter, Reason reason, long answer) {
        if (reason == Reason.NONE) {
            account.complete();
        } else {
            account.fail(origin);
        }
        if (origin == Origin.GROUND) {
            Stage stage = reason == Reason.NONE ? Stage.COMPLETED : Stage.FAILED;
            reports.add(keyId, counter, stage, reason, CommandChecks.NO_ARGUMENT, answer);
        }
    }

    private void reject(Telecommand command, Reason reason, int argument) {
        account.reject(Origin.GROUND, reason);
        reports.add(command.keyId, command.counter, Stage.REJECTED, reason, argument, 0);
    }

    private void raiseRefused(Origin origin, int originNumber, int command, Reason reason) {
        events.raise(DispatcherEvent.ONBOARD_REFUSED, command, origin.ordinal(), originNumber, reason.ordinal());
    }

    /** Copies the counters to their channels. */
    public void publish() {
        account.publish();
        for (CommandCounts each : counts) {
            each.collect();
        }
        scheduledCount.set(schedule.size(0) + schedule.size(1));
        runningCount.set(tickets.count());
        waitingCount.set(mailbox.size());
    }
}
