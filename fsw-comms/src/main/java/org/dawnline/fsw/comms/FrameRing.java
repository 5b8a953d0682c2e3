package org.dawnline.fsw.comms;

import java.util.List;
import org.dawnline.fsw.core.face.Channel;

/** Copies of telemetry frames on their way from the executive to the communication thread. */
final class FrameRing {
    static final int CAPACITY = 64;

    final RingCursor cursor = new RingCursor(CAPACITY);
    final int[] number = new int[CAPACITY];
    final long[] cycle = new long[CAPACITY];
    final long[] utcNanos = new long[CAPACITY];
    final int[] count = new int[CAPACITY];
    final double[][] values;

    FrameRing(int mostChannels) {
        values = new double[CAPACITY][mostChannels];
    }

    void put(int frameNumber, List<Channel> channels, long frameCycle, long frameUtcNanos) {
        int slot = cursor.claim();
        if (slot == RingCursor.NONE) {
            return;
        }
        number[slot] = frameNumber;
        cycle[slot] = frameCycle;
        utcNanos[slot] = frameUtcNanos;
        count[slot] = channels.size();
        double[] target = values[slot];
        for (int i = 0; i < channels.size(); i++) {
            target[i] = channels.get(i).value();
        }
        cursor.publish();
    }
}
