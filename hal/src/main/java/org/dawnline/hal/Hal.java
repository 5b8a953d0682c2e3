package org.dawnline.hal;

/**
 * The satellite as flight software sees it. The executive calls {@link #latchInputs()} first and {@link #applyOutputs()} last in
 * every cycle; in between, every getter of every device answers from the same frozen picture.
 */
public interface Hal {
    /** Freezes one consistent set of readings. Never blocks: slow devices are read elsewhere and leave their newest value here. */
    void latchInputs();

    /** Hands over everything that was requested since the last call. Never blocks. */
    void applyOutputs();

    /** The only source of time. */
    Clock clock();

    /** Array, battery and bus. */
    PowerHal power();

    /** Coolant loop and radiator. */
    ThermalHal thermal();

    /** The rack: GPUs, trays and the jobs that wait for them. */
    ComputeHal compute();

    /** Laser and radio terminals. */
    LinkHal links();

    /** Orbit knowledge. */
    NavigationHal navigation();

    /** The timer that restarts the computer unless it is kicked. */
    Watchdog watchdog();

    /** Small blobs that survive a restart. */
    Storage storage();

    /** The flight computer itself. */
    default ComputerHal computer() {
        return ComputerHal.UNKNOWN;
    }
}
