package org.dawnline.hal;

/**
 * Electrical power system: solar array, battery strings and the main bus with its switched loads. Requests take effect after
 * {@link Hal#applyOutputs()}; asking twice for the same is harmless.
 */
public interface PowerHal {
    /** What the meters of the power system measure. */
    enum Meter {
        /** {@link PowerHal#arrayPowerW()}. */
        ARRAY_POWER,
        /** {@link PowerHal#arrayCapabilityW()}. */
        ARRAY_CAPABILITY,
        /** {@link PowerHal#stringVoltageV}. */
        STRING_VOLTAGE,
        /** {@link PowerHal#stringCurrentA}; shunt {@code n} of string {@code s} has the index {@code s * shuntsPerString() + n}. */
        STRING_CURRENT,
        /** {@link PowerHal#socGaugeRatio()}. */
        SOC_GAUGE,
        /** {@link PowerHal#batteryTempK()}. */
        BATTERY_TEMP,
        /** {@link PowerHal#batteryPowerW()}. */
        BATTERY_POWER,
        /** {@link PowerHal#busLoadW()}. */
        BUS_LOAD,
        /** {@link PowerHal#busVoltageV()}. */
        BUS_VOLTAGE,
        /** {@link PowerHal#arrayTempK}. */
        ARRAY_TEMP,
        /** {@link PowerHal#loadPowerW}. */
        LOAD_POWER
    }

    /** Power that the array delivers to the bus, in W. */
    double arrayPowerW();

    /**
     * Power that the array could deliver now at its maximum power point, in W, from its reference cells. Above
     * {@link #arrayPowerW()} while the battery is full and the surplus is left on the array.
     */
    double arrayCapabilityW();

    /** Number of array wings, working or not; each has a drive of its own. */
    int arrayWingCount();

    /** Temperature of a wing, in K. */
    double arrayTempK(int wing);

    /** Angle between a wing's normal and the Sun by the drive's encoder, in rad; 0 faces the Sun, π/2 is feathered. */
    double arrayOffsetRad(int wing);

    /**
     * Asks the drive of a wing for an angle to the Sun, in rad from -π to π: 0 for full power, more to feather it. The drive goes
     * there at its own rate and then follows the Sun at that angle.
     */
    void requestArrayOffset(int wing, double offsetRad);

    /** Number of battery strings, connected or not. */
    int stringCount();

    /** Whether the contactor of a string is closed. */
    boolean stringConnected(int string);

    /** Asks for a string's contactor to close or open. */
    void requestString(int string, boolean closed);

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

    /** Asks the battery's protection to close again after it has tripped; it trips again if its reason lasts. */
    void requestBatteryReset();

    /** Voltage of the main bus, in V; it sinks when the bus is short of power. */
    double busVoltageV();

    /** How often the bus was so short of power that it dropped loads, since the mission began. */
    int brownOutCount();

    /** Number of loads that hang on the bus beside the rack, heaters and terminals, which have interfaces of their own. */
    int loadCount();

    /** Name of a load, such as {@code attitude}. */
    String loadName(int load);

    /** Whether the switch of a load is closed. */
    boolean loadOn(int load);

    /** Whether the switch of a load has opened by itself because of overcurrent. Ask it off and then on to reset it. */
    boolean loadTripped(int load);

    /** Power that a load draws, in W. */
    double loadPowerW(int load);

    /** Asks for the switch of a load to close or open; an essential load has none and stays on. */
    void requestLoad(int load, boolean on);

    /**
     * Age at the latch of one meter's reading, in s; NaN when there never was one. A meter that is silent keeps its last reading
     * while its age grows.
     *
     * @param index 0 where there is only one
     */
    double readingAgeS(Meter meter, int index);
}
