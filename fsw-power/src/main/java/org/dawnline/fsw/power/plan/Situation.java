package org.dawnline.fsw.power.plan;

/** What a plan starts from: copies of everything that a planner on another thread must not read alive. */
public final class Situation {
    private final Store store = new Store();
    private final Demand demand = new Demand();
    private final Burst burst = new Burst();
    private double storedWh;
    private double capW;
    private double warmStoredWh;

    /** What the battery can do. */
    public Store store() {
        return store;
    }

    /** What the jobs want. */
    public Demand demand() {
        return demand;
    }

    /** What the rack may draw for a while. */
    public Burst burst() {
        return burst;
    }

    /** Sets what is stored above the reserve, in Wh, and the most that the rack may be granted, in W. */
    public void begin(double newStoredWh, double newCapW) {
        storedWh = newStoredWh;
        capW = newCapW;
    }

    /** What is stored above the reserve, in Wh. */
    public double storedWh() {
        return storedWh;
    }

    /** Sets down to where warmth may use what is stored, in Wh above the reserve; negative: from the reserve itself. */
    public void keepWarmDownTo(double newWarmStoredWh) {
        warmStoredWh = newWarmStoredWh;
    }

    /** Down to where warmth may use what is stored, in Wh above the reserve. */
    double warmStoredWh() {
        return warmStoredWh;
    }

    /** Most that the rack may be granted, in W. */
    public double capW() {
        return capW;
    }

    /** Copies another. */
    public void set(Situation other) {
        store.set(other.store);
        demand.set(other.demand);
        burst.set(other.burst);
        begin(other.storedWh, other.capW);
        keepWarmDownTo(other.warmStoredWh);
    }

    /** Whether a plan can be made of it. */
    boolean known() {
        return Double.isFinite(storedWh) && Double.isFinite(store.fullWh) && capW >= 0 && demand.useRatio > 0;
    }
}
