package org.dawnline.sim;

import java.time.Instant;
import java.util.List;
import org.dawnline.hal.Hal;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Violation.Kind;
import org.dawnline.sim.compute.JobBoard;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.sim.links.MessagePath;
import org.dawnline.sim.orbit.OrbitLog;
import org.dawnline.sim.power.Battery;
import org.dawnline.sim.radiation.Radiation;
import org.dawnline.sim.radiation.UpsetTarget;
import org.dawnline.sim.random.RandomStream;
import org.dawnline.sim.thermal.CoolantLoop;

/**
 * A simulated satellite in its orbit, behind the same interfaces as a real one. It moves only inside {@link SimClock#sleepUntil},
 * in fixed steps, on one thread, and the same seed and options give the same numbers on every machine and JDK.
 */
public final class SimWorld {
    private static final long NANOS_PER_MS = 1_000_000L;
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final double S_PER_NANO = 1e-9;

    /** A first step too short to matter, so that every reading exists before the first cycle. */
    private static final double GLANCE_S = 1e-6;

    private final VehicleProfile truth;
    private final WorldOptions options;
    private final long epochUtcNanos;
    private final long stepNanos;
    private final double dtS;
    private final double socFloorRatio;
    private final double minCoolantTempK;
    private final double minRadiatorTempK;
    private final double shutdownTempK;
    private final SensorPace pace;
    private final Models models;
    private final Timeline timeline = new Timeline();
    private final OrbitLog orbitLog;
    private final ViolationLog violations;
    private final MainBus bus;
    private final Totals totals;
    private final SimClock clock;
    private final SimNavigation navigation;
    private final SimWatchdog watchdog;
    private final SimStorage storage;
    private final SimComputer computer;
    private final Strikes strikes;
    private final Radiation radiation;
    private final SimHal hal;
    private final TrueState state;
    private final FaultPanel faults;
    private long timeNanos;
    private boolean wasTripped;

    /** Makes a world in which {@code profile} is how the vehicle really is; the flight software may believe something else. */
    public SimWorld(VehicleProfile profile, WorldOptions options) {
        this.options = options;
        truth = TruthSpread.draw(profile, options.truthSpreadRatio(), options.seed());
        epochUtcNanos = utcNanos(options.epoch());
        stepNanos = options.stepMillis() * NANOS_PER_MS;
        dtS = stepNanos * S_PER_NANO;
        socFloorRatio = truth.number("battery.socFloorRatio", 0.0, 1.0);
        minCoolantTempK = truth.numberOr(Double.NaN, "thermal.minCoolantTempK", 0.0, 500.0);
        minRadiatorTempK = truth.numberOr(Double.NaN, "thermal.minRadiatorTempK", 0.0, 500.0);
        shutdownTempK = truth.numberOr(Double.NaN, "gpu.shutdownTempK", 0.0, 500.0);
        pace = new SensorPace(truth);
        models = new Models(truth, options);
        orbitLog = new OrbitLog(models.sky, models.view.stationCount(), timeline);
        violations = new ViolationLog(
                Math.max(models.rack.gpuCount(), models.loop.plumbing().wingCount()));
        bus = new MainBus(truth, models, violations);
        totals = new Totals(models, (int) (NANOS_PER_S / stepNanos));
        clock = new SimClock(epochUtcNanos, this::moveTo);
        navigation = new SimNavigation(
                truth, models.sky, new RandomStream(options.seed(), "navigation"), options.sensorErrors());
        watchdog = new SimWatchdog(truth.number("computer.watchdogTimeoutS", 0.01, 1e6));
        storage = options.storage();
        computer = new SimComputer(clock);
        storage.luckFrom(options.seed());
        strikes = new Strikes(truth, models.rack, storage);
        radiation = new Radiation(truth, models.rack.gpuCount(), options.seed(), options.radiation(), strikes);
        glance();
        models.sensors.latch(0.0);
        hal = new SimHal(
                clock,
                models.sensors,
                new SimPower(models.plant, bus, models.sensors),
                new SimThermal(models.loop, models.sensors),
                new SimCompute(models.rack, models.poll, models.sensors),
                new SimLinks(models.terminals),
                navigation,
                watchdog,
                storage,
                computer);
        state = new TrueState(models, bus, orbitLog, totals, radiation, epochUtcNanos);
        faults = new FaultPanel(models, clock, navigation, storage, radiation);
    }

    private void glance() {
        models.shineOnArray();
        models.plant.step(bus.demandW(), GLANCE_S);
        models.terminals.step(0.0, models.view);
        models.sensors.sample(models.loop, models.plant, models.rack, 0.0);
        models.poll.sweep(models.rack, models.loop, 0.0);
        navigation.fix(epochUtcNanos);
        navigation.latch();
    }

    private void moveTo(long nanos) {
        while (timeNanos + stepNanos <= nanos) {
            step();
        }
    }

    private void step() {
        double beforeS = timeNanos * S_PER_NANO;
        timeline.run(beforeS);
        models.rack.step(beforeS, dtS, models.loop.dieTempsK());
        models.shineOnArray();
        double nowS = (timeNanos + stepNanos) * S_PER_NANO;
        bus.step(nowS, dtS);
        models.loop.step(dtS, models.rack.powersW(), models.rack.inputW());
        totals.add(dtS);
        timeNanos += stepNanos;
        models.sky.moveTo(nowS);
        models.panelLight.step(timeNanos);
        orbitLog.watch(models.sky, nowS);
        models.terminals.step(dtS, models.view);
        radiation.step(nowS, models.sky.inSaa());
        watchLimits(nowS);
        read(nowS);
        state.moveTo(timeNanos);
    }

