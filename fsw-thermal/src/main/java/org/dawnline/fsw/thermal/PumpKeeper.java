package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Events;
import org.dawnline.hal.ThermalHal;
import org.dawnline.hal.VehicleProfile;

/** Keeps every pump on. One that stands still is switched off and on again, a bounded number of times. */
final class PumpKeeper {
    static final int MAX_RESTARTS = 3;
    /** A pump may need so many times its spin-up before it counts as stopped. */
    private static final double PATIENCE_RATIO = 2.5;

    private static final double MAX_SPIN_UP_S = 1000;

    private static final double OFF_S = 5;
    private static final double RETRY_S = 60;

    private final ThermalHal loop;
    private final double patienceS;
    private final Events<ThermalEvent> events;
    private final double[] stillS;
    private final int[] restarts;
    private final boolean[] reported;

    PumpKeeper(ThermalHal loop, VehicleProfile vehicle, Events<ThermalEvent> events) {
        this.loop = loop;
        patienceS = PATIENCE_RATIO * vehicle.numberOr(0, "thermal.pumpSpinUpS", 0, MAX_SPIN_UP_S);
        this.events = events;
        stillS = new double[loop.pumpCount()];
        restarts = new int[loop.pumpCount()];
        reported = new boolean[loop.pumpCount()];
    }

    void step(double stepS) {
        for (int pump = 0; pump < stillS.length; pump++) {
            loop.requestPump(pump, keep(pump, stepS));
        }
    }

    private boolean keep(int pump, double stepS) {
        if (loop.pumpRunning(pump)) {
            welcome(pump);
            return true;
        }
        stillS[pump] += stepS;
        if (stillS[pump] < patienceS) {
            return true;
        }
        if (!reported[pump]) {
            reported[pump] = true;
            events.raise(ThermalEvent.PUMP_STOPPED, pump);
        }
        return restart(pump);
    }

    private void welcome(int pump) {
        if (reported[pump]) {
            events.raise(ThermalEvent.PUMP_BACK, pump);
        }
        stillS[pump] = 0;
        restarts[pump] = 0;
        reported[pump] = false;
    }

    // Off for OFF_S, then on, then time to come up; a pump that has been given up stays asked to run.
    private boolean restart(int pump) {
        double sinceDueS = stillS[pump] - patienceS - restarts[pump] * RETRY_S;
        if (sinceDueS < 0 || restarts[pump] > MAX_RESTARTS) {
            return true;
        }
        if (restarts[pump] == MAX_RESTARTS) {
            restarts[pump]++;
            events.raise(ThermalEvent.PUMP_GIVEN_UP, pump, MAX_RESTARTS);
            return true;
        }
        if (sinceDueS < OFF_S) {
            return false;
        }
        restarts[pump]++;
        events.raise(ThermalEvent.PUMP_RESTART, pump, restarts[pump]);
        return true;
    }

    /** Lets the restarts of a pump begin anew; says whether it stands still. */
    boolean tryAgain(int pump) {
        if (loop.pumpRunning(pump)) {
            return false;
        }
        stillS[pump] = patienceS;
        restarts[pump] = 0;
        return true;
    }
}
