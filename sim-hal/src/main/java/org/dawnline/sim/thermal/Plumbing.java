package org.dawnline.sim.thermal;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;

/** The loop's moving parts: pumps, bypass valve, heaters and the wings' isolation valves. Pumps run until told otherwise. */
public final class Plumbing {
    private final double onePumpFlowRatio;
    private final double minFlowRatio;
    private final double spinUpS;
    private final double valveTravelS;
    private final boolean[] pumpWanted;
    private final boolean[] pumpBroken;
    private final double[] pumpSpeedRatio;
    private final boolean[] heaterOn;
    private final boolean[] wingConnected;
    private double blockedRatio;
    private double bypassWanted;
    private double bypassRatio;
    private boolean valveStuck;
    private double flowRatio;
    private int wingsConnected;
    private int heatersOn;

    public Plumbing(VehicleProfile truth, int wings) {
        int pumps = truth.count("thermal.pumps", 1, 8);
        onePumpFlowRatio = pumps == 1 ? 1.0 : truth.number("thermal.onePumpFlowRatio", 0.0, 1.0);
        minFlowRatio = truth.number("thermal.minFlowRatio", 0.0, 0.5);
        spinUpS = truth.number("thermal.pumpSpinUpS", 0.001, 1000.0);
        valveTravelS = truth.number("thermal.valveTravelS", 0.001, 1000.0);
        pumpWanted = new boolean[pumps];
        pumpBroken = new boolean[pumps];
        pumpSpeedRatio = new double[pumps];
        Arrays.fill(pumpWanted, true);
        Arrays.fill(pumpSpeedRatio, 1.0);
        heaterOn = new boolean[truth.count("thermal.heaters", 0, 64)];
        wingConnected = new boolean[wings];
        Arrays.fill(wingConnected, true);
        wingsConnected = wings;
        flowRatio = flow();
    }

    /** Lets pumps and valve move: a pump gains speed over its spin-up time and loses it at once, as the loop's equations have it. */
    public void step(double dtS) {
        for (int i = 0; i < pumpSpeedRatio.length; i++) {
            boolean turns = pumpWanted[i] && !pumpBroken[i];
            pumpSpeedRatio[i] = turns ? Math.min(1.0, pumpSpeedRatio[i] + dtS / spinUpS) : 0.0;
        }
        flowRatio = flow();
        if (!valveStuck) {
            double travel = dtS / valveTravelS;
            bypassRatio += Math.max(-travel, Math.min(travel, bypassWanted - bypassRatio));
        }
    }

    /** Flow with all pumps is 1, with one {@code onePumpFlowRatio}, straight lines between; too little to count is none. */
    private double flow() {
        double turning = 0.0;
        for (double speed : pumpSpeedRatio) {
            turning += speed;
        }
        double others = pumpSpeedRatio.length - 1.0;
        double open = turning <= 1.0
                ? turning * onePumpFlowRatio
                : onePumpFlowRatio + (turning - 1.0) / others * (1.0 - onePumpFlowRatio);
        double flow = open * (1.0 - blockedRatio);
        return flow < minFlowRatio ? 0.0 : flow;
    }

    /** Flow, 1 with all pumps. */
    public double flowRatio() {
        return flowRatio;
    }

    /** Position of the bypass valve. */
    public double bypassRatio() {
        return bypassRatio;
    }

    /** Number of pumps. */
    public int pumpCount() {
        return pumpWanted.length;
    }

    /** Whether a pump turns. */
    public boolean pumpRunning(int pump) {
        return pumpSpeedRatio[pump] > 0.0;
    }

    /** Number of heaters. */
    public int heaterCount() {
        return heaterOn.length;
    }

    /** Whether a heater is on. */
    public boolean heaterOn(int heater) {
        return heaterOn[heater];
    }

    /** Heaters that are on. */
    public int heatersOn() {
        return heatersOn;
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

    public void requestPump(int pump, boolean run) {
        pumpWanted[pump] = run;
    }

    /** Takes a position of 0..1; anything else is ignored, as the valve's controller would. */
    public void requestBypass(double ratio) {
        if (ratio >= 0.0 && ratio <= 1.0) {
            bypassWanted = ratio;
        }
    }

    public void requestHeater(int heater, boolean on) {
        heaterOn[heater] = on;
        heatersOn = countTrue(heaterOn);
    }

    public void breakPump(int pump, boolean broken) {
        pumpBroken[pump] = broken;
    }

    public void block(double ratio) {
        blockedRatio = ratio;
    }

    /** Holds the valve at a position; negative holds it where it is. */
    public void stickValve(double position) {
        valveStuck = true;
        if (position >= 0.0) {
            bypassRatio = position;
        }
    }

    public void freeValve() {
        valveStuck = false;
    }

    public void connectWing(int wing, boolean connected) {
        wingConnected[wing] = connected;
        wingsConnected = countTrue(wingConnected);
    }

    private static int countTrue(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