    private void watchLimits(double nowS) {
        Battery battery = models.plant.battery();
        violations.below(Kind.SOC_FLOOR, 0, battery.socRatio(), socFloorRatio, nowS);
        if (battery.tripped() && !wasTripped) {
            violations.once(Kind.BATTERY_TRIP, battery.powerW(), battery.dischargeLimitW(), nowS);
        }
        wasTripped = battery.tripped();
        CoolantLoop loop = models.loop;
        violations.below(Kind.COOLANT_COLD, 0, loop.supplyTempK(), minCoolantTempK, nowS);
        for (int wing = 0; wing < loop.plumbing().wingCount(); wing++) {
            double tempK = loop.plumbing().wingConnected(wing) ? loop.wingTempK(wing) : Double.NaN;
            violations.below(Kind.RADIATOR_COLD, wing, tempK, minRadiatorTempK, nowS);
        }
        for (int g = 0; g < models.rack.gpuCount(); g++) {
            violations.reached(Kind.GPU_SHUTDOWN, g, loop.dieTempK(g), shutdownTempK, nowS);
        }
        double unkickedS = watchdog.unkickedS(timeNanos);
        if (watchdog.advanceTo(timeNanos)) {
            violations.once(Kind.WATCHDOG_BITE, unkickedS, watchdog.timeoutS(), nowS);
        }
    }

    private void read(double nowS) {
        if (pace.analogDue(timeNanos)) {
            models.sensors.sample(models.loop, models.plant, models.rack, nowS);
        }
        if (pace.gpusDue(timeNanos)) {
            models.poll.sweep(models.rack, models.loop, nowS);
        }
        if (pace.navigationDue(timeNanos)) {
            navigation.fix(epochUtcNanos + timeNanos);
        }
    }

    private static long utcNanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_S), instant.getNano());
    }

    /** The satellite as flight software sees it. */
    public Hal hal() {
        return hal;
    }

    /** Flight software has ended in mid-cycle: what it had asked for, but not handed over yet, never happens. */
    public void processEnded() {
        hal.forget();
    }

    /** The world's time. */
    public SimClock clock() {
        return clock;
    }

    /** The truth, for metrics and plots. */
    public WorldState state() {
        return state;
    }

    /** The vehicle as it really is: the given profile after the draw of assumed figures. */
    public VehicleProfile truth() {
        return truth;
    }

    /** What the world was made with. */
    public WorldOptions options() {
        return options;
    }

    /** The hard limits that were broken so far, in the order in which that began; at most a thousand. */
    public List<Violation> violations() {
        return violations.list();
    }

    /** Violations beyond the first thousand. */
    public int violationsDropped() {
        return violations.dropped();
    }

    /** The flight computer, for its restarts. */
    public SimComputer computer() {
        return computer;
    }

    /** The watchdog, for its counters. */
    public SimWatchdog watchdog() {
        return watchdog;
    }

    /** The store, to be carried to a second world. */
    public SimStorage storage() {
        return storage;
    }

    /** What happens to messages on their way; for whoever carries them in a simulation. */
    public MessagePath messages() {
        return models.messages;
    }

    /** Makes the memory of the flight computer known to the particles; the next one that is meant for it hits there. */
    public void onUpset(UpsetTarget target) {
        strikes.add(target);
    }

    /** Lets time pass without flight software, in s; for tests and for settling. */
    public void advance(double seconds) {
        clock.sleepUntil(clock.nanos() + StrictMath.round(seconds / S_PER_NANO));
    }

    /** Puts a job into the lowest free slot, which is returned; refused when all are taken. */
    public int addJob(JobSpec job) {
        return models.rack.addJob(job, timeNanos * S_PER_NANO);
    }

    /** Takes a job away, running or not. */
    public void removeJob(int slot) {
        requireJob(slot);
        models.rack.removeJob(slot);
    }

    /** Gives a job {@code gpus} awake GPUs that no job holds, at once, as if it had been running before the world began. */
    public void startJob(int slot, int gpus) {
        requireJob(slot);
        models.rack.start(slot, gpus);
    }

    private void requireJob(int slot) {
        if (slot < 0 || slot >= JobBoard.SLOTS || models.rack.board().job(slot) == null) {
            throw new IllegalArgumentException("no job in slot " + slot);
        }
    }

    /** Names of all sensors that a sensor fault can take as its target. */
    public List<String> sensorNames() {
        return models.desk.names();
    }

    /** Does something of {@link Faults#catalogue()} to the world now; refuses an unknown fault, target or value. */
    public void inject(String fault, int target, double value) {
        inject(fault, Integer.toString(target), value);
    }

    /** Like the other, for a target with a name: a sensor or a member of the flight software; a number as text is fine too. */
    public void inject(String fault, String target, double value) {
        faults.inject(fault, target, value, timeNanos * S_PER_NANO);
    }

    /** Plans a fault. Name, target and value are checked now. */
    public void schedule(Trigger trigger, String fault, int target, double value) {
        schedule(trigger, fault, Integer.toString(target), value);
    }

    /** Plans a fault with a named target. Name, target and value are checked now. */
    public void schedule(Trigger trigger, String fault, String target, double value) {
        faults.check(fault, target, value);
        schedule(trigger, () -> inject(fault, target, value));
    }

    /** Plans anything else, such as the arrival of a job; it runs in the first step that begins at its time or later. */
    public void schedule(Trigger trigger, Runnable action) {
        timeline.plan(trigger, action, orbitLog);
    }

    /** Charges a member of the flight software {@code millis} of execution time for each of its next {@code steps} steps. */
    public void chargeMember(String member, double millis, int steps) {
        faults.check("member.slow", member, millis);
        if (steps < 1) {
            throw new IllegalArgumentException(
                    "member " + member + " is charged for " + steps + " steps; expected 1 or more");
        }
        clock.charge(member, millis, steps);
    }
}
