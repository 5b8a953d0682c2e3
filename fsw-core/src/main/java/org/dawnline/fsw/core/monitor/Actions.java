package org.dawnline.fsw.core.monitor;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.command.CommandEntrance;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.SequenceStarter;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.table.Table;

/**
 * Does what a table says when a monitor fails or an event is raised: SAFE, a sequence, a telecommand. Each action is done once and is
 * PASSIVE then, unless its row says otherwise, and none can run in circles. Nothing is done silently, nor left undone.
 */
public final class Actions implements Component {
    private static final double S_PER_NANO = 1e-9;
    private static final int MAX_SLOTS = 64;
    private static final MonitorState[] STATES = MonitorState.values();

    private final String name;
    private final EventLog log;
    private final Monitors monitors;
    private final CommandEntrance commands;
    private final SequenceStarter sequences;
    private final Runnable safe;
    private final Events<ActionEvent> events;
    private final ItemStates states;
    private final GuardedLong enabled;
    private final KeptStates kept;
    private final ActionTable table;
    private final Channel enabledChannel;
    private final Channel countChannel;
    private final Channel activeChannel;
    private final Channel doneChannel;
    private final Channel failedChannel;
    private final Channel heldBackChannel;
    private final Channel lastDone;
    private final long[] doneOf = new long[ActionBank.CAPACITY];
    private ActionBank bank = new ActionBank(List.of());
    private MonitorBank boundTo = new MonitorBank(List.of());
    private boolean announce;
    private long done;
    private long failed;
    private long heldBack;

    /** What actions can do, and to whom. */
    public record Means(CommandEntrance commands, SequenceStarter sequences, Runnable safe) {}

    /**
     * Declares the face.
     *
     * @param log where the events are that actions wait for
     * @param shelf keeps the states over a restart
     * @param worker writes them
     */
    public Actions(Face face, EventLog log, Monitors monitors, Means means, Shelf shelf, Worker worker) {
        this.name = face.name();
        this.log = log;
        this.monitors = monitors;
        commands = means.commands();
        sequences = means.sequences();
        safe = means.safe();
        table = new ActionTable(MAX_SLOTS, this::use);
        events = face.events(ActionEvent.class);
        states = new ItemStates(face, "states", ActionBank.CAPACITY);
        enabled = face.guardedLong("enabled", 1, 1);
        kept = new KeptStates(shelf, worker, face, ActionBank.CAPACITY);
        enabledChannel = face.channel("enabled", Unit.NONE, "1: actions are done");
        countChannel = face.channel("count", Unit.COUNT, "actions in the table in force");
        activeChannel = face.channel("active", Unit.COUNT, "actions that are ACTIVE");
        doneChannel = face.channel("done", Unit.COUNT, "actions done since the counters were reset");
        failedChannel =
                face.channel("failed", Unit.COUNT, "actions that could not be done since the counters were reset");
        heldBackChannel = face.channel("heldBack", Unit.COUNT, "actions not done since they were not ACTIVE");
        lastDone = face.channel("lastDone", Unit.NONE, "number of the action that was done last");
        declareCommands(face);
        face.onResetCounters(this::resetCounters);
    }

    private void declareCommands(Face face) {
        Argument action = Argument.whole("action", 0, Action.MAX_ID, "number of the action in its table");
        Argument state = Argument.choice("state", Monitors.STATES, "what it may do from now on");
        face.lasting(
                "SET_STATE",
                "Changes the state of one action; ACTIVE arms it.",
                kept,
                new OfOne(this::setState),
                action,
                state);
        face.command("ENABLE", "Lets actions be done.", arguments -> enable(true));
        face.command("DISABLE", "Lets no action be done, whatever its state.", arguments -> enable(false));
        face.command("REPORT", "Says how an action is.", new OfOne(this::report), action);
    }

    /** Refuses an action that the table in force does not have. */
    private final class OfOne implements CommandHandler {
        private final CommandHandler then;

        OfOne(CommandHandler then) {
            this.then = then;
        }

        @Override
        public boolean allows(double[] arguments) {
            return bank.indexOf((int) arguments[0]) >= 0;
        }

        @Override
        public Outcome execute(double[] arguments) {
            return then.execute(arguments);
        }
    }

    private void resetCounters() {
        done = 0;
        failed = 0;
        heldBack = 0;
        Arrays.fill(doneOf, 0);
    }

    /** The table of actions. */
    public Table<ActionBank> table() {
        return table;
    }

    private void use(ActionBank newBank) {
        bank = newBank;
        if (!kept.restore(bank.fingerprint(), bank.count(), states)) {
            for (int i = 0; i < bank.count(); i++) {
                states.put(i, bank.action(i).state());
            }
            kept.touch();
        }
        Arrays.fill(doneOf, 0);
        bank.begin(log);
        announce = true;
    }

