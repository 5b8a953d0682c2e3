package org.dawnline.fsw.core.boot;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Leads the start through its phases, each with a limit, and ends BOOT when everything has shown that it is alive: with the mode
 * that was in force before, or with SAFE when something has not, or when too many starts before have failed. A start that has
 * been in OPERATE for a while is proven.
 */
public final class BootSequence implements Component {
    private static final double DEFAULT_SETTLE_S = 3;
    private static final double MAX_SETTLE_S = 600;
    private static final double SAID_S = 2;
    private static final double MAX_LEAVING_S = 10;
    private static final double S_PER_NANO = 1e-9;
    private static final double MS_PER_NANO = 1e-6;
    private static final BootCheck[] CHECKS = BootCheck.values();
    private static final BootPhase[] PHASES = BootPhase.values();

    private final String name;
    private final ModeManager modes;
    private final BootLedger ledger;
    private final Clock clock;
    private final Worker worker;
    private final BooleanSupplier[] checks = new BooleanSupplier[CHECKS.length];
    private final long[] tookNanos = new long[PHASES.length];
    private final Parameter settleS;
    private final Events<BootEvent> events;
    private final Channel phaseChannel;
    private final Channel causeChannel;
    private final Channel failedBoots;
    private final Channel safeTopology;
    private final Runnable proveOnWorker;
    private final Runnable leaveOnWorker;
    private Runnable stop = () -> {};
    private BooleanSupplier nothingToSay = () -> true;
    private Predicate<BootCause> entry = ended -> true;
    private boolean entered;
    private BootPhase phase = BootPhase.CONSTRUCT;
    private long phaseBeganNanos;
    private boolean begun;
    private int announced;
    private double inBootS;
    private double operatingS;
    private boolean provenOffered;
    private boolean leaving;
    private double leavingS;
    private double saidS;
    private volatile boolean left;

    /** Declares the face; the phase CONSTRUCT begins. */
    public BootSequence(Face face, ModeManager modes, BootLedger ledger, Clock clock, Worker worker) {
        this.name = face.name();
        this.modes = modes;
        this.ledger = ledger;
        this.clock = clock;
        this.worker = worker;
        proveOnWorker = ledger::proven;
        leaveOnWorker = this::leave;
        Arrays.fill(checks, (BooleanSupplier) () -> true);
        checks[BootCheck.STORAGE.ordinal()] = () -> !ledger.writeFailed();
        phaseBeganNanos = clock.nanos();
        events = face.events(BootEvent.class);
        phaseChannel = face.stateChannel("phase", BootPhase.NAMES, "what the start is going through");
        causeChannel = face.stateChannel("cause", BootCause.NAMES, "why the software started");
        failedBoots = face.channel("failedBoots", Unit.COUNT, "starts just before this one that failed");
        safeTopology = face.channel("safeTopology", Unit.NONE, "1 when only what is essential runs, with defaults");
        settleS = face.parameter(
                "settleS",
                Unit.SECOND,
                DEFAULT_SETTLE_S,
                0,
                MAX_SETTLE_S,
                "time in BOOT before the first working mode");
        face.enumeration("bootPhase", BootPhase.NAMES);
        face.enumeration("bootCause", BootCause.NAMES);
        face.enumeration("bootCheck", BootCheck.NAMES);
        face.command("SELFTEST", "Tests again and fails if anything does not hold.", arguments -> selfTest());
        face.command(
                "RESTART",
                "Ends the software so that its supervisor starts it again; the next start knows why.",
                CommandTerms.always().critical(),
                arguments -> restartProcess());
    }

    /** Says what a check asks; true from the start where nobody says anything. */
    public void check(BootCheck check, BooleanSupplier holds) {
        checks[check.ordinal()] = holds;
    }

    /**
     * What ends the executive after a RESTART.
     *
     * @param said whether the ground has heard all reports, that of the RESTART among them; waited for, but not for long
     */
    public void stopWith(Runnable action, BooleanSupplier said) {
        stop = action;
        nothingToSay = said;
    }

    /** What starts the sequence that belongs to the cause of this start once BOOT is over; says whether it did. */
    public void onBooted(Predicate<BootCause> newEntry) {
        entry = newEntry;
    }

    /** Begins a phase before the first cycle; the phase before it has ended. */
    public void enter(BootPhase next) {
        long nanos = clock.nanos();
        tookNanos[phase.ordinal()] = nanos - phaseBeganNanos;
        phaseBeganNanos = nanos;
        phase = next;
    }

    /** Why the software started. */
    public BootCause cause() {
        return ledger.cause();
    }

