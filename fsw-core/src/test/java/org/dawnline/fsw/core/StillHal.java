package org.dawnline.fsw.core;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.hal.Clock;
import org.dawnline.hal.ComputeHal;
import org.dawnline.hal.ComputerHal;
import org.dawnline.hal.Hal;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.NavigationHal;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.Storage;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.Watchdog;
import org.jspecify.annotations.Nullable;

/** What the core touches of a satellite: time, watchdog, navigation and storage. Nothing moves by itself. */
public final class StillHal implements Hal, Clock, Watchdog, NavigationHal, Storage {
    public static final long START_UTC_NANOS = 1_782_043_200_000_000_000L; // 2026-06-21T12:00:00Z

    public long nanos;
    public long utcOffsetNanos = START_UTC_NANOS;
    public long kicks;
    public boolean latchThrows;
    public boolean applyThrows;
    public boolean kickThrows;
    public final Map<String, Long> chargeNanos = new TreeMap<>();
    public boolean fixValid;
    public long fixUtcNanos;
    public final double[] state = new double[6];
    public final Map<String, byte[]> blobs = new TreeMap<>();
    public boolean readsFail;
    public boolean writesFail;
    public int writes;
    public ComputerHal computer = ComputerHal.UNKNOWN;

    @Override
    public ComputerHal computer() {
        return computer;
    }

    @Override
    public void latchInputs() {
        if (latchThrows) {
            throw new IllegalStateException("told to");
        }
    }

    @Override
    public void applyOutputs() {
        if (applyThrows) {
            throw new IllegalStateException("told to");
        }
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long utcNanos() {
        return utcOffsetNanos + nanos;
    }

    @Override
    public boolean utcValid() {
        return true;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        nanos = Math.max(nanos, deadlineNanos);
    }

    @Override
    public void stepped(String memberName) {
        if (!chargeNanos.isEmpty()) {
            nanos += chargeNanos.getOrDefault(memberName, 0L);
        }
    }

    @Override
    public void kick() {
        if (kickThrows) {
            throw new IllegalStateException("told to");
        }
        kicks++;
    }

    @Override
    public double timeoutS() {
        return 2;
    }

    @Override
    public boolean fixValid() {
        return fixValid;
    }

    @Override
    public long fixUtcNanos() {
        return fixUtcNanos;
    }

    @Override
    public double positionM(int axis) {
        return state[axis];
    }

    @Override
    public double velocityMPerS(int axis) {
        return state[axis + 3];
    }

    @Override
    public byte @Nullable [] read(String name) throws IOException {
        if (readsFail) {
            throw new IOException("told to");
        }
        byte[] blob = blobs.get(name);
        return blob == null ? null : blob.clone();
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        if (writesFail) {
            throw new IOException("told to");
        }
        writes++;
        blobs.put(name, content.clone());
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public Watchdog watchdog() {
        return this;
    }

    @Override
    public NavigationHal navigation() {
        return this;
    }

    @Override
    public Storage storage() {
        return this;
    }

    @Override
    public PowerHal power() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ThermalHal thermal() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ComputeHal compute() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LinkHal links() {
        throw new UnsupportedOperationException();
    }
}
