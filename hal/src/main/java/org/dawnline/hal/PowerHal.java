package org.dawnline.hal;

/** Electrical power system: solar array, battery strings and the main bus. */
public interface PowerHal {
    /** Power that the array delivers to the bus, in W. */
    double arrayPowerW();

    /**
     * Power that the array could deliver now at its maximum power point, in W, from its reference cells. Above
     * {@link #arrayPowerW()} while the battery is full and the surplus is left on the array.
     */
    double arrayCapabilityW();

    /** Number of battery strings, connected or not. */
    int stringCount();

    /** Whether the contactor of a string is closed. */
    boolean stringConnected(int string);

    /** Terminal voltage of a string, in V. */
    double stringVoltageV(int string);

    /** Number of current shunts on each string. */
    int shuntsPerString();

    /** Current of a string by one of its shunts, in A; positive while it discharges. */
    double stringCurrentA(int string, int shunt);

    /** The battery's own gauge of its state of charge, as a ratio 0..1 of the connected strings' capacity. */
    double socGaugeRatio();

    /** Battery temperature, in K. */
    double batteryTempK();

    /** Battery power at the bus terminals, in W; positive while it discharges. */
    double batteryPowerW();

    /** Total power drawn from the bus, in W, rack and converter losses included. */
    double busLoadW();

    /** Whether the protection has cut the battery off the bus. */
    boolean batteryTripped();
}
