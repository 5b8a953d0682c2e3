package org.dawnline.sim.compute;

import java.util.Arrays;
import org.dawnline.hal.GpuHealthHal.RecoveryAction;

/** What each GPU can still do, and what its vendor advises. */
public final class GpuHealth {
    private final boolean[] absent;
    private final boolean[] stopped;
    private final boolean[] mute;
    private final boolean[] offBus;
    private final boolean[] dead;
    private final boolean[] latchedUp;
    private final boolean[] driverless;
    private final double[] latchedS;
    private final int[] resetsToFail;
    private final RecoveryAction[] advice;
    private final Stillness stillness;

    GpuHealth(int gpus, Stillness stillness) {
        this.stillness = stillness;
        absent = new boolean[gpus];
        stopped = new boolean[gpus];
        mute = new boolean[gpus];
        offBus = new boolean[gpus];
        dead = new boolean[gpus];
        latchedUp = new boolean[gpus];
        driverless = new boolean[gpus];
        latchedS = new double[gpus];
        resetsToFail = new int[gpus];
        advice = new RecoveryAction[gpus];
        Arrays.fill(advice, RecoveryAction.NONE);
    }

    // What happens to it

    void stop(int gpu) {
        stillness.disturb();
        stopped[gpu] = true;
        advise(gpu, RecoveryAction.RESET);
    }

    void mute(int gpu) {
        mute[gpu] = true;
        stop(gpu);
    }

    void fallOffBus(int gpu) {
        offBus[gpu] = true;
        advise(gpu, RecoveryAction.NODE_REBOOT);
        judge(gpu);
    }

    void die(int gpu) {
        dead[gpu] = true;
        latchedUp[gpu] = false;
        judge(gpu);
    }

    void latchUp(int gpu) {
        latchedUp[gpu] = true;
        latchedS[gpu] = 0.0;
        fallOffBus(gpu);
    }

    /** Lets time pass for a GPU that is latched up; one that stays so for {@code burnS} is dead. */
    void burn(int gpu, double dtS, double burnS) {
        if (latchedUp[gpu]) {
            latchedS[gpu] += dtS;
            if (latchedS[gpu] >= burnS) {
                die(gpu);
            }
        }
    }

    void loseDriver(int gpu, boolean lost) {
        driverless[gpu] = lost;
        judge(gpu);
    }

    void failResets(int gpu, int count) {
        resetsToFail[gpu] = count;
    }

    /** Keeps the stronger of two advices. */
    void advise(int gpu, RecoveryAction action) {
        if (strength(action) > strength(advice[gpu])) {
            advice[gpu] = action;
        }
    }

    private static int strength(RecoveryAction action) {
        return switch (action) {
            case UNKNOWN, NONE -> 0;
            case DRAIN -> 1;
            case DRAIN_AND_RESET -> 2;
            case RESET -> 3;
            case NODE_REBOOT -> 4;
        };
    }

    /** A reset; says whether it helped. */
    boolean reset(int gpu) {
        if (resetsToFail[gpu] > 0) {
            resetsToFail[gpu]--;
            return false;
        }
        stillness.disturb();
        stopped[gpu] = false;
        mute[gpu] = false;
        advice[gpu] = RecoveryAction.NONE;
        return true;
    }

    /** Its power was off: everything but death ends. */
    void losePower(int gpu) {
        stopped[gpu] = false;
        mute[gpu] = false;
        offBus[gpu] = false;
        latchedUp[gpu] = false;
        driverless[gpu] = false;
        advice[gpu] = RecoveryAction.NONE;
        judge(gpu);
    }

    /** A new GPU in the place of the old one. */
    void replace(int gpu) {
        dead[gpu] = false;
        resetsToFail[gpu] = 0;
        losePower(gpu);
    }

    private void judge(int gpu) {
        stillness.disturb();
        absent[gpu] = offBus[gpu] || dead[gpu] || driverless[gpu];
    }

    // What it is like

    /** Whether nothing can be learned of it and nothing can run on it: off the bus, dead, or without a driver. */
    public boolean absent(int gpu) {
        return absent[gpu];
    }

    /** Whether nothing runs on it until a reset. */
    public boolean stopped(int gpu) {
        return stopped[gpu];
    }

    /** Whether its management does not answer until a reset. */
    public boolean muted(int gpu) {
        return mute[gpu];
    }

    /** Whether it is broken for good. */
    public boolean dead(int gpu) {
        return dead[gpu];
    }

    /** Whether it is latched up and draws more than it should. */
    public boolean latchedUp(int gpu) {
        return latchedUp[gpu];
    }

    /** What its vendor advises. */
    public RecoveryAction advice(int gpu) {
        return advice[gpu];
    }
}
