package org.dawnline.fsw.core.command;

import java.util.Arrays;

/**
 * Which critical telecommands are armed: by which key, until when, and with which number they fire. Each arming fires once, and a
 * wrong number ends it. Times are monotonic, so that a jump of UTC neither prolongs nor ends it.
 */
final class ArmedCommands {
    private static final long NONCE_MASK = 0xFFFF_FFFFL;
    // SplitMix64, by Sebastiano Vigna: mixes what differs in few bits into what differs in half of them.
    private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;
    private static final long FIRST_FACTOR = 0xBF58_476D_1CE4_E5B9L;
    private static final long SECOND_FACTOR = 0x94D0_49BB_1331_11EBL;
    private static final int FIRST_SHIFT = 30;
    private static final int SECOND_SHIFT = 27;
    private static final int THIRD_SHIFT = 31;

    private enum State {
        SAFE,
        ARMED,
        FIRED
    }

    private State[] states = new State[0];
    private int[] keyIds = new int[0];
    private long[] nonces = new long[0];
    private long[] endNanos = new long[0];

    void use(int commands) {
        states = new State[commands];
        Arrays.fill(states, State.SAFE);
        keyIds = new int[commands];
        nonces = new long[commands];
        endNanos = new long[commands];
    }

    /** Arms a telecommand and returns the number that fires it, 1 to 2³² - 1. It is no secret, only never the same. */
    long arm(int command, int keyId, long counter, long nowNanos, long forNanos) {
        states[command] = State.ARMED;
        keyIds[command] = keyId;
        endNanos[command] = nowNanos + forNanos;
        long before = nonces[command];
        long nonce = nonce(counter ^ nowNanos);
        nonces[command] = nonce == before ? nonce(counter ^ nowNanos ^ GAMMA) : nonce;
        return nonces[command];
    }

    private static long nonce(long seed) {
        long mixed = seed + GAMMA;
        mixed = (mixed ^ (mixed >>> FIRST_SHIFT)) * FIRST_FACTOR;
        mixed = (mixed ^ (mixed >>> SECOND_SHIFT)) * SECOND_FACTOR;
        mixed ^= mixed >>> THIRD_SHIFT;
        return Math.max(1, mixed & NONCE_MASK);
    }

    /** Uses up the arming; or says why the telecommand may not be obeyed. */
    Reason fire(int command, int keyId, long nonce, long nowNanos) {
        if (states[command] == State.FIRED && nonce == nonces[command]) {
            return Reason.NONCE_USED;
        }
        if (states[command] != State.ARMED) {
            return Reason.NOT_ARMED;
        }
        if (nowNanos - endNanos[command] > 0) {
            states[command] = State.SAFE;
            return Reason.ARM_EXPIRED;
        }
        if (keyId != keyIds[command]) {
            return Reason.WRONG_KEY;
        }
        if (nonce != nonces[command]) {
            states[command] = State.SAFE;
            return Reason.WRONG_NONCE;
        }
        states[command] = State.FIRED;
        return Reason.NONE;
    }
}
