package org.dawnline.hal;

/**
 * Pumped coolant loop with a rack at one end and a double-sided radiator at the other. Pumps run until told otherwise: a
 * flight computer that is silent must not stop the coolant.
 */
public interface ThermalHal {
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

    /** Number of pumps, in parallel. */
    int pumpCount();

    /** Whether a pump reports that it turns. */
    boolean pumpRunning(int pump);

    /** Asks for a pump to run or to stop. */
    void requestPump(int pump, boolean run);

    /** Position of the radiator bypass valve: 0 sends all flow through the radiator, 1 sends none. */
    double bypassRatio();

    /** Asks for a position of the bypass valve, 0..1. */
    void requestBypass(double ratio);

    /** Number of loop heaters. */
    int heaterCount();

    /** Whether a heater is on. */
    boolean heaterOn(int heater);

    /** Asks for a heater to be on or off. */
    void requestHeater(int heater, boolean on);
}
