package org.dawnline.fsw.core.sequence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.dawnline.fsw.core.command.CommandEntrance;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.SequenceStarter;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Runs sequences: lists of telecommands with times, each in a slot, many at once. The most urgent are served first, and all of them
 * together give at most {@link #MAX_PER_CYCLE} telecommands a cycle; what does not fit is late, never lost. Each step is verified when
 * it is due: a flipped bit stops the sequence instead of becoming a telecommand.
 */
public final class Sequencer implements Component, SequenceStarter {
    /** Number of slots. */
    public static final int SLOTS = 64;

    /** Most telecommands in one cycle. */
    public static final int MAX_PER_CYCLE = 8;

    /** Most steps that are looked at in one cycle, waits that are over at once included. */
    private static final int MAX_STEPS_PER_CYCLE = 64;

    /** Told what each step came to; for dry runs. */
    public interface StepListener {
        /**
         * A step has given its telecommand.
         *
         * @param step from 1
         * @param command number of the telecommand in the dictionary
         * @param reason {@link Reason#NONE} when it was taken
         * @param nanos monotonic time in nanoseconds
         */
        void given(int slot, int step, int command, Reason reason, long nanos);
    }

    private final String name;
    private final CommandEntrance entrance;
    private final ModeManager modes;
    private final Events<SequenceEvent> events;
    private final SequenceAccount account;
    private final SequenceSlot[] slots = new SequenceSlot[SLOTS];
    private final SequenceSlot[] byUrgency = new SequenceSlot[SLOTS];
    private final double[] arguments = new double[CommandDeclaration.MAX_ARGUMENTS];
    private final ByteBuffer buffer = Sequence.buffer();
    private final CRC32C crc = new CRC32C();
    private StepListener listener = (slot, step, command, reason, nanos) -> {};
    private EnergyReserve reserve = EnergyReserve.UNKNOWN;
    private @Nullable Channel socRatio;
    private int stepsLeft;
    private int commandsLeft;
    private int activeSlots;
    private long nowNanos;

    /** Declares the face; telecommands go through {@code entrance}. */
    public Sequencer(Face face, CommandEntrance entrance, ModeManager modes) {
        this.name = face.name();
        this.entrance = entrance;
        this.modes = modes;
        Sequence nothing = new Sequence(
                new SequenceHeader("none", Sequence.MAX_PRIORITY, 0, false, CommandDeclaration.ALL_MODES, false),
                List.of());
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new SequenceSlot(i, this, nothing);
            byUrgency[i] = slots[i];
        }
        events = face.events(SequenceEvent.class);
        face.enumeration(
                "sequenceRefusal",
                Arrays.stream(Refusal.values()).map(Refusal::name).toList());
        account = new SequenceAccount(face);
        SequenceCommands.declare(face, this);
    }

    /**
     * Says what sequences may take: from now on none starts that could bring the battery below its floor.
     *
     * @param newSocRatio the present state of charge
     */
    public void suppliedBy(EnergyReserve newReserve, Channel newSocRatio) {
        reserve = newReserve;
        socRatio = newSocRatio;
    }

    EnergyReserve reserve() {
        return reserve;
    }

    /** The tables of the slots, for the table manager. */
    public List<Table<?>> tables() {
        return new ArrayList<>(Arrays.asList(slots));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean start(int slot, Origin by) {
        Refusal refusal = slot < 0 || slot >= SLOTS ? Refusal.NO_SUCH_SLOT : refusal(slots[slot]);
        if (refusal != Refusal.NONE) {
            account.refused++;
            events.raise(SequenceEvent.NOT_STARTED, slot, by.ordinal(), refusal.ordinal());
            return false;
        }
        slots[slot].begin();
        account.started++;
        events.raise(SequenceEvent.STARTED, slot, by.ordinal());
        return true;
    }

    private Refusal refusal(SequenceSlot slot) {
        if (slot.state() == SequenceState.EMPTY) {
            return Refusal.EMPTY;
        }
        if (slot.active()) {
            return Refusal.RUNS_ALREADY;
        }
        if ((slot.header().modes() & modes.mode().bit()) == 0) {
            return Refusal.WRONG_MODE;
        }
        if (!sound(slot)) {
            return Refusal.DAMAGED;
        }
        return carried(slot.sequence().forecast()) ? Refusal.NONE : Refusal.LOW_CHARGE;
    }

    private boolean carried(PowerForecast forecast) {
        Channel soc = socRatio;
        return soc == null || reserve.carries(soc.value(), forecast.energyWh());
    }

    private boolean sound(SequenceSlot slot) {
        for (int step = 0; step < slot.sequence().steps(); step++) {
            if (!slot.sequence().sound(step, buffer, crc)) {
                return false;
            }
        }
        return true;
    }

    /** Tells somebody what each step comes to. */
    public void tell(StepListener newListener) {
        listener = newListener;
    }

    /** Number of the slot that holds the sequence of that name, or -1. */
    public int slotOf(String title) {
        for (SequenceSlot slot : slots) {
            if (slot.state() != SequenceState.EMPTY && slot.header().title().equals(title)) {
                return slot.number;
            }
        }
        return -1;
    }

    /** Whether a sequence runs or is held. */
    public boolean active(int slot) {
        return slots[slot].active();
    }

    boolean stop(int slot) {
        if (!slots[slot].active()) {
            return false;
        }
        events.raise(SequenceEvent.STOPPED, slot, slots[slot].next + 1);
        account.stopped++;
        slots[slot].end();
        return true;
    }

    boolean hold(int slot) {
        if (slots[slot].state() != SequenceState.RUNNING) {
            return false;
        }
        slots[slot].become(SequenceState.HELD);
        slots[slot].heldNanos = nowNanos;
        return true;
    }

    boolean resume(int slot) {
        if (slots[slot].state() != SequenceState.HELD) {
            return false;
        }
        long stoodStillNanos = nowNanos - slots[slot].heldNanos;
        slots[slot].become(SequenceState.RUNNING);
        slots[slot].baseNanos += stoodStillNanos;
        slots[slot].waitingSinceNanos += stoodStillNanos;
        return true;
    }

    /** Starts all of a group that are ready; says whether there was any. */
    boolean startGroup(int group) {
        boolean any = false;
        for (SequenceSlot slot : slots) {
            if (slot.header().group() == group && slot.state() == SequenceState.READY) {
                any |= start(slot.number, Origin.GROUND);
            }
        }
        return any;
    }

    /** Stops all of a group; says whether there was any. */
    boolean stopGroup(int group) {
        boolean any = false;
        for (SequenceSlot slot : slots) {
            any |= slot.header().group() == group && stop(slot.number);
        }
        return any;
    }

    void stopAll() {
        for (int i = 0; i < SLOTS; i++) {
            stop(i);
        }
    }

    void replaced(SequenceSlot slot) {
        if (slot.active()) {
            account.stopped++;
            events.raise(SequenceEvent.REPLACED, slot.number, slot.next + 1);
        }
    }

    // By priority, then by number: a stable insertion sort.
    void reorder() {
        for (int i = 1; i < SLOTS; i++) {
            SequenceSlot slot = byUrgency[i];
            int at = i;
            while (at > 0 && before(slot, byUrgency[at - 1])) {
                byUrgency[at] = byUrgency[at - 1];
                at--;
            }
            byUrgency[at] = slot;
        }
    }

    private static boolean before(SequenceSlot a, SequenceSlot b) {
        int byPriority = Integer.compare(a.header().priority(), b.header().priority());
        return byPriority < 0 || (byPriority == 0 && a.number < b.number);
    }

    /** Tells its accounts; what acts is {@link #dispatch()}. */
    @Override
    public void step(Tick tick) {
        account.publish(slots);
    }

    /** What gives the telecommands: to be stepped in the fastest rate group. */
    public Component dispatch() {
        return new Dispatch();
    }

    private final class Dispatch implements Component {
        private final String dispatchName = name + "Dispatch";

        @Override
        public String name() {
            return dispatchName;
        }

        @Override
        public void step(Tick tick) {
            nowNanos = tick.nanos();
            if (activeSlots > 0) {
                serveAll();
            }
        }

        /** Nobody knows how far they were: all stop. */
        @Override
        public void restart() {
            stopAll();
        }
    }

    private void serveAll() {
        stepsLeft = MAX_STEPS_PER_CYCLE;
        commandsLeft = MAX_PER_CYCLE;
        for (int i = 0; i < SLOTS; i++) {
            beginFresh(slots[i]);
        }
        for (int i = 0; i < SLOTS; i++) {
            serve(byUrgency[i]);
        }
    }

    void count(int change) {
        activeSlots += change;
    }

    private void beginFresh(SequenceSlot slot) {
        if (slot.fresh) {
            slot.fresh = false;
            slot.baseNanos = nowNanos;
            slot.heldNanos = nowNanos;
        }
    }

    private void serve(SequenceSlot slot) {
        while (slot.state() == SequenceState.RUNNING && !slot.fresh) {
            if (slot.through()) {
                slot.end();
                account.completed++;
                events.raise(SequenceEvent.COMPLETED, slot.number, slot.given);
                return;
            }
            if (slot.dueNanos() > nowNanos || stepsLeft == 0 || !serveStep(slot)) {
                return;
            }
        }
    }

    /** Does the step that is due; says whether the next one may be looked at in this cycle. */
    private boolean serveStep(SequenceSlot slot) {
        stepsLeft--;
        if (!slot.sequence().sound(slot.next, buffer, crc)) {
            account.damaged++;
            events.raise(SequenceEvent.DAMAGED, slot.number, slot.next + 1);
            slot.end();
            return false;
        }
        return slot.sequence().command(slot.next) == Sequence.WAIT ? serveWait(slot) : serveCommand(slot);
    }

    private boolean serveCommand(SequenceSlot slot) {
        if (commandsLeft == 0) {
            account.late++;
            return false;
        }
        commandsLeft--;
        int step = slot.next;
        slot.sequence().arguments(step, arguments);
        int command = slot.sequence().command(step);
        slot.advance(slot.dueNanos()); // before the telecommand, which may stop, hold or start this very sequence
        slot.given++;
        account.given++;
        Sequence given = slot.sequence();
        Reason reason = entrance.command(Origin.SEQUENCE, slot.number, command, arguments);
        listener.given(slot.number, step + 1, command, reason, nowNanos);
        if (reason != Reason.NONE && !given.header().goesOn() && slot.active()) {
            account.failed++;
            events.raise(SequenceEvent.FAILED, slot.number, step + 1, reason.ordinal());
            slot.end();
        }
        return true;
    }

    private boolean serveWait(SequenceSlot slot) {
        Sequence.Wait wait = slot.sequence().waitOf(slot.next);
        if (!slot.waiting) {
            slot.waiting = true;
            slot.waitingSinceNanos = nowNanos;
        }
        if (wait.over()) {
            slot.advance(nowNanos);
            return true;
        }
        if (nowNanos - slot.waitingSinceNanos < wait.longestNanos()) {
            return false;
        }
        account.inVain++;
        events.raise(SequenceEvent.WAITED_IN_VAIN, slot.number, slot.next + 1);
        if (wait.goesOn()) {
            slot.advance(nowNanos);
        } else {
            slot.end();
        }
        return wait.goesOn();
    }

    /** The sequence in a slot. */
    Sequence sequence(int slot) {
        return slots[slot].sequence();
    }

    void resetCounters() {
        account.reset();
    }
}
