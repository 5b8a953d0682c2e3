package org.dawnline.hal;

/**
 * Pumped coolant loop with a rack at one end and a double-sided radiator at the other. Pumps run until told otherwise: a
 * flight computer that is silent must not stop the coolant.
 */
public interface ThermalHal {
    /** What the sensors of the loop measure. */
    enum Point {
        /** Coolant supplied to the rack. */
        INLET,
        /** Coolant leaving the rack. */
        OUTLET,
        /** Panels; thermistor {@code t} of wing {@code w} has the index {@code w * thermistorsPerPoint() + t}. */
        RADIATOR,
        /** Flow. */
        FLOW,
        /** Level of the accumulator. */
        ACCUMULATOR,
        /** Nodes beside the loop. */
        NODE
    }

    /** Number of thermistors at each measuring point. */
    int thermistorsPerPoint();

    /** Coolant supplied to the rack (the mixed return of radiator and bypass), in K, by one thermistor. */
    double inletTempK(int thermistor);

    /** Coolant leaving the rack, in K, by one thermistor. */
    double outletTempK(int thermistor);

    /** Number of radiator wings. */
    int wingCount();

    /** Panel temperature of a wing, in K, by one thermistor. */
    double radiatorTempK(int wing, int thermistor);

    /** Whether a wing's isolation valves are open. */
    boolean wingConnected(int wing);

    /** Number of flow meters, all in the common line. */
    int flowMeterCount();

    /** Coolant flow by one meter, as a ratio of the flow with all pumps running. */
    double flowRatio(int meter);

    /** Number of level sensors in the accumulator; 0 where there is none. */
    int accumulatorSensorCount();

    /**
     * Level of the accumulator by one sensor, 0..1. It falls when the coolant gets colder and when it leaks; once it is empty the
     * pumps draw vapour.
     */
    double accumulatorLevelRatio(int sensor);

    /** Number of places beside the loop that have a thermistor. */
    int nodeCount();

    /** Name of such a place. */
    String nodeName(int node);

    /** Temperature of such a place, in K. */
    double nodeTempK(int node);

    /**
     * Age at the latch of one sensor's reading, in s; NaN when there never was one. A sensor that is silent keeps its last reading
     * while its age grows: who does not look at the age takes it for steady.
     */
    double readingAgeS(Point point, int index);

    /** Number of pumps, in parallel; 0 where heat is conducted. */
    int pumpCount();

    /** Whether a pump reports that it turns. */
    boolean pumpRunning(int pump);

    /** Asks for a pump to run or to stop. */
    void requestPump(int pump, boolean run);

    /** Position of the radiator bypass valve: 0 sends all flow through the radiator, 1 sends none; NaN where there is none. */
    double bypassRatio();

    /** Asks for a position of the bypass valve, 0..1. */
    void requestBypass(double ratio);

    /** Number of heaters: those of the loop, then those of the nodes that have one. */
    int heaterCount();

    /** Whether current flows in a heater. */
    boolean heaterOn(int heater);

    /** Asks for a heater to be on or off. */
    void requestHeater(int heater, boolean on);
}
