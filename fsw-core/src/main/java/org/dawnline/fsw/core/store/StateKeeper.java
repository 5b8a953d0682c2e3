package org.dawnline.fsw.core.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Saving;
import org.dawnline.fsw.core.face.Tickets;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.Storage;

/**
 * Carries parameters, mode and boot count over a restart: read by {@link #restore()} before the first cycle, written by a
 * worker whenever something has changed. What was SAFE stays SAFE, and so does a satellite whose saved state is lost; what was
 * PASSIVATED stays so while one of its four copies can be read.
 */
public final class StateKeeper implements Component, Saving {
    private static final String BLOB = "state";
    /** There only after the end of the mission, so that PASSIVATED lies in four copies, of which any says it for good. */
    private static final String END_BLOB = "passivated";

    private static final byte[] END = Mode.PASSIVATED.name().getBytes(StandardCharsets.US_ASCII);
    private static final double RETRY_S = 10;

    private final String name;
    private final Registrar registrar;
    private final ModeManager modes;
    private final CheckedStore store;
    private final CheckedStore endStore;
    private final Worker worker;
    private final Events<StateEvent> events;
    private final GuardedLong bootCount;
    private final GuardedLong offered;
    private final Channel bootCountChannel;
    private final Channel damagedCopies;
    private final Channel saves;
    private final Channel failedSaves;
    private final Channel workerRefused;
    private final Runnable save = this::save;
    private final AtomicInteger saved = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    private List<Parameter> parameters = List.of();
    private double[] lastValues = new double[0];
    private double[] offeredValues = new double[0]; // the worker's while a save is under way
    private Mode lastMode = Mode.BOOT;
    private Mode offeredMode = Mode.BOOT;
    private long offeredBootCount;
    private int damaged;
    private int unknown;
    private final List<Integer> outOfRange = new ArrayList<>();
    private Map<String, Double> notInForce = new TreeMap<>();
    private boolean lost;
    private boolean restored;
    private boolean announced;
    private boolean dirty;
    private double waitS;
    private int failuresSeen;
    private final Tickets tickets;
    private final long[] waiting = new long[Tickets.CAPACITY];
    private final long[] waitsFor = new long[Tickets.CAPACITY];
    private int waitingCount;
    private long underWay; // the worker's while a save is under way
    private volatile long durable; // number of the last offered save that is on the disk
    private volatile boolean saving;

    /**
     * Declares the face.
     *
     * @param registrar the one that all components declare with
     * @param worker runs the writing
     */
    public StateKeeper(Face face, Registrar registrar, ModeManager modes, Storage storage, Worker worker) {
        this.name = face.name();
        this.registrar = registrar;
        this.modes = modes;
        this.worker = worker;
        store = new CheckedStore(storage, BLOB);
        endStore = new CheckedStore(storage, END_BLOB);
        events = face.events(StateEvent.class);
        tickets = face.tickets();
        bootCount = face.guardedLong("bootCount", 0, 0);
        offered = face.guardedLong("offered", 0, 0);
        bootCountChannel = face.channel("bootCount", Unit.COUNT, "starts of the software, this one included");
        damagedCopies =
                face.channel("damagedCopies", Unit.COUNT, "copies of the saved state found damaged at this start");
        saves = face.channel("saves", Unit.COUNT, "times that the state was written since start");
        workerRefused = face.channel(
                "workerRefused", Unit.COUNT, "tasks that the worker did not take since start, too many waited");
        failedSaves = face.channel("failedSaves", Unit.COUNT, "times that the state could not be written since start");
    }

    /**
     * Puts the saved parameters in force, tells the mode manager where to go after boot and counts this boot. Call it once, after
     * the last component was constructed and before the first cycle; it reads and writes storage on the caller's thread.
     */
    public void restore() {
        restore(true);
    }

    /**
     * The same without the saved parameters: their defaults are in force, and what was saved stays saved until the next start. For
     * a start in the safe topology, where a parameter may be what made the starts before fail.
     */
    public void restoreWithDefaults() {
        restore(false);
    }

    private void restore(boolean withParameters) {
        parameters = ParameterTable.inDictionaryOrder(registrar);
        byte[] bytes = store.load();
        damaged = store.damagedCopies();
        SavedState state = bytes == null ? null : SavedState.of(bytes);
        if (state != null) {
            bootCount.set(state.bootCount());
            if (withParameters) {
                restoreParameters(state.parameters());
            } else {
                notInForce = state.parameters();
            }
            modes.resumeAfterBoot(modeNamed(state.mode()));
        } else if (bytes != null || damaged > 0) {
            lost = true;
            modes.resumeAfterBoot(Mode.SAFE);
        }
        if (endStore.load() != null) {
            modes.resumeAfterBoot(Mode.PASSIVATED);
        }
        bootCount.add(1);
        lastValues = new double[parameters.size()];
        offeredValues = new double[parameters.size()];
        restored = true;
        takeChanges();
        offerCopy();
        save();
    }

