package org.dawnline.fsw.core.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.EventLog;

/** The actions of one table, and what each of them waits for. It starts at an edge: when what it waits for becomes true. */
public final class ActionBank {
    /** Most actions. */
    public static final int CAPACITY = 256;

    private final List<Action> actions;
    private final long fingerprint;
    private final List<double[]> arguments = new ArrayList<>();
    private final LoopGuard[] guards;
    private final int[] monitorAt;
    private final boolean[] held;
    private final boolean[] wasFailed;
    private final long[] raisedSeen;

    /** A bank that has seen nothing yet; refuses more than {@link #CAPACITY} actions. */
    public ActionBank(List<Action> actions) {
        if (actions.size() > CAPACITY) {
            throw new IllegalArgumentException(actions.size() + " actions, at most " + CAPACITY);
        }
        this.actions = List.copyOf(actions);
        fingerprint = fingerprintOf(actions);
        int count = actions.size();
        guards = new LoopGuard[count];
        monitorAt = new int[count];
        held = new boolean[count];
        wasFailed = new boolean[count];
        raisedSeen = new long[count];
        for (int i = 0; i < count; i++) {
            guards[i] = new LoopGuard(actions.get(i).most(), actions.get(i).withinNanos());
            arguments.add(argumentsOf(actions.get(i)));
        }
    }

    private static double[] argumentsOf(Action action) {
        return action.call() == null ? new double[0] : action.call().values();
    }

    /** Number of actions. */
    public int count() {
        return actions.size();
    }

    /** The i-th action as its table has it. */
    public Action action(int i) {
        return actions.get(i);
    }

    /** Arguments of the telecommand of the i-th action; not to be changed. */
    double[] arguments(int i) {
        return arguments.get(i);
    }

    LoopGuard guard(int i) {
        return guards[i];
    }

    /** Position of the action of that number, or -1. */
    public int indexOf(int id) {
        for (int i = 0; i < actions.size(); i++) {
            if (actions.get(i).id() == id) {
                return i;
            }
        }
        return Action.NONE;
    }

    /** Tells tables apart: states that were changed under one table mean nothing under another. */
    long fingerprint() {
        return fingerprint;
    }

    private static long fingerprintOf(List<Action> actions) {
        long hash = actions.size();
        for (Action action : actions) {
            hash = Monitor.mixed(hash, action.fingerprint());
        }
        return hash;
    }

    /** Finds the monitors in another table; returns how many actions wait for a monitor that is not there. */
    int bind(MonitorBank monitors) {
        int missing = 0;
        Arrays.fill(held, false);
        Arrays.fill(wasFailed, false);
        for (int i = 0; i < monitorAt.length; i++) {
            int id = actions.get(i).monitor();
            monitorAt[i] = id == Action.NONE ? Action.NONE : monitors.indexOf(id);
            missing += id != Action.NONE && monitorAt[i] == Action.NONE ? 1 : 0;
        }
        return missing;
    }

    /** Forgets which events were raised so far, and all loops. */
    void begin(EventLog log) {
        for (int i = 0; i < raisedSeen.length; i++) {
            arm(i, log);
        }
    }

    /** The i-th action is armed: a failure that is still there starts it, an event that is over does not. */
    void arm(int i, EventLog log) {
        int event = actions.get(i).event();
        raisedSeen[i] = event == Action.NONE ? 0 : log.raised(event);
        held[i] = false;
        guards[i].forget();
    }

    /** Whether what the i-th action waits for has become true since it was asked last. */
    boolean starts(int i, EventLog log, Monitors monitors) {
        int event = actions.get(i).event();
        if (event != Action.NONE) {
            long raised = log.raised(event);
            boolean more = raised != raisedSeen[i];
            raisedSeen[i] = raised;
            return more;
        }
        return monitorAt[i] != Action.NONE && monitorStarts(i, monitors);
    }

    private boolean monitorStarts(int i, Monitors monitors) {
        int at = monitorAt[i];
        MonitorBank bank = monitors.bank();
        boolean active = monitors.state(at) == MonitorState.ACTIVE;
        boolean failed = active && bank.failed(at);
        int results = actions.get(i).results();
        boolean holds = failed && (results & bank.result(at).bit()) != 0;
        boolean recovered = active && wasFailed[i] && !failed && (results & Result.PASS.bit()) != 0;
        boolean starts = recovered || (holds && !held[i]);
        wasFailed[i] = failed;
        held[i] = holds;
        return starts;
    }

    /** What the monitor of the i-th action says now. */
    Result result(int i, Monitors monitors) {
        return monitors.bank().result(monitorAt[i]);
    }
}
