package org.dawnline.fsw.core.monitor;

import java.util.List;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.table.Table;

/**
 * Judges channels by a table and says what changes. What a monitor may do is its state, which the ground changes one by one, by
 * group or for all; what is permanently off comes back by a new table only. The states outlive a restart.
 */
public final class Monitors implements Component {
    private static final int NONE = -1;
    /** Name of the enumeration of {@link MonitorState}. */
    static final String STATES = "monitorState";

    private final String name;
    private final Events<MonitorEvent> events;
    private final MonitorChannels channels;
    private final ItemStates states;
    private final GuardedLong enabled;
    private final KeptStates kept;
    private final MonitorTable table = new MonitorTable(this::use);
    private final MonitorBank.Listener listener = this::changed;
    private MonitorBank bank = new MonitorBank(List.of());
    private boolean announce;
    private int nextToReport = NONE;

    /**
     * Declares the face.
     *
     * @param shelf keeps the states over a restart
     * @param worker writes them
     */
    public Monitors(Face face, Shelf shelf, Worker worker) {
        this.name = face.name();
        events = face.events(MonitorEvent.class);
        face.enumeration(STATES, MonitorState.NAMES);
        face.enumeration("monitorResult", Result.NAMES);
        channels = new MonitorChannels(face);
        face.onResetCounters(channels::resetCounters);
        states = new ItemStates(face, "states", MonitorBank.CAPACITY);
        enabled = face.guardedLong("enabled", 1, 1);
        kept = new KeptStates(shelf, worker, face, MonitorBank.CAPACITY);
        Argument monitor = Argument.whole("monitor", 0, Monitor.MAX_ID, "number of the monitor in its table");
        Argument state = Argument.choice("state", STATES, "what it may do from now on");
        Argument group = Argument.whole("group", 0, Monitor.MAX_GROUP, "number of the group in the table");
        face.lasting("SET_STATE", "Changes the state of one monitor.", kept, new OfOne(this::setState), monitor, state);
        face.lasting("SET_GROUP", "Changes the states of a group.", kept, new OfMany(1, this::setGroup), group, state);
        face.lasting("SET_ALL", "Changes the states of all monitors.", kept, new OfMany(0, this::setAll), state);
        face.command("ENABLE", "Lets the monitors judge.", arguments -> enable(true));
        face.command("DISABLE", "Lets no monitor judge, whatever its state.", arguments -> enable(false));
        face.command("RESET", "Lets a monitor start over.", new OfOne(this::reset), monitor);
        face.command("RESET_ALL", "Lets all monitors start over.", arguments -> resetAll());
        face.command("REPORT", "Says how a monitor is.", new OfOne(this::report), monitor);
        face.command("REPORT_BAD", "Says how all that do not pass are, one a step.", arguments -> reportBad());
    }

    /** Refuses a monitor that the table in force does not have. */
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

    /** Refuses to turn off for good more than one monitor at a time: that cannot be undone. */
    private static final class OfMany implements CommandHandler {
        private final int stateAt;
        private final CommandHandler then;

        OfMany(int stateAt, CommandHandler then) {
            this.stateAt = stateAt;
            this.then = then;
        }

        @Override
        public boolean allows(double[] arguments) {
            return state(arguments[stateAt]) != MonitorState.PERMANENTLY_OFF;
        }

        @Override
        public Outcome execute(double[] arguments) {
            return then.execute(arguments);
        }
    }

    private static MonitorState state(double argument) {
        return MonitorState.values()[(int) argument];
    }

    /** The table of monitors. */
    public Table<MonitorBank> table() {
        return table;
    }

    // What the ground has changed under the very same rows stays changed.
    private void use(MonitorBank newBank) {
        bank = newBank;
        bank.forgetAll();
        if (!kept.restore(bank.fingerprint(), bank.count(), states)) {
            for (int i = 0; i < bank.count(); i++) {
                states.put(i, bank.monitor(i).state());
            }
            kept.touch();
        }
        announce = true;
        nextToReport = NONE;
    }

    private Outcome setState(double[] arguments) {
        int i = bank.indexOf((int) arguments[0]);
        MonitorState wanted = state(arguments[1]);
        if (i < 0) {
            return Outcome.FAILED_STATE; // another table has come in force
        }
        MonitorState before = states.get(i);
        if (!change(i, wanted)) {
            return Outcome.FAILED_STATE;
        }
        events.raise(
                MonitorEvent.STATE_SET,
                arguments[0],
                bank.monitor(i).channel().number(),
                wanted.ordinal(),
                before.ordinal());
        return Outcome.COMPLETED;
    }

