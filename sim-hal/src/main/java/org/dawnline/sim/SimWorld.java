package org.dawnline.sim;

import java.util.List;
import org.dawnline.hal.Hal;
import org.dawnline.hal.VehicleProfile;

/** A simulated satellite in its orbit, behind the same interfaces as a real one. */
public final class SimWorld {
    /** Makes a world in which {@code truth} is how the vehicle really is; the flight software may believe something else. */
    public SimWorld(VehicleProfile truth, WorldOptions options) {
        throw new UnsupportedOperationException(truth.name() + options.seed());
    }

    /** The satellite as flight software sees it. */
    public Hal hal() {
        throw new UnsupportedOperationException();
    }

    /** The world's time. */
    public SimClock clock() {
        throw new UnsupportedOperationException();
    }

    /** The truth, for metrics and plots. */
    public WorldState state() {
        throw new UnsupportedOperationException();
    }

    /** The vehicle as it really is: the given profile after the draw of assumed figures. */
    public VehicleProfile truth() {
        throw new UnsupportedOperationException();
    }

    /** The hard limits that were broken so far, in the order in which that began. */
    public List<Violation> violations() {
        throw new UnsupportedOperationException();
    }

    /** The watchdog, for its counters. */
    public SimWatchdog watchdog() {
        throw new UnsupportedOperationException();
    }

    /** The store, to be carried to a second world. */
    public SimStorage storage() {
        throw new UnsupportedOperationException();
    }

    /** Lets time pass without flight software, in s; for tests and for settling. */
    public void advance(double seconds) {
        throw new UnsupportedOperationException();
    }

    /** Puts a job into the lowest free slot, which is returned; refused when all are taken. */
    public int addJob(JobSpec job) {
        throw new UnsupportedOperationException();
    }

    /** Takes a job away, running or not. */
    public void removeJob(int slot) {
        throw new UnsupportedOperationException();
    }

    /** Replaces what a job demands from now on, in W on each GPU. */
    public void setJobDemandW(int slot, double gpuDemandW) {
        throw new UnsupportedOperationException();
    }

    /** Gives a job {@code gpus} awake GPUs that no job holds, at once, as if it had been running before the world began. */
    public void startJob(int slot, int gpus) {
        throw new UnsupportedOperationException();
    }

    /** Names of all sensors that a sensor fault can take as its target. */
    public List<String> sensorNames() {
        throw new UnsupportedOperationException();
    }

    /** Does something of {@link Faults#catalogue()} to the world now. */
    public void inject(String fault, int target, double value) {
        throw new UnsupportedOperationException();
    }

    /** Like the other, for a target with a name: a sensor or a member of the flight software; a number as text is fine too. */
    public void inject(String fault, String target, double value) {
        throw new UnsupportedOperationException();
    }

    /** Plans a fault. Name, target and value are checked now. */
    public void schedule(Trigger trigger, String fault, int target, double value) {
        throw new UnsupportedOperationException();
    }

    /** Plans a fault with a named target. Name, target and value are checked now. */
    public void schedule(Trigger trigger, String fault, String target, double value) {
        throw new UnsupportedOperationException();
    }

    /** Charges a member of the flight software {@code millis} of execution time for each of its next {@code steps} steps. */
    public void chargeMember(String member, double millis, int steps) {
        throw new UnsupportedOperationException();
    }

    /** Plans anything else, such as the arrival of a job; it runs inside the world's step. */
    public void schedule(Trigger trigger, Runnable action) {
        throw new UnsupportedOperationException();
    }
}
