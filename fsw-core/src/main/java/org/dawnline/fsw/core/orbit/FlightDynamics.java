package org.dawnline.fsw.core.orbit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.plan.SunOutlook;
import org.dawnline.hal.NavigationHal;
import org.hipparchus.exception.MathRuntimeException;
import org.orekit.errors.OrekitException;

/**
 * Publishes the {@link OrbitForecast}. A worker makes a new forecast from the navigation's fix every now and then; the step only
 * looks up where on it the satellite is. Without a fix the last forecast serves until its horizon ends. Counts time by the
 * monotonic clock from the moment of the fix, so that a jump of UTC does not move an eclipse.
 */
public final class FlightDynamics implements Component {
    private static final double SECONDS_PER_NANO = 1e-9;
    private static final long MAX_LATENCY_NANOS = 10_000_000_000L;
    private static final long STALE_FIX_NANOS = 60_000_000_000L;
    private static final double DEFAULT_INTERVAL_S = 600;
    private static final double MIN_INTERVAL_S = 10;
    private static final double MAX_INTERVAL_S = 86_400;
    private static final double DEFAULT_ORBITS = 3;

    /** What there is to say about the forecast. */
    enum Event implements EventType {
        FIX_FOUND(Severity.ACTIVITY_LO, "navigation has a fix"),
        FIX_LOST(Severity.WARNING_LO, "navigation has no fix, the forecast holds for {0} s"),
        FIX_IMPLAUSIBLE(Severity.WARNING_LO, "the fix is no orbit around the Earth"),
        FORECAST_FAILED(Severity.WARNING_LO, "the orbit could not be propagated, {0} failures since start"),
        FORECAST_ENDED(Severity.WARNING_HI, "the orbit is not known any more");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final String name;
    private final NavigationHal navigation;
    private final Worker worker;
    private final OrbitPredictor predictor;
    private final Events<Event> events;
    private final OrbitForecast forecast;
    private final Channel fixValid;
    private final Channel forecastAgeS;
    private final Channel forecasts;
    private final Parameter intervalS;
    private final Parameter horizonOrbits;
    private final Runnable predict = this::predict;

    // Written by the step while no prediction runs, read by the worker.
    private final double[] state = new double[OrbitPredictor.STATE_SIZE];
    private long offeredUtcNanos;
    private long offeredNanos;
    private double offeredOrbits;
    private List<GroundRegion> offeredRegions = List.of();
    private List<GroundRegion> regions = List.of();

    private OrbitSlot spare = new OrbitSlot(); // the worker's
    private volatile OrbitSlot current = new OrbitSlot();
    private volatile boolean predicting;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    private long fixUtcNanos;
    private long fixSeenNanos;
    private long fixNanos;
    private boolean everSeen;
    private boolean hadFix;
    private boolean wanted;
    private boolean implausible;
    private boolean known;
    private long askedNanos;
    private int failuresSeen;

    /** Declares the face; passes are predicted over {@code stations}. */
    public FlightDynamics(Face face, NavigationHal navigation, Worker worker, List<GroundStation> stations) {
        this.name = face.name();
        this.navigation = navigation;
        this.worker = worker;
        predictor = new OrbitPredictor(stations);
        events = face.events(Event.class);
        forecast = OrbitForecast.declare(face);
        fixValid = face.channel("fixValid", Unit.NONE, "whether navigation has a fix that is an orbit");
        forecastAgeS = face.channel("forecastAgeS", Unit.SECOND, "age of the fix that the forecast comes from");
        forecasts = face.channel("forecasts", Unit.COUNT, "forecasts made since start");
        intervalS = face.parameter(
                "intervalS",
                Unit.SECOND,
                DEFAULT_INTERVAL_S,
                MIN_INTERVAL_S,
                MAX_INTERVAL_S,
                "time from one forecast to the next");
        horizonOrbits = face.parameter(
                "horizonOrbits",
                Unit.COUNT,
                DEFAULT_ORBITS,
                OrbitPredictor.MIN_ORBITS,
                OrbitPredictor.MAX_ORBITS,
                "orbits that a forecast reaches ahead");
    }

    /** A new view of the forecast for one planner, who latches it on the worker. */
    public SunOutlook sunOutlook() {
        return new OrbitOutlook(() -> current);
    }

    /** When what happens next. */
    public OrbitCalendar calendar() {
        return new OrbitCalendar(() -> current, () -> regions);
    }

    /** Foretells entries and exits of these regions from the next forecast on, which is made at once; executive thread only. */
    public void watch(List<GroundRegion> newRegions) {
        regions = List.copyOf(newRegions);
        wanted = true;
    }

    /** Number of forecasts made since start. */
    public Channel forecasts() {
        return forecasts;
    }

    /** The ports that it publishes. */
    public OrbitForecast forecast() {
        return forecast;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        boolean fix = freshFix(tick);
        watchFix(fix, tick);
        watchFailures();
        if (fix && !predicting && due(tick.nanos())) {
            ask(tick.nanos());
        }
        // Read once: the worker may publish the next one at any time, but never touches this one before the next step.
        OrbitSlot slot = current;
        publish(slot.table, (tick.nanos() - slot.fixNanos) * SECONDS_PER_NANO);
        fixValid.set(fix);
        forecasts.set(made.get());
    }