    private Outcome setState(double[] arguments) {
        int i = bank.indexOf((int) arguments[0]);
        MonitorState wanted = STATES[(int) arguments[1]];
        if (i < 0) {
            return Outcome.FAILED_STATE; // another table has come in force
        }
        MonitorState before = states.get(i);
        if (!states.set(i, wanted)) {
            return Outcome.FAILED_STATE;
        }
        if (wanted == MonitorState.ACTIVE) {
            bank.arm(i, log);
        }
        kept.touch();
        events.raise(ActionEvent.STATE_SET, arguments[0], wanted.ordinal(), before.ordinal());
        return Outcome.COMPLETED;
    }

    private Outcome enable(boolean yes) {
        enabled.set(yes ? 1 : 0);
        events.raise(yes ? ActionEvent.ENABLED : ActionEvent.DISABLED);
        return Outcome.COMPLETED;
    }

    private Outcome report(double[] arguments) {
        int i = bank.indexOf((int) arguments[0]);
        if (i < 0) {
            return Outcome.FAILED_STATE;
        }
        events.raise(ActionEvent.REPORT, arguments[0], states.get(i).ordinal(), doneOf[i]);
        return Outcome.COMPLETED;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        bind();
        for (int i = 0; i < bank.count(); i++) {
            MonitorState state = states.get(i);
            if (state.judges() && bank.starts(i, log, monitors)) {
                start(i, state, tick.nanos());
            }
        }
        kept.step(bank.fingerprint(), bank.count(), states);
        publish();
    }

    private void bind() {
        if (!announce && boundTo == monitors.bank()) {
            return;
        }
        boundTo = monitors.bank();
        int missing = bank.bind(boundTo);
        if (announce) {
            announce = false;
            events.raise(ActionEvent.TABLE, bank.count());
        }
        if (missing > 0) {
            events.raise(ActionEvent.MONITOR_MISSING, missing);
        }
    }

    private void start(int i, MonitorState state, long nanos) {
        if (state.speaks()) {
            sayWhy(i);
        }
        boolean allowed = enabled.get() != 0;
        if (state != MonitorState.ACTIVE || !allowed) {
            holdBack(i, state);
        } else if (!bank.guard(i).allows(nanos)) {
            breakLoop(i);
        } else {
            perform(i, nanos);
        }
    }

    private void sayWhy(int i) {
        Action action = bank.action(i);
        if (action.event() == Action.NONE) {
            events.raise(
                    ActionEvent.AFTER_MONITOR,
                    action.id(),
                    action.monitor(),
                    bank.result(i, monitors).ordinal());
        } else {
            events.raise(ActionEvent.AFTER_EVENT, action.id(), action.event());
        }
    }

    private void holdBack(int i, MonitorState state) {
        heldBack++;
        if (state == MonitorState.ACTIVE) {
            events.raise(ActionEvent.HELD_BACK_ALL, bank.action(i).id());
        } else if (state.speaks()) {
            events.raise(ActionEvent.HELD_BACK, bank.action(i).id(), state.ordinal());
        }
    }

    private void breakLoop(int i) {
        Action action = bank.action(i);
        heldBack++;
        rest(i);
        events.raise(ActionEvent.LOOP, action.id(), action.most(), action.withinNanos() * S_PER_NANO);
    }

    private void rest(int i) {
        states.put(i, MonitorState.PASSIVE);
        kept.touch();
    }

    private void perform(int i, long nanos) {
        Action action = bank.action(i);
        bank.guard(i).done(nanos);
        if (!perform(i, action)) {
            failed++;
            events.raise(ActionEvent.FAILED, action.id());
            return; // it stays armed: the next time it may succeed
        }
        done++;
        doneOf[i]++;
        lastDone.set(action.id());
        if (action.once()) {
            rest(i);
            events.raise(ActionEvent.LATCHED, action.id());
        }
    }

    private boolean perform(int i, Action action) {
        switch (action.deed()) {
            case SAFE -> {
                events.raise(ActionEvent.SAFE, action.id());
                safe.run();
                return true;
            }
            case SEQUENCE -> {
                events.raise(ActionEvent.SEQUENCE, action.id(), action.slot());
                return sequences.start(action.slot(), Origin.ACTION);
            }
            default -> {
                return command(i, action);
            }
        }
    }

    private boolean command(int i, Action action) {
        if (action.call() == null) {
            return false;
        }
        int number = action.call().number();
        events.raise(ActionEvent.COMMAND, action.id(), number);
        return commands.command(Origin.ACTION, action.id(), number, bank.arguments(i)) == Reason.NONE;
    }

    private void publish() {
        int active = 0;
        for (int i = 0; i < bank.count(); i++) {
            active += states.get(i) == MonitorState.ACTIVE ? 1 : 0;
        }
        enabledChannel.set(enabled.get() != 0);
        countChannel.set(bank.count());
        activeChannel.set(active);
        doneChannel.set(done);
        failedChannel.set(failed);
        heldBackChannel.set(heldBack);
    }

    /** State of the action of that number, for tests. */
    MonitorState state(int id) {
        return states.get(bank.indexOf(id));
    }
}
