package org.dawnline.tools.sim.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Worlds beside the June orbit of a scenario's file that an arbiter must do well in, too: the file with other values for some keys. */
public enum EnergyVariant {
    /** Jobs that ask for the rack's peak power all the time: 1,771 W on 72 GPUs are 150 kW. */
    BURST("burst-150", 0.975, "june-eclipse", "jobs[0].demandW=1771"),
    /** An array at the end of its life. */
    END_OF_LIFE("end-of-life", 0.97, "june-eclipse", "overrides.array.powerAt1AuW=105000"),
    /** Half of the battery's capacity. */
    HALF_BATTERY("half-battery", 0.97, "june-eclipse", "overrides.battery.stringCapacityWh=3750"),
    /** The Sun at 50 degrees to the plane of the orbit. */
    BETA_50("beta-50", 0.97, "june-eclipse", "orbit.ltanHours=", "orbit.betaDeg=50"),
    /** Half of the array from the start. */
    HALF_ARRAY("half-array", 0.97, "june-eclipse", "overrides.array.powerAt1AuW=75000"),
    /** One of two array wings lost in the fifth orbit. */
    WING_LOST("wing-lost", 0.97, "june-eclipse", "faults=[{fault: array.lose, target: 1, at: 8 h}]"),
    /** Two of four battery strings drop out in the fifth orbit, in sunlight or not. */
    DEAD_STRINGS(
            "dead-strings",
            0.97,
            "june-eclipse",
            "faults=[{fault: string.open, target: 2, at: 8 h}, {fault: string.open, target: 3, at: 8 h}]"),
    /** Everything cold at the start, the battery not full. */
    COLD_START(
            "cold-start",
            0.97,
            "june-eclipse",
            "start.steadyRackPowerKW=",
            "start.dieTempC=-4",
            "start.coolantTempC=-4",
            "start.radiatorTempC=-45",
            "start.socRatio=0.7"),
    /** A radiator that has lost a quarter of its area. */
    SMALL_RADIATOR("small-radiator", 0.95, "june-eclipse", "overrides.thermal.radiatorAreaM2=82.5"),
    /** The Sun in the plane of an inclined orbit. */
    INCLINED("inclined", 0.98, "inclined-eclipse"),
    /** A vehicle with cells and one GPU. */
    STARCLOUD("starcloud-1", 0.9, "vehicle-starcloud-1-day");

    private final String title;
    private final double leastRatio;
    private final String scenario;
    private final List<String> settings;

    EnergyVariant(String title, double leastRatio, String scenario, String... settings) {
        this.title = title;
        this.leastRatio = leastRatio;
        this.scenario = scenario;
        this.settings = List.of(settings);
    }

    /** Its name on a command line. */
    public String title() {
        return title;
    }

    /** Part of its bound with thermal limits that has to be delivered; less where that bound is loose. */
    public double leastRatio() {
        return leastRatio;
    }

    /** The scenario that it changes. */
    public String scenario() {
        return scenario;
    }

    /** Values for keys of the scenario's file, each {@code key=value}. */
    public List<String> settings() {
        return settings;
    }

    /** The variant of that name. */
    public static Optional<EnergyVariant> of(String title) {
        return Arrays.stream(values()).filter(one -> one.title.equals(title)).findFirst();
    }

    /** All names. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(EnergyVariant::title).toList();
    }
}
