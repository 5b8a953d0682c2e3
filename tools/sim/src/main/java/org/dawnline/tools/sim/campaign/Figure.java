package org.dawnline.tools.sim.campaign;

/** What a campaign keeps of every run, for its distributions. */
public enum Figure {
    /** Hottest die. */
    HOTTEST_DIE("maxGpuTempC", "hottest die", "°C", 3, 95),
    /** Lowest state of charge. */
    LOWEST_SOC("minSocRatio", "lowest state of charge", "", 5, 0.2),
    /** Coldest coolant. */
    COLDEST_COOLANT("minCoolantTempC", "coldest coolant into the rack", "°C", 3, -8),
    /** Coldest radiator. */
    COLDEST_PANEL("minRadiatorTempC", "coldest radiator wing", "°C", 3, -60),
    /** Compute energy of a mean orbit. */
    COMPUTE_PER_ORBIT("computeEnergyKWhPerOrbit", "compute energy in an orbit", "kWh", 3, Double.NaN),
    /** Compute energy over array energy. */
    COMPUTE_SHARE("computeShareRatio", "compute energy over what the array gave", "", 5, Double.NaN),
    /** Time out of the normal range after a fault. */
    TIME_TO_SAFE("timeToSafeS", "time out of the normal range after a fault", "s", 1, Double.NaN),
    /** Highest battery power. */
    DISCHARGE("maxDischargeKW", "highest battery discharge", "kW", 3, Double.NaN),
    /** Work done. */
    WORK("workGpuHours", "work done and not lost", "GPU-hours", 3, Double.NaN),
    /** Time in the shadow. */
    SHADOW("shadowRatio", "part of the flight without any Sun", "", 4, Double.NaN),
    /** Alarms. */
    ALARMS("alarms", "alarms raised on board", "", 0, Double.NaN),
    /** Unrest of the cap. */
    CAP_RIPPLE("capRippleRatio", "cap's rms about its mean of 60 s, outside planned transitions", "", 5, 0.02),
    /** Loads that go on and off. */
    TOGGLES("loadTogglesPer10Min", "most toggles of one load in 10 min", "", 0, 1),
    /** Compute energy over the electrical bound. */
    ENERGY_RATIO("energyRatioToBound", "compute energy over the electrical bound", "", 5, Double.NaN),
    /** Compute energy over the bound with thermal limits. */
    THERMAL_RATIO("energyRatioToThermalBound", "compute energy over the bound with thermal limits", "", 5, Double.NaN),
    /** Simulated time. */
    SIMULATED("simulatedS", "simulated time", "s", 1, Double.NaN);

    private final String key;
    private final String title;
    private final String unit;
    private final int digits;
    private final double limit;

    Figure(String key, String title, String unit, int digits, double limit) {
        this.key = key;
        this.title = title;
        this.unit = unit;
        this.digits = digits;
        this.limit = limit;
    }

    /** Its name in results and summary. */
    public String key() {
        return key;
    }

    /** What it is, for people. */
    public String title() {
        return title;
    }

    /** Its unit; empty for a ratio or a count. */
    public String unit() {
        return unit;
    }

    /** Digits behind the point that are kept. */
    public int digits() {
        return digits;
    }

    /** The hard limit of {@code ai1} that belongs to it; NaN for none. */
    public double limit() {
        return limit;
    }
}