    private boolean change(int i, MonitorState wanted) {
        boolean judged = states.get(i).judges();
        if (!states.set(i, wanted)) {
            return false;
        }
        if (judged != wanted.judges()) {
            bank.forget(i);
        }
        kept.touch();
        return true;
    }

    private Outcome setGroup(double[] arguments) {
        return setMany((int) arguments[0], state(arguments[1]));
    }

    private Outcome setAll(double[] arguments) {
        return setMany(NONE, state(arguments[0]));
    }

    private Outcome setMany(int group, MonitorState wanted) {
        int changed = 0;
        int refused = 0;
        for (int i = 0; i < bank.count(); i++) {
            if (group == NONE || bank.monitor(i).group() == group) {
                boolean done = change(i, wanted);
                changed += done ? 1 : 0;
                refused += done ? 0 : 1;
            }
        }
        events.raise(MonitorEvent.STATES_SET, changed, wanted.ordinal(), refused);
        return changed == 0 ? Outcome.FAILED_STATE : Outcome.COMPLETED;
    }

    private Outcome enable(boolean yes) {
        if (yes != enabled()) {
            bank.forgetAll(); // what was is long ago
        }
        enabled.set(yes ? 1 : 0);
        events.raise(yes ? MonitorEvent.ENABLED : MonitorEvent.DISABLED);
        return Outcome.COMPLETED;
    }

    private Outcome reset(double[] arguments) {
        int i = bank.indexOf((int) arguments[0]);
        if (i < 0) {
            return Outcome.FAILED_STATE;
        }
        bank.forget(i);
        return Outcome.COMPLETED;
    }

    private Outcome resetAll() {
        bank.forgetAll();
        return Outcome.COMPLETED;
    }

    private Outcome report(double[] arguments) {
        int i = bank.indexOf((int) arguments[0]);
        if (i < 0) {
            return Outcome.FAILED_STATE;
        }
        raiseReport(i);
        return Outcome.COMPLETED;
    }

    private Outcome reportBad() {
        nextToReport = 0;
        return Outcome.COMPLETED;
    }

    private void raiseReport(int i) {
        Monitor monitor = bank.monitor(i);
        events.raise(
                MonitorEvent.REPORT,
                monitor.id(),
                monitor.channel().number(),
                states.get(i).ordinal(),
                bank.result(i).ordinal());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (announce) {
            announce = false;
            events.raise(MonitorEvent.TABLE, bank.count());
        }
        if (enabled()) {
            bank.judge(tick.nanos(), states, listener);
        }
        reportNextBad();
        kept.step(bank.fingerprint(), bank.count(), states);
        channels.publish(enabled(), bank, states);
    }

    // One a step: as many as the throttle of an event lets pass.
    private void reportNextBad() {
        if (nextToReport == NONE) {
            return;
        }
        while (nextToReport < bank.count() && bank.result(nextToReport) == Result.PASS) {
            nextToReport++;
        }
        if (nextToReport < bank.count()) {
            raiseReport(nextToReport++);
        } else {
            nextToReport = NONE;
        }
    }

    private void changed(int i, Result before, Result after, double value) {
        channels.changed(bank.monitor(i).id(), after);
        if (!states.get(i).speaks()) {
            return;
        }
        Monitor monitor = bank.monitor(i);
        MonitorEvent event = after == Result.PASS ? MonitorEvent.RECOVERED : failure(monitor);
        int said = after == Result.PASS ? before.ordinal() : after.ordinal();
        events.raise(event, monitor.id(), monitor.channel().number(), value, said);
    }

    private static MonitorEvent failure(Monitor monitor) {
        return switch (monitor.severity()) {
            case WARNING_HI -> MonitorEvent.FAILED_HI;
            case WARNING_LO -> MonitorEvent.FAILED_LO;
            default -> MonitorEvent.NOTED;
        };
    }

    /** Whether any monitor judges at all. */
    boolean enabled() {
        return enabled.get() != 0;
    }

    /** The table in force. */
    MonitorBank bank() {
        return bank;
    }

    /** State of the i-th monitor of the table in force. */
    MonitorState state(int i) {
        return states.get(i);
    }
}
