package org.dawnline.sim;

import java.time.Instant;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.orbit.GroundStation;
import org.dawnline.sim.orbit.OrbitSpec;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a simulated world that is not in the vehicle's profile: luck, date, orbit, stations and the initial state.
 * Immutable; start from {@link #defaults()} and refine it. Every method refuses an impossible value.
 */
public final class WorldOptions {
    private static final Instant DEFAULT_EPOCH = Instant.parse("2026-10-10T00:00:00Z");
    private static final double DEFAULT_ALTITUDE_M = 600e3;
    private static final double DUSK_HOURS = 18.0;
    private static final int GRID_MILLIS = 100;
    private static final double MAX_FLUX_W_PER_M2 = 3000.0;
    private static final double MAX_SPREAD_RATIO = 0.2;
    private static final double MAX_DELAY_SPREAD_RATIO = 0.5;
    private static final double MAX_RACK_W = 200e3;
    private static final double MAX_MISSION_YEARS = 30.0;

    private final Settings settings;

    private WorldOptions(Settings settings) {
        this.settings = settings;
    }

    /**
     * Seed 1, 10 October 2026, 600 km Sun-synchronous with a node at 18 h, the profile's ground stations, steps of 0.1 s, a full
     * battery, the loop in its steady state at five sixths of what the rack sustains, terminals on and idle, sensor errors on, the profile's truth.
     */
    public static WorldOptions defaults() {
        return new WorldOptions(new Settings());
    }

    /** What every random draw follows from. */
    public WorldOptions withSeed(long seed) {
        Settings changed = settings.copy();
        changed.seed = seed;
        return new WorldOptions(changed);
    }

    /** UTC at the start of the world. Offsets of UTC from atomic time are known since 2017; earlier dates are a second or more off. */
    public WorldOptions withEpoch(Instant epoch) {
        Settings changed = settings.copy();
        changed.epoch = epoch;
        return new WorldOptions(changed);
    }

    /** Where the satellite is at the epoch and how it moves on. */
    public WorldOptions withOrbit(OrbitSpec orbit) {
        Settings changed = settings.copy();
        changed.orbit = orbit;
        return new WorldOptions(changed);
    }

    /** The ground stations that the radio can reach, instead of the profile's; may be empty. */
    public WorldOptions withStations(List<GroundStation> stations) {
        Settings changed = settings.copy();
        changed.stations = List.copyOf(stations);
        return new WorldOptions(changed);
    }

    /** Step of the world in ms: 1, 2, 4, 5, 10, 20, 25, 50 or 100. Choose the base period of the flight software when that is shorter. */
    public WorldOptions withStepMillis(int stepMillis) {
        if (stepMillis < 1 || stepMillis > GRID_MILLIS || GRID_MILLIS % stepMillis != 0) {
            throw new IllegalArgumentException(
                    "world step " + stepMillis + " ms; expected a divisor of " + GRID_MILLIS);
        }
        Settings changed = settings.copy();
        changed.stepMillis = stepMillis;
        return new WorldOptions(changed);
    }

    /** State of charge of every string at the start, 0..1. */
    public WorldOptions withSocRatio(double socRatio) {
        Settings changed = settings.copy();
        changed.socRatio = require(socRatio, 0.0, 1.0, "initial state of charge");
        return new WorldOptions(changed);
    }

    /** The loop starts in the steady state that belongs to this rack power, in W, with all pumps and no bypass. */
    public WorldOptions withSteadyRackW(double rackW) {
        Settings changed = settings.copy();
        changed.steadyRackW = require(rackW, 0.0, MAX_RACK_W, "steady rack power, W");
        return new WorldOptions(changed);
    }

    /** The loop starts with these temperatures, in K, instead of a steady state. */
    public WorldOptions withTempsK(double dieTempK, double coolantTempK, double radiatorTempK) {
        Settings changed = settings.copy();
        changed.dieTempK = require(dieTempK, 150.0, 400.0, "initial die temperature, K");
        changed.coolantTempK = require(coolantTempK, 150.0, 400.0, "initial coolant temperature, K");
        changed.radiatorTempK = require(radiatorTempK, 150.0, 400.0, "initial radiator temperature, K");
        return new WorldOptions(changed);
    }

    /** Battery temperature at the start, in K. */
    public WorldOptions withBatteryTempK(double batteryTempK) {
        Settings changed = settings.copy();
        changed.batteryTempK = require(batteryTempK, 200.0, 350.0, "initial battery temperature, K");
        return new WorldOptions(changed);
    }

    /** Whether the laser is on and already tracking at the start, and whether the radio is on. */
    public WorldOptions withLinks(boolean laserTracking, boolean radioOn) {
        Settings changed = settings.copy();
        changed.laserTracking = laserTracking;
        changed.radioOn = radioOn;
        return new WorldOptions(changed);
    }

    /** The same with the radio off at the start. */
    public WorldOptions withRadioOff() {
        return withLinks(settings.laserTracking, false);
    }

    /** Whether sensors have noise and bias. */
    public WorldOptions withSensorErrors(boolean sensorErrors) {
        Settings changed = settings.copy();
        changed.sensorErrors = sensorErrors;
        return new WorldOptions(changed);
    }

    /** Draws every assumed figure of the truth uniformly within ± this ratio, by the seed; 0 keeps the profile. */
    public WorldOptions withTruthSpreadRatio(double truthSpreadRatio) {
        Settings changed = settings.copy();
        changed.truthSpreadRatio = require(truthSpreadRatio, 0.0, MAX_SPREAD_RATIO, "truth spread");
        return new WorldOptions(changed);
    }

    /** Lets every boot, wake, reset and spin-up take up to ± this ratio more than the vehicle's figure, by the seed; 0 for none. */
    public WorldOptions withDelaySpreadRatio(double delaySpreadRatio) {
        Settings changed = settings.copy();
        changed.delaySpreadRatio = require(delaySpreadRatio, 0.0, MAX_DELAY_SPREAD_RATIO, "delay spread");
        return new WorldOptions(changed);
    }

    /** A constant solar flux outside the shadow, in W/m², instead of the one that follows from the date. */
    public WorldOptions withSolarFluxWPerM2(double fluxWPerM2) {
        Settings changed = settings.copy();
        changed.fixedFluxWPerM2 = require(fluxWPerM2, 0.0, MAX_FLUX_W_PER_M2, "solar flux, W/m2");
        return new WorldOptions(changed);
    }

    /** How long the vehicle has been in orbit when the world begins, in years; what ages is that old. */
    public WorldOptions withMissionYears(double missionYears) {
        Settings changed = settings.copy();
        changed.missionYears = require(missionYears, 0.0, MAX_MISSION_YEARS, "age of the mission, years");
        return new WorldOptions(changed);
    }

    /**
     * Whether there are upsets and proton events of themselves, by the profile's rates. Off by default: a bound that holds for a calm
     * day should not depend on luck.
     */
    public WorldOptions withRadiation(boolean radiation) {
        Settings changed = settings.copy();
        changed.radiation = radiation;
        return new WorldOptions(changed);
    }

    /** The store that the world's flight computer finds, for example of an earlier world. */
    public WorldOptions withStorage(SimStorage storage) {
        Settings changed = settings.copy();
        changed.storage = storage;
        return new WorldOptions(changed);
    }

    /** What every random draw follows from. */
    public long seed() {
        return settings.seed;
    }

    /** UTC at the start of the world. */
    public Instant epoch() {
        return settings.epoch;
    }

    /** Where the satellite is at the epoch and how it moves on. */
    public OrbitSpec orbit() {
        return settings.orbit;
    }

    /** The ground stations that the radio can reach, these or the profile's. */
    List<GroundStation> stationsOr(VehicleProfile profile) {
        List<GroundStation> given = settings.stations;
        return given == null ? GroundStation.of(profile) : given;
    }

    /** Step of the world, in ms. */
    public int stepMillis() {
        return settings.stepMillis;
    }

    /** State of charge of every string at the start, 0..1. */
    public double socRatio() {
        return settings.socRatio;
    }

    /** Whether sensors have noise and bias. */
    public boolean sensorErrors() {
        return settings.sensorErrors;
    }

    /** Half width of the draw of assumed figures, as a ratio. */
    public double truthSpreadRatio() {
        return settings.truthSpreadRatio;
    }

    /** Half width of the draw of each delay, as a ratio. */
    public double delaySpreadRatio() {
        return settings.delaySpreadRatio;
    }

    /** The constant solar flux, in W/m²; NaN when it follows from the date. */
    public double fixedFluxWPerM2() {
        return settings.fixedFluxWPerM2;
    }

    /** How long the vehicle has been in orbit when the world begins, in years. */
    public double missionYears() {
        return settings.missionYears;
    }

    /** The rack power to which the loop has settled at the start, in W; {@code otherwise} when nobody has said. */
    double steadyRackWOr(double otherwise) {
        return Double.isNaN(settings.steadyRackW) ? otherwise : settings.steadyRackW;
    }

    /** NaN when the loop starts in a steady state. */
    double dieTempK() {
        return settings.dieTempK;
    }

    double coolantTempK() {
        return settings.coolantTempK;
    }

    double radiatorTempK() {
        return settings.radiatorTempK;
    }

    /** NaN when it is the structure's. */
    double batteryTempK() {
        return settings.batteryTempK;
    }

    boolean laserTracking() {
        return settings.laserTracking;
    }

    boolean radioOn() {
        return settings.radioOn;
    }

    /** Whether there are upsets of themselves. */
    public boolean radiation() {
        return settings.radiation;
    }

    /** The given store, or a new and empty one. */
    SimStorage storage() {
        SimStorage given = settings.storage;
        return given == null ? new SimStorage() : given;
    }

    private static double require(double value, double min, double max, String what) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(what + " is " + value + "; expected " + min + " to " + max);
        }
        return value;
    }

    /** The values; written only while a new object is made. */
    private static final class Settings {
        private long seed = 1;
        private Instant epoch = DEFAULT_EPOCH;
        private OrbitSpec orbit = OrbitSpec.sunSynchronous(DEFAULT_ALTITUDE_M, DUSK_HOURS);
        private @Nullable List<GroundStation> stations;
        private int stepMillis = GRID_MILLIS;
        private double socRatio = 1.0;
        private double steadyRackW = Double.NaN;
        private double dieTempK = Double.NaN;
        private double coolantTempK = Double.NaN;
        private double radiatorTempK = Double.NaN;
        private double batteryTempK = Double.NaN;
        private boolean laserTracking;
        private boolean radioOn = true;
        private boolean sensorErrors = true;
        private boolean radiation;
        private double truthSpreadRatio;
        private double delaySpreadRatio;
        private double fixedFluxWPerM2 = Double.NaN;
        private double missionYears;
        private @Nullable SimStorage storage;

        private Settings copy() {
            Settings copy = new Settings();
            copy.seed = seed;
            copy.epoch = epoch;
            copy.orbit = orbit;
            copy.stations = stations;
            copy.stepMillis = stepMillis;
            copy.socRatio = socRatio;
            copy.steadyRackW = steadyRackW;
            copy.dieTempK = dieTempK;
            copy.coolantTempK = coolantTempK;
            copy.radiatorTempK = radiatorTempK;
            copy.batteryTempK = batteryTempK;
            copy.laserTracking = laserTracking;
            copy.radioOn = radioOn;
            copy.sensorErrors = sensorErrors;
            copy.radiation = radiation;
            copy.truthSpreadRatio = truthSpreadRatio;
            copy.delaySpreadRatio = delaySpreadRatio;
            copy.fixedFluxWPerM2 = fixedFluxWPerM2;
            copy.missionYears = missionYears;
            copy.storage = storage;
            return copy;
        }
    }
}
