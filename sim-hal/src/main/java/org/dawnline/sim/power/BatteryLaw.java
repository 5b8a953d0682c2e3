package org.dawnline.sim.power;

/** How the strings of a battery give, take and keep energy. Powers are at the terminals, in W. */
interface BatteryLaw {
    /** Power that the connected strings could give over one step. */
    double availableW(double dtS);

    /** Power that the connected strings could take over one step, before the charger's limit. */
    double acceptableW(double dtS);

    /**
     * Gives ({@code powerW} positive) or takes power for one step at a temperature.
     *
     * @param onBus whether the protection is closed; if not, every string rests
     * @return heat set free in the cells, in W
     */
    double step(double powerW, double tempK, boolean onBus, double dtS);

    /** State of charge of a string, 0..1. */
    double socRatio(int string);

    /** State of charge of the connected strings, 0..1; NaN when there is none. */
    double socRatio();

    /** Energy in a string that its cells could set free as electricity and heat, in J. */
    double storedJ(int string);

    /** Terminal voltage of a string, in V. */
    double voltageV(int string);

    /** Current of a string, in A; positive while it discharges. */
    double currentA(int string);

    /** Follows a change of a string's capacity or contactor; the state of charge stays. */
    void refresh(int string);
}
