package org.dawnline.fsw.core.monitor;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** What the monitors tell of themselves. */
final class MonitorChannels {
    private static final Result[] RESULTS = Result.values();

    private final Channel enabled;
    private final Channel count;
    private final Channel[] withResult = new Channel[Result.values().length];
    private final Channel[] inState = new Channel[MonitorState.values().length];
    private final int[] inStates = new int[inState.length];
    private final Channel failures;
    private final Channel lastFailed;
    private long failureCount;

    MonitorChannels(Face face) {
        enabled = face.channel("enabled", Unit.NONE, "1: the monitors judge");
        count = face.channel("count", Unit.COUNT, "monitors in the table in force");
        for (Result result : Result.values()) {
            withResult[result.ordinal()] =
                    face.channel("result." + result, Unit.COUNT, "monitors that say " + result + " now");
        }
        for (MonitorState state : MonitorState.values()) {
            inState[state.ordinal()] = face.channel("state." + state, Unit.COUNT, "monitors that are " + state);
        }
        failures = face.channel(
                "failures", Unit.COUNT, "failures since the counters were reset, also those of silent monitors");
        lastFailed = face.channel("lastFailed", Unit.NONE, "number of the monitor that failed last");
    }

    void changed(int id, Result after) {
        if (after != Result.PASS) {
            failureCount++;
            lastFailed.set(id);
        }
    }

    void resetCounters() {
        failureCount = 0;
    }

    void publish(boolean judging, MonitorBank bank, ItemStates states) {
        enabled.set(judging);
        count.set(bank.count());
        for (int result = 0; result < withResult.length; result++) {
            withResult[result].set(bank.count(RESULTS[result]));
        }
        Arrays.fill(inStates, 0);
        for (int i = 0; i < bank.count(); i++) {
            inStates[states.get(i).ordinal()]++;
        }
        for (int state = 0; state < inState.length; state++) {
            inState[state].set(inStates[state]);
        }
        failures.set(failureCount);
    }
}