    private void restoreParameters(Map<String, Double> values) {
        Map<String, Double> left = new TreeMap<>(values);
        for (int i = 0; i < parameters.size(); i++) {
            Double value = left.remove(parameters.get(i).name());
            if (value != null && !parameters.get(i).set(value)) {
                outOfRange.add(i);
            }
        }
        unknown = left.size();
    }

    private static Mode modeNamed(String saved) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(saved)) {
                return mode;
            }
        }
        return Mode.SAFE; // a mode that this software does not know
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (!restored) {
            throw new IllegalStateException("restore() must be called before the first cycle");
        }
        if (!announced) {
            announced = true;
            announce();
        }
        dirty |= takeChanges();
        watchFailures();
        finishWaiting(Outcome.COMPLETED, durable);
        waitS = Math.max(0, waitS - tick.stepS());
        if (dirty && waitS == 0 && !saving) {
            writeBehind();
        }
        publish();
    }

    private void announce() {
        events.raise(StateEvent.RESTORED, bootCount.get(), modes.afterBoot().ordinal());
        if (damaged > 0) {
            events.raise(StateEvent.COPY_DAMAGED, damaged);
        }
        if (lost) {
            events.raise(StateEvent.STATE_LOST);
        }
        if (unknown > 0) {
            events.raise(StateEvent.PARAMETERS_UNKNOWN, unknown);
        }
        for (int number : outOfRange) {
            events.raise(StateEvent.PARAMETER_OUT_OF_RANGE, number);
        }
    }

    private boolean takeChanges() {
        boolean changed = false;
        for (int i = 0; i < lastValues.length; i++) {
            double value = parameters.get(i).value();
            changed |= value != lastValues[i];
            lastValues[i] = value;
        }
        // While booting again, what was SAFE must not be forgotten.
        Mode mode = modes.lasting();
        changed |= mode != lastMode;
        lastMode = mode;
        return changed;
    }

    private void watchFailures() {
        int failures = failed.get();
        if (failures != failuresSeen) {
            failuresSeen = failures;
            events.raise(StateEvent.SAVE_FAILED, failures);
            dirty = true;
            waitS = RETRY_S;
            finishWaiting(Outcome.FAILED_DEVICE, offered.get());
        }
    }

    @Override
    public Outcome save(long ticket) {
        dirty |= takeChanges();
        if (dirty && !saving) {
            writeBehind();
        }
        if (failed.get() != failuresSeen) {
            return Outcome.FAILED_DEVICE; // it is in force, but the next start will not know it
        }
        long number = offered.get() + (dirty ? 1 : 0);
        if (durable >= number) {
            return Outcome.COMPLETED;
        }
        if (waitingCount == waiting.length) {
            return Outcome.FAILED_STATE;
        }
        waiting[waitingCount] = ticket;
        waitsFor[waitingCount] = number;
        waitingCount++;
        return Outcome.RUNNING;
    }

    // Ends the telecommands that wait for a save up to that number.
    private void finishWaiting(Outcome outcome, long number) {
        int left = 0;
        for (int i = 0; i < waitingCount; i++) {
            if (waitsFor[i] <= number) {
                tickets.finish(waiting[i], outcome);
            } else {
                waiting[left] = waiting[i];
                waitsFor[left] = waitsFor[i];
                left++;
            }
        }
        waitingCount = left;
    }

    private void writeBehind() {
        offerCopy();
        saving = true;
        underWay = offered.add(1);
        dirty = false;
        if (!worker.offer(save)) {
            saving = false; // the worker is busy: the next step tries again
            offered.add(-1);
            dirty = true;
        }
    }

    private void offerCopy() {
        System.arraycopy(lastValues, 0, offeredValues, 0, lastValues.length);
        offeredMode = lastMode;
        offeredBootCount = bootCount.get();
    }

    // On the worker.
    private void save() {
        Map<String, Double> values = new TreeMap<>(notInForce);
        for (int i = 0; i < offeredValues.length; i++) {
            if (offeredValues[i] != parameters.get(i).defaultValue()) {
                values.put(parameters.get(i).name(), offeredValues[i]);
            }
        }
        try {
            if (offeredMode == Mode.PASSIVATED) {
                endStore.save(END);
                endStore.save(END);
            }
            byte[] bytes = new SavedState(offeredBootCount, offeredMode.name(), values).toBytes();
            store.save(bytes);
            store.save(bytes); // into the other copy: one that is torn later must not take the newest state with it
            saved.incrementAndGet();
            durable = underWay;
        } catch (IOException e) {
            failed.incrementAndGet(); // the next step reports it and tries again later
        } finally {
            saving = false;
        }
    }

    private void publish() {
        bootCountChannel.set(bootCount.get());
        damagedCopies.set(damaged);
        saves.set(saved.get());
        failedSaves.set(failed.get());
        workerRefused.set(worker.refused());
    }

    /** Starts of the software, this one included; 0 before {@link #restore()}. */
    public long bootCount() {
        return bootCount.get();
    }
}
