package org.dawnline.sim.thermal;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.Delays;

/** The loop's moving parts: pumps, filter, bypass valve, heaters and the wings' isolation valves. */
public final class Plumbing {
    private static final double S_PER_HOUR = 3600.0;

    private final Pumps pumps;
    private final Heaters heaters;
    private final int loopHeaters;
    private final double minFlowRatio;
    private final double valveTravelS;
    private final boolean hasValve;
    private final boolean[] wingConnected;
    private double blockedRatio;
    private double clogPerS;
    private double bypassWanted;
    private double bypassRatio;
    private boolean valveStuck;
    private double valveSlowness = 1.0;
    private double flowRatio;
    private int wingsConnected;
    private int loopHeatersOn;

    /** Heaters beyond those of the loop sit on {@code nodeHeaters} nodes of the network. */
    Plumbing(VehicleProfile truth, int wings, int nodeHeaters) {
        pumps = new Pumps(truth);
        minFlowRatio = pumps.count() == 0 ? 0.0 : truth.number("thermal.minFlowRatio", 0.0, 0.5);
        hasValve = truth.has("thermal.valveTravelS");
        valveTravelS = hasValve ? truth.number("thermal.valveTravelS", 0.001, 1000.0) : 1.0;
        loopHeaters = truth.has("thermal.heaters") ? truth.count("thermal.heaters", 0, 64) : 0;
        heaters = new Heaters(loopHeaters + nodeHeaters);
        wingConnected = new boolean[wings];
        Arrays.fill(wingConnected, true);
        wingsConnected = wings;
        flowRatio = flow(1.0);
    }

    /** Lets pumps take a time of their own to spin up from now on, instead of just the vehicle's figure. */
    public void draw(Delays newDelays) {
        pumps.draw(newDelays);
    }

    /** Lets pumps, filter and valve move, with coolant of which pumps move a part of what they would. */
    void step(double dtS, double movableRatio) {
        pumps.step(dtS);
        if (clogPerS > 0.0) {
            blockedRatio = Math.min(1.0, blockedRatio + clogPerS * dtS);
        }
        flowRatio = flow(movableRatio);
        if (!valveStuck) {
            double travel = dtS / (valveTravelS * valveSlowness);
            bypassRatio += Math.max(-travel, Math.min(travel, bypassWanted - bypassRatio));
        }
    }

    /** Too little to count is none. */
    private double flow(double movableRatio) {
        double flow = pumps.openFlowRatio() * (1.0 - blockedRatio) * movableRatio;
        return flow < minFlowRatio ? 0.0 : flow;
    }

    /** Flow, 1 with all pumps. */
    public double flowRatio() {
        return flowRatio;
    }

    /** Whether there is a bypass valve. */
    public boolean hasValve() {
        return hasValve;
    }

    /** Position of the bypass valve. */
    public double bypassRatio() {
        return bypassRatio;
    }

    /** Number of pumps. */
    public int pumpCount() {
        return pumps.count();
    }

    /** Whether a pump turns. */
    public boolean pumpRunning(int pump) {
        return pumps.running(pump);
    }

    /** Number of heaters: those of the loop, then those of the nodes. */
    public int heaterCount() {
        return heaters.count();
    }

    /** Whether a heater is on. */
    public boolean heaterOn(int heater) {
        return heaters.on(heater);
    }

    /** Number of heaters of the loop. */
    int loopHeaterCount() {
        return loopHeaters;
    }

    /** Heaters of the loop that are on. */
    int loopHeatersOn() {
        return loopHeatersOn;
    }

    /** Whether a node's heater is on. */
    boolean nodeHeaterOn(int nodeHeater) {
        return heaters.on(loopHeaters + nodeHeater);
    }

    /** Number of wings. */
    public int wingCount() {
        return wingConnected.length;
    }

    /** Whether a wing's isolation valves are open. */
    public boolean wingConnected(int wing) {
        return wingConnected[wing];
    }

    /** Wings that are connected. */
    public int wingsConnected() {
        return wingsConnected;
    }

    /** Asks for a pump to run or to stop. */
    public void requestPump(int pump, boolean run) {
        pumps.request(pump, run);
    }

    /** Takes a position of 0..1; anything else is ignored, as the valve's controller would, and all of it where there is none. */
    public void requestBypass(double ratio) {
        if (hasValve && ratio >= 0.0 && ratio <= 1.0) {
            bypassWanted = ratio;
        }
    }

    /** Starts with the valve in that position, where there is one. */
    public void parkValve(double ratio) {
        if (hasValve) {
            bypassWanted = ratio;
            bypassRatio = ratio;
        }
    }

    /** Asks for a heater to be on or off. */
    public void requestHeater(int heater, boolean on) {
        heaters.request(heater, on);
        loopHeatersOn = heaters.onBetween(0, loopHeaters);
    }

    /** Holds a heater on or off, whatever is asked for. */
    public void stickHeater(int heater, boolean on) {
        heaters.stick(heater, on);
        loopHeatersOn = heaters.onBetween(0, loopHeaters);
    }

    /** Lets a heater obey again. */
    public void freeHeater(int heater) {
        heaters.free(heater);
        loopHeatersOn = heaters.onBetween(0, loopHeaters);
    }

    /** Gives a pump its power, so that it turns if it is wanted, or takes it away. */
    public void powerPump(int pump, boolean on) {
        pumps.power(pump, on);
    }

    /** Stops a pump that then cannot be started, or lets it turn again at the speed that it has left. */
    public void breakPump(int pump, boolean broken) {
        pumps.breakDown(pump, broken);
    }

    /** Leaves a pump a part of its speed. */
    public void wearPump(int pump, double speedLeftRatio) {
        pumps.wear(pump, speedLeftRatio);
    }

    /** Blocks a part of the common line. */
    public void block(double ratio) {
        blockedRatio = ratio;
    }

    /** Lets the filter clog by this part of the line every hour; 0 ends it, and what is blocked stays. */
    public void clog(double ratioPerHour) {
        clogPerS = ratioPerHour / S_PER_HOUR;
    }

    /** Holds the valve at a position; negative holds it where it is. */
    public void stickValve(double position) {
        valveStuck = true;
        if (position >= 0.0) {
            bypassRatio = position;
        }
    }

    /** Makes the valve take this many times as long. */
    public void slowValve(double factor) {
        valveSlowness = factor;
    }

    /** Lets the valve move, at its own pace. */
    public void freeValve() {
        valveStuck = false;
        valveSlowness = 1.0;
    }

    /** Opens or closes a wing's isolation valves. */
    public void connectWing(int wing, boolean connected) {
        wingConnected[wing] = connected;
        int count = 0;
        for (boolean flag : wingConnected) {
            count += flag ? 1 : 0;
        }
        wingsConnected = count;
    }
}