    /** Whether the self-test has passed and still would: a guard of the table of modes. */
    public boolean fit() {
        return failing(BootPhase.SELFTEST) == null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (!begun) {
            begun = true;
            announceStart();
        }
        if (phase != BootPhase.OPERATE) {
            lead(tick);
        } else {
            prove(tick.stepS());
        }
        announcePhases();
        if (left) {
            stopWhenAllIsSaid(tick.stepS());
        }
        phaseChannel.set(phase.ordinal());
        causeChannel.set(cause().ordinal());
        failedBoots.set(ledger.failedBoots());
        safeTopology.set(ledger.safeTopology());
    }

    // What is on its way from one thread to another is seen by neither for a moment, so once is not enough.
    private void stopWhenAllIsSaid(double stepS) {
        saidS = nothingToSay.getAsBoolean() ? saidS + stepS : 0;
        if (saidS > SAID_S || leavingS >= MAX_LEAVING_S) {
            stop.run();
        }
        leavingS += stepS;
    }

    private void announceStart() {
        events.raise(BootEvent.STARTED, cause().ordinal(), ledger.failedBoots());
        if (ledger.safeTopology()) {
            modes.resumeAfterBoot(Mode.SAFE);
            events.raise(BootEvent.SAFE_TOPOLOGY, ledger.failedBoots());
        }
    }

    private void lead(Tick tick) {
        if (phase.compareTo(BootPhase.LOAD_TABLES) < 0) {
            enter(BootPhase.LOAD_TABLES); // there are cycles, so construction is over
        }
        if (phase == BootPhase.LOAD_TABLES && over(tick)) {
            enter(BootPhase.SELFTEST);
        }
        if (phase == BootPhase.SELFTEST && inBootS >= settleS.value() && over(tick)) {
            endSelfTest();
            enter(BootPhase.OPERATE);
        }
        inBootS += tick.stepS();
    }

    // When nothing is missing any more, or when it has taken too long.
    private boolean over(Tick tick) {
        return failing(phase) == null || (tick.nanos() - phaseBeganNanos) * S_PER_NANO > phase.limitS();
    }

    private void endSelfTest() {
        boolean passed = failing(BootPhase.SELFTEST) == null;
        if (passed) {
            events.raise(BootEvent.SELFTEST_PASSED);
        }
        raiseFailedChecks();
        modes.endBoot(passed && !anyLate() ? modes.afterBoot() : sparing(modes.afterBoot()));
    }

    private static Mode sparing(Mode wanted) {
        return wanted == Mode.PASSIVATED ? wanted : Mode.SAFE;
    }

    private boolean anyLate() {
        boolean any = false;
        for (BootPhase each : PHASES) {
            any |= tookNanos[each.ordinal()] * S_PER_NANO > each.limitS();
        }
        return any;
    }

    private @Nullable BootCheck failing(BootPhase of) {
        for (BootCheck check : CHECKS) {
            if (check.phase() == of && check.needed() && !checks[check.ordinal()].getAsBoolean()) {
                return check;
            }
        }
        return null;
    }

    private void raiseFailedChecks() {
        for (BootCheck check : CHECKS) {
            if (check.phase() == BootPhase.SELFTEST && !checks[check.ordinal()].getAsBoolean()) {
                events.raise(BootEvent.CHECK_FAILED, check.ordinal());
            }
        }
    }

    private void announcePhases() {
        while (announced < phase.ordinal()) {
            BootPhase ended = PHASES[announced];
            events.raise(BootEvent.PHASE_ENDED, announced, tookNanos[announced] * MS_PER_NANO);
            if (tookNanos[announced] * S_PER_NANO > ended.limitS()) {
                BootCheck missing = failing(ended);
                events.raise(
                        BootEvent.PHASE_LATE,
                        announced,
                        ended.limitS(),
                        missing == null ? Double.NaN : missing.ordinal());
            }
            announced++;
        }
    }

    private void prove(double stepS) {
        if (!entered && modes.mode() != Mode.BOOT) {
            entered = true;
            if (!entry.test(cause())) {
                events.raise(BootEvent.SEQUENCE_NOT_STARTED, cause().ordinal());
            }
        }
        operatingS += stepS;
        if (!provenOffered && operatingS >= ledger.rules().provenS() && worker.offer(proveOnWorker)) {
            provenOffered = true;
            events.raise(BootEvent.PROVEN, operatingS);
        }
    }

    private Outcome selfTest() {
        boolean passed = fit();
        if (passed) {
            events.raise(BootEvent.SELFTEST_PASSED);
        }
        raiseFailedChecks();
        return passed ? Outcome.COMPLETED : Outcome.FAILED_STATE;
    }

    private Outcome restartProcess() {
        if (leaving || !worker.offer(leaveOnWorker)) {
            return Outcome.FAILED_STATE;
        }
        leaving = true;
        events.raise(BootEvent.RESTARTING);
        return Outcome.COMPLETED;
    }

    private void leave() {
        ledger.farewell(Farewell.COMMANDED);
        left = true;
    }
}
