package org.dawnline.fsw.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.table.Call;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The table of actions, one row each:
 *
 * <pre>
 * safe     id=1 name=empty monitor=10
 * sequence id=2 name=reheat monitor=11 on=FAIL slot=4 once=no most=3 within=1h
 * command  id=3 name=cool event=thermal.HOT do=thermal.SET_PUMPS speed=1
 * </pre>
 *
 * What starts it is a monitor (all but PASS, unless {@code on} lists results) or an event. Each is done once, then it is PASSIVE, unless
 * {@code once=no}; never more often than {@code most} times {@code within} a time. All fields behind {@code do} are arguments of the
 * telecommand.
 */
public final class ActionTable implements Table<ActionBank> {
    /** Kind and name of the table. */
    public static final String KIND = "actions";

    private static final List<String> WORDS = List.of("safe", "sequence", "command");
    private static final int BAD = Result.FAIL.bit() | Result.STALE.bit() | Result.ERROR.bit();
    private static final int DEFAULT_MOST = 3;
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final long DEFAULT_WITHIN_NANOS = 600 * NANOS_PER_S;
    private static final long MAX_WITHIN_NANOS = 7L * 86_400 * NANOS_PER_S;

    private final int slots;
    private final Consumer<ActionBank> use;

    /** A table whose actions may start sequences in slots below {@code slots}. */
    ActionTable(int slots, Consumer<ActionBank> use) {
        this.slots = slots;
        this.use = use;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SortedMap<Integer, String> names(ActionBank content) {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < content.count(); i++) {
            names.put(content.action(i).id(), content.action(i).name());
        }
        return names;
    }

    @Override
    public ActionBank read(Rows rows) {
        List<Action> actions = new ArrayList<>();
        Set<Integer> ids = new TreeSet<>();
        for (Row row : rows.list()) {
            Action action = action(row);
            if (action != null && !ids.add(action.id())) {
                row.problem("id", Flaw.DOUBLED, "is " + action.id() + ", which another row has");
            } else if (action != null) {
                actions.add(action);
            }
        }
        if (actions.size() > ActionBank.CAPACITY) {
            rows.problems().add(Flaw.TOO_MANY, actions.size() + " actions, at most " + ActionBank.CAPACITY);
            return new ActionBank(List.of());
        }
        return new ActionBank(actions);
    }

    private @Nullable Action action(Row row) {
        int word = row.word(0, "what is done", WORDS);
        int id = row.whole("id", 0, Action.MAX_ID);
        String name = row.text("name");
        MonitorState state = row.choice("state", MonitorState.class, MonitorState.ACTIVE);
        boolean once = row.yes("once", true);
        int most = row.whole("most", 1, Action.MAX_TIMES, DEFAULT_MOST);
        long withinNanos = row.durationNanos("within", NANOS_PER_S, MAX_WITHIN_NANOS, DEFAULT_WITHIN_NANOS);
        boolean byMonitor = row.has("monitor");
        boolean byEvent = row.has("event");
        if (byMonitor == byEvent) {
            row.problem(Flaw.CONFLICT, "expected either monitor or event");
        }
        int monitor = byMonitor ? row.whole("monitor", 0, Monitor.MAX_ID) : Action.NONE;
        int event = byEvent ? row.event("event") : Action.NONE;
        int results = byMonitor ? results(row) : 0;
        int slot = word == Action.Deed.SEQUENCE.ordinal() ? row.whole("slot", 0, slots - 1) : Action.NONE;
        Call call = word == Action.Deed.COMMAND.ordinal() ? call(row) : null;
        if (word < 0 || byMonitor == byEvent || (word == Action.Deed.COMMAND.ordinal() && call == null)) {
            return null;
        }
        Action.Deed deed = Action.Deed.values()[word];
        return new Action(id, name, monitor, results, event, deed, slot, call, once, most, withinNanos, state);
    }

    private static @Nullable Call call(Row row) {
        Call call = row.call("do");
        if (call != null && call.declaration().terms().hazard() == Hazard.CRITICAL) {
            row.problem("do", Flaw.CONFLICT, "is critical: only the ground may give it");
            return null;
        }
        return call;
    }

    private static int results(Row row) {
        if (!row.has("on")) {
            return BAD;
        }
        int results = 0;
        for (String name : row.text("on").split(",", -1)) {
            int result = Result.NAMES.indexOf(name);
            if (result < 0) {
                row.problem(
                        "on",
                        Flaw.UNKNOWN_NAME,
                        "has " + name + ", expected some of " + String.join(", ", Result.NAMES));
            } else {
                results |= 1 << result;
            }
        }
        return results;
    }

    @Override
    public void activate(ActionBank bank) {
        use.accept(bank);
    }
}
