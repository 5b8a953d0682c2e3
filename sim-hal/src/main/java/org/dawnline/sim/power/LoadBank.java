package org.dawnline.sim.power;

import java.util.List;
import org.dawnline.hal.VehicleProfile;

/**
 * The loads of the main bus beside the rack, heaters and terminals, each behind a solid-state switch that opens on overcurrent. The
 * profile's {@code loads} say how {@code bus.baseLoadW} is divided; without them it is one essential load.
 */
public final class LoadBank {
    private static final String SECTION = "loads";
    private static final double MAX_W = 1e8;
    private static final int MAX_PRIORITY = 99;

    private final double baseLoadW;
    private final Load[] loads;
    private final double tripRatio;
    private final double tripDelayS;
    private double powerW;
    private int shorts;

    /** All loads are on. */
    public LoadBank(VehicleProfile truth) {
        baseLoadW = truth.number("bus.baseLoadW", 0.0, MAX_W);
        tripRatio = truth.number("bus.loadTripRatio", 1.0, 1e3);
        tripDelayS = truth.number("bus.loadTripDelayS", 0.0, 1e3);
        List<String> names = truth.namesBelow(SECTION);
        loads = names.isEmpty() ? new Load[] {new Load("bus", baseLoadW, 0, true)} : new Load[names.size()];
        double sumW = 0.0;
        for (String name : names) {
            sumW += truth.number(key(name, "powerW"), 0.0, MAX_W);
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            double shareW = truth.number(key(name, "powerW"), 0.0, MAX_W) * (baseLoadW / sumW);
            int priority = truth.count(key(name, "priority"), 0, MAX_PRIORITY);
            loads[i] = new Load(name, shareW, priority, truth.count(key(name, "essential"), 0, 1) == 1);
        }
        add();
    }

    private static String key(String name, String figure) {
        return SECTION + "." + name + "." + figure;
    }

    /** Adds what is drawn; a calm bus draws its base load to the last bit, whatever rounding does to its parts. */
    private void add() {
        double sumW = 0.0;
        boolean calm = shorts == 0;
        for (Load load : loads) {
            sumW += load.drawnW();
            calm &= load.on;
        }
        powerW = calm ? baseLoadW : sumW;
    }

    /** What all of them draw together, in W. */
    public double powerW() {
        return powerW;
    }

    /** Lets the switches watch their currents for one step. */
    public void step(double dtS) {
        if (shorts == 0) {
            return;
        }
        for (Load load : loads) {
            load.overS = load.on && load.currentRatio > tripRatio ? load.overS + dtS : 0.0;
            if (load.overS > tripDelayS) {
                load.on = false;
                load.tripped = true;
            }
        }
        add();
    }

    /**
     * Switches a load. One that has tripped must be asked off before it can come on; an essential one is never off but by a trip, and
     * comes back when it is asked off.
     */
    public void request(int load, boolean on) {
        Load asked = loads[load];
        asked.tripped &= on;
        asked.on = (on || asked.essential) && !asked.tripped;
        add();
    }

    /** Opens the switches of loads that are not essential, the highest number of priority first, until that much is shed, in W. */
    public void shed(double shortageW) {
        double leftW = shortageW;
        for (int priority = MAX_PRIORITY; priority >= 0 && leftW > 0.0; priority--) {
            for (Load load : loads) {
                if (load.priority == priority && !load.essential && load.on && leftW > 0.0) {
                    leftW -= load.drawnW();
                    load.on = false;
                }
            }
        }
        add();
    }

    /** Lets a load draw a multiple of its current, as a short does; 1 mends it. */
    public void overload(int load, double currentRatio) {
        loads[load].currentRatio = currentRatio;
        shorts = 0;
        for (Load one : loads) {
            shorts += one.currentRatio == 1.0 ? 0 : 1;
        }
        add();
    }

    /** Number of loads. */
    public int count() {
        return loads.length;
    }

    /** Index of the load of that name, or -1. */
    public int find(String name) {
        for (int i = 0; i < loads.length; i++) {
            if (loads[i].name.equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Name of a load. */
    public String name(int load) {
        return loads[load].name;
    }

    /** Whether its switch is closed. */
    public boolean on(int load) {
        return loads[load].on;
    }

    /** Whether its switch has opened by itself. */
    public boolean tripped(int load) {
        return loads[load].tripped;
    }

    /** What it draws, in W. */
    public double powerW(int load) {
        return loads[load].drawnW();
    }

    /** One load and its switch. */
    private static final class Load {
        private final String name;
        private final double nominalW;
        private final int priority;
        private final boolean essential;
        private boolean on = true;
        private boolean tripped;
        private double currentRatio = 1.0;
        private double overS;

        Load(String name, double nominalW, int priority, boolean essential) {
            this.name = name;
            this.nominalW = nominalW;
            this.priority = priority;
            this.essential = essential;
        }

        double drawnW() {
            return on ? nominalW * currentRatio : 0.0;
        }
    }
}
