package org.dawnline.fsw.core.sequence;

import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/** What the sequencer tells in numbers. */
final class SequenceAccount {
    private static final List<String> STATES =
            Arrays.stream(SequenceState.values()).map(SequenceState::name).toList();

    long started;
    long refused;
    long completed;
    long stopped;
    long failed;
    long damaged;
    long inVain;
    long given;
    long late;
    private final Channel startedCount;
    private final Channel refusedCount;
    private final Channel completedCount;
    private final Channel stoppedCount;
    private final Channel failedCount;
    private final Channel damagedCount;
    private final Channel inVainCount;
    private final Channel givenCount;
    private final Channel lateCount;
    private final Channel running;
    private final Channel held;
    private final Channel[] states = new Channel[Sequencer.SLOTS];

    SequenceAccount(Face face) {
        startedCount = face.channel("started", Unit.COUNT, "sequences started");
        refusedCount = face.channel("refused", Unit.COUNT, "starts of sequences that were refused");
        completedCount = face.channel("completed", Unit.COUNT, "sequences that came to their end");
        stoppedCount = face.channel("stopped", Unit.COUNT, "sequences that were stopped or replaced");
        failedCount = face.channel("failed", Unit.COUNT, "sequences stopped by a telecommand that failed");
        damagedCount = face.channel("damaged", Unit.COUNT, "sequences stopped by a step whose checksum was wrong");
        inVainCount = face.channel("inVain", Unit.COUNT, "waits that took longer than they may");
        givenCount = face.channel("given", Unit.COUNT, "telecommands that sequences gave");
        lateCount =
                face.channel("late", Unit.COUNT, "steps that waited for a later cycle, more urgent ones being first");
        running = face.channel("running", Unit.COUNT, "sequences that run");
        held = face.channel("held", Unit.COUNT, "sequences that are held");
        for (int i = 0; i < states.length; i++) {
            states[i] = face.stateChannel("slot" + i, STATES, "what the sequence in that slot is doing");
        }
    }

    void publish(SequenceSlot[] slots) {
        int runningNow = 0;
        int heldNow = 0;
        for (int i = 0; i < slots.length; i++) {
            SequenceState state = slots[i].state();
            runningNow += state == SequenceState.RUNNING ? 1 : 0;
            heldNow += state == SequenceState.HELD ? 1 : 0;
            states[i].set(state.ordinal());
        }
        running.set(runningNow);
        held.set(heldNow);
        startedCount.set(started);
        refusedCount.set(refused);
        completedCount.set(completed);
        stoppedCount.set(stopped);
        failedCount.set(failed);
        damagedCount.set(damaged);
        inVainCount.set(inVain);
        givenCount.set(given);
        lateCount.set(late);
    }

    void reset() {
        started = 0;
        refused = 0;
        completed = 0;
        stopped = 0;
        failed = 0;
        damaged = 0;
        inVain = 0;
        given = 0;
        late = 0;
    }
}
