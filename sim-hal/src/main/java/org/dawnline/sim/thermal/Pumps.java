package org.dawnline.sim.thermal;

import java.util.Arrays;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.random.Delays;

/**
 * The pumps, in parallel. They run until told otherwise, gain speed over their spin-up time and lose it at once, as the loop's
 * equations have it. A vehicle without pumps has heat pipes, which always carry.
 */
final class Pumps {
    private final double onePumpFlowRatio;
    private final double spinUpS;
    private final boolean[] wanted;
    private final boolean[] broken;
    private final boolean[] powered;
    private final double[] bestRatio;
    private final double[] speedRatio;
    private final double[] thisSpinUpS;
    private Delays delays = Delays.none();

    Pumps(VehicleProfile truth) {
        int pumps = truth.count("thermal.pumps", 0, 8);
        onePumpFlowRatio = pumps <= 1 ? 1.0 : truth.number("thermal.onePumpFlowRatio", 0.0, 1.0);
        spinUpS = pumps == 0 ? 1.0 : truth.number("thermal.pumpSpinUpS", 0.001, 1000.0);
        wanted = new boolean[pumps];
        broken = new boolean[pumps];
        powered = new boolean[pumps];
        bestRatio = new double[pumps];
        speedRatio = new double[pumps];
        Arrays.fill(wanted, true);
        Arrays.fill(powered, true);
        Arrays.fill(bestRatio, 1.0);
        Arrays.fill(speedRatio, 1.0);
        thisSpinUpS = new double[pumps];
        Arrays.fill(thisSpinUpS, spinUpS);
    }

    void step(double dtS) {
        for (int i = 0; i < speedRatio.length; i++) {
            boolean turns = wanted[i] && powered[i] && !broken[i];
            if (turns && speedRatio[i] == 0.0) {
                thisSpinUpS[i] = delays.of(spinUpS);
            }
            speedRatio[i] = turns ? Math.min(bestRatio[i], speedRatio[i] + dtS / thisSpinUpS[i]) : 0.0;
        }
    }

    /** Flow of an open line: 1 with all pumps, {@code onePumpFlowRatio} with one, straight lines between. */
    double openFlowRatio() {
        if (speedRatio.length == 0) {
            return 1.0;
        }
        double turning = 0.0;
        for (double speed : speedRatio) {
            turning += speed;
        }
        double others = speedRatio.length - 1.0;
        return turning <= 1.0
                ? turning * onePumpFlowRatio
                : onePumpFlowRatio + (turning - 1.0) / others * (1.0 - onePumpFlowRatio);
    }

    void draw(Delays newDelays) {
        delays = newDelays;
    }

    int count() {
        return wanted.length;
    }

    boolean running(int pump) {
        return speedRatio[pump] > 0.0;
    }

    void request(int pump, boolean run) {
        wanted[pump] = run;
    }

    /** Gives a pump its power or takes it away. */
    void power(int pump, boolean on) {
        powered[pump] = on;
    }

    void breakDown(int pump, boolean down) {
        broken[pump] = down;
    }

    /** Leaves a pump this part of its speed. */
    void wear(int pump, double speedLeftRatio) {
        bestRatio[pump] = speedLeftRatio;
    }
}
