package org.dawnline.tools.sim.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Worlds beside the June orbit of a scenario's file that an arbiter must do well in, too: the file with other values for some keys. */
public enum EnergyVariant {
    /** Jobs that ask for the rack's peak power all the time: 1,771 W on 72 GPUs are 150 kW. */
    BURST("burst-150", "june-eclipse", "jobs[0].demandW=1771"),
    /** An array at the end of its life. */
    END_OF_LIFE("end-of-life", "june-eclipse", "overrides.array.powerAt1AuW=105000"),
    /** Half of the battery's capacity. */
    HALF_BATTERY("half-battery", "june-eclipse", "overrides.battery.stringCapacityWh=3750"),
    /** The Sun at 50 degrees to the plane of the orbit. */
    BETA_50("beta-50", "june-eclipse", "orbit.ltanHours=", "orbit.betaDeg=50"),
    /** Half of the array from the start. */
    HALF_ARRAY("half-array", "june-eclipse", "overrides.array.powerAt1AuW=75000"),
    /** One of two array wings lost in the fifth orbit. */
    WING_LOST("wing-lost", "june-eclipse", "faults=[{fault: array.lose, target: 1, at: 8 h}]"),
    /** Two of four battery strings drop out in the fifth orbit, in sunlight or not. */
    DEAD_STRINGS(
            "dead-strings",
            "june-eclipse",
            "faults=[{fault: string.open, target: 2, at: 8 h}, {fault: string.open, target: 3, at: 8 h}]"),
    /** Everything cold at the start, the battery not full. */
    COLD_START(
            "cold-start",
            "june-eclipse",
            "start.steadyRackPowerKW=",
            "start.dieTempC=-4",
            "start.coolantTempC=-4",
            "start.radiatorTempC=-45",
            "start.socRatio=0.7"),
    /** A radiator that has lost a quarter of its area. */
    SMALL_RADIATOR("small-radiator", "june-eclipse", "overrides.thermal.radiatorAreaM2=82.5"),
    /** The Sun in the plane of an inclined orbit. */
    INCLINED("inclined", "inclined-eclipse"),
    /** A vehicle with cells and one GPU. */
    STARCLOUD("starcloud-1", "vehicle-starcloud-1-day");

    private final String title;
    private final String scenario;
    private final List<String> settings;

    EnergyVariant(String title, String scenario, String... settings) {
        this.title = title;
        this.scenario = scenario;
        this.settings = List.of(settings);
    }

    /** Its name on a command line. */
    public String title() {
        return title;
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
