package org.dawnline.tools.testkit;

import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputerHal;
import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.Storage;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.Watchdog;

/**
 * A still satellite: every device reads what the test has set, nothing moves by itself and nothing is allocated. By default
 * it has the size of the {@code ai1} vehicle.
 */
public final class FakeHal implements Hal {
    private static final int STRINGS = 4;
    private static final int SHUNTS = 2;
    private static final int THERMISTORS = 3;
    private static final int WINGS = 2;
    private static final int FLOW_METERS = 2;
    private static final int PUMPS = 2;
    private static final int HEATERS = 4;
    private static final int TRAYS = 18;
    private static final int GPUS_PER_TRAY = 4;
    private static final int JOB_SLOTS = 8;

    /** Time. */
    public final FakeClock clock = new FakeClock();
    /** Array, battery and bus. */
    public final FakePower power;
    /** Coolant loop. */
    public final FakeThermal thermal;
    /** Rack. */
    public final FakeCompute compute;
    /** Terminals: laser 0, radio 1. */
    public final FakeLinks links = new FakeLinks(1, 1);
    /** Orbit determination. */
    public final FakeNavigation navigation = new FakeNavigation();
    /** Watchdog. */
    public final FakeWatchdog watchdog = new FakeWatchdog();
    /** Storage. */
    public final FakeStorage storage;

    /** The flight computer itself; knows nothing unless the test says otherwise. */
    public ComputerHal computer = ComputerHal.UNKNOWN;

    private long latches;
    private long applies;

    /** A satellite of the size of {@code ai1}. */
    public FakeHal() {
        this(new FakeCompute(TRAYS, GPUS_PER_TRAY, JOB_SLOTS), new FakeStorage());
    }

    /** A satellite with another rack, and with storage that an earlier one may have written. */
    public FakeHal(FakeCompute compute, FakeStorage storage) {
        this.power = new FakePower(STRINGS, SHUNTS);
        this.thermal = new FakeThermal(THERMISTORS, WINGS, FLOW_METERS, PUMPS, HEATERS);
        this.compute = compute;
        this.storage = storage;
    }

    @Override
    public void latchInputs() {
        latches++;
    }

    @Override
    public void applyOutputs() {
        applies++;
    }

    /** Calls of {@link #latchInputs()}. */
    public long latches() {
        return latches;
    }

    /** Calls of {@link #applyOutputs()}. */
    public long applies() {
        return applies;
    }

    @Override
    public FakeClock clock() {
        return clock;
    }

    @Override
    public ComputerHal computer() {
        return computer;
    }

    @Override
    public PowerHal power() {
        return power;
    }

    @Override
    public ThermalHal thermal() {
        return thermal;
    }

    @Override
    public ComputeHal compute() {
        return compute;
    }

    @Override
    public LinkHal links() {
        return links;
    }

    @Override
    public NavigationHal navigation() {
        return navigation;
    }

    @Override
    public Watchdog watchdog() {
        return watchdog;
    }

    @Override
    public Storage storage() {
        return storage;
    }
}