    // A fix that does not move on for a minute is none.
    private boolean freshFix(Tick tick) {
        if (!navigation.fixValid()) {
            return false;
        }
        long utcNanos = navigation.fixUtcNanos();
        if (!everSeen || utcNanos != fixUtcNanos) {
            everSeen = true;
            fixUtcNanos = utcNanos;
            fixSeenNanos = tick.nanos();
            fixNanos = tick.nanos() - latencyNanos(tick.utcNanos() - utcNanos);
        }
        return tick.nanos() - fixSeenNanos <= STALE_FIX_NANOS && takeState();
    }

    // By UTC if that makes sense; a UTC that is off says nothing.
    private static long latencyNanos(long byUtcNanos) {
        return byUtcNanos >= 0 && byUtcNanos <= MAX_LATENCY_NANOS ? byUtcNanos : 0;
    }

    // While a prediction runs the state vector is the worker's.
    private boolean takeState() {
        if (predicting) {
            return true;
        }
        for (int axis = 0; axis < 3; axis++) {
            state[axis] = navigation.positionM(axis);
            state[axis + 3] = navigation.velocityMPerS(axis);
        }
        boolean wrong = !predictor.plausible(state);
        if (wrong && !implausible) {
            events.raise(Event.FIX_IMPLAUSIBLE);
        }
        implausible = wrong;
        return !wrong;
    }

    private void watchFix(boolean fix, Tick tick) {
        if (fix && !hadFix) {
            wanted = true;
            events.raise(Event.FIX_FOUND);
        } else if (!fix && hadFix) {
            OrbitSlot slot = current;
            double ageS = (tick.nanos() - slot.fixNanos) * SECONDS_PER_NANO;
            events.raise(Event.FIX_LOST, Math.max(0, slot.table.horizonS() - ageS));
        }
        hadFix = fix;
    }

    private void watchFailures() {
        int failures = failed.get();
        if (failures != failuresSeen) {
            failuresSeen = failures;
            events.raise(Event.FORECAST_FAILED, failures);
        }
    }

    private boolean due(long nanos) {
        return wanted || (nanos - askedNanos) * SECONDS_PER_NANO >= intervalS.value();
    }

    private void ask(long nanos) {
        offeredUtcNanos = fixUtcNanos;
        offeredNanos = fixNanos;
        offeredOrbits = horizonOrbits.value();
        offeredRegions = regions;
        predicting = true;
        if (worker.offer(predict)) {
            wanted = false;
            askedNanos = nanos;
        } else {
            predicting = false; // the worker is busy: the next step tries again
        }
    }

    // On the worker.
    private void predict() {
        OrbitSlot slot = spare;
        try {
            predictor.predict(offeredUtcNanos, state, offeredOrbits, offeredRegions, slot.table);
            slot.fixNanos = offeredNanos;
            slot.regions = offeredRegions;
            slot.number = made.get() + 1;
            spare = current;
            current = slot;
            made.incrementAndGet();
        } catch (OrekitException | MathRuntimeException e) {
            failed.incrementAndGet(); // the next step reports it; the last forecast stays
        } finally {
            predicting = false;
        }
    }

    private void publish(OrbitTable table, double timeS) {
        if (timeS > table.horizonS()) {
            invalidate();
            return;
        }
        known = true;
        forecastAgeS.set(timeS);
        forecast.periodS().set(table.periodS());
        forecast.sunFluxWPerM2().set(table.sunFluxWPerM2());
        forecast.illuminationRatio().set(table.illuminationRatio(timeS));
        publishEclipse(table, timeS);
        publishPass(table, timeS);
    }

    private void publishEclipse(OrbitTable table, double timeS) {
        int present = table.eclipseAt(timeS);
        boolean comes = present < table.eclipses();
        boolean inside = comes && table.penumbraEntryS(present) <= timeS;
        int next = inside ? present + 1 : present;
        forecast.eclipseEntryS()
                .set(next < table.eclipses() ? table.penumbraEntryS(next) - timeS : Double.POSITIVE_INFINITY);
        forecast.eclipseExitS().set(comes ? table.penumbraExitS(present) - timeS : Double.POSITIVE_INFINITY);
        forecast.eclipseDurationS().set(comes ? table.penumbraExitS(present) - table.penumbraEntryS(present) : 0);
    }

    private void publishPass(OrbitTable table, double timeS) {
        int present = table.passAt(timeS);
        boolean comes = present < table.passes();
        forecast.passStartS().set(comes ? Math.max(0, table.passStartS(present) - timeS) : Double.POSITIVE_INFINITY);
        forecast.passEndS().set(comes ? table.passEndS(present) - timeS : Double.POSITIVE_INFINITY);
    }

    private void invalidate() {
        if (known) {
            known = false;
            events.raise(Event.FORECAST_ENDED);
        }
        forecastAgeS.invalidate();
        forecast.periodS().invalidate();
        forecast.sunFluxWPerM2().invalidate();
        forecast.illuminationRatio().invalidate();
        forecast.eclipseEntryS().invalidate();
        forecast.eclipseExitS().invalidate();
        forecast.eclipseDurationS().invalidate();
        forecast.passStartS().invalidate();
        forecast.passEndS().invalidate();
    }
}
