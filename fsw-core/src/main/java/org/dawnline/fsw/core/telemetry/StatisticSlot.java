package org.dawnline.fsw.core.telemetry;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.jspecify.annotations.Nullable;

/** The statistics of one channel over windows that follow each other. */
final class StatisticSlot {
    private static final int NO_CHANNEL = -1;
    private static final double NANOS_PER_S = 1e9;

    private final Channel source;
    private final Channel windowS;
    private final Channel count;
    private final Channel min;
    private final Channel max;
    private final Channel mean;
    private final Channel deviation;
    private final Statistic running = new Statistic();
    private @Nullable Channel watched;
    private long windowNanos;
    private long beganNanos;
    private boolean begun;
    private boolean whole;
    private int setsSeen;

    StatisticSlot(Face face, String name) {
        source = face.channel(name + ".channel", Unit.NONE, "number of the channel that is watched, -1: none");
        windowS = face.channel(name + ".windowS", Unit.SECOND, "length of a window");
        count = face.channel(name + ".n", Unit.COUNT, "samples in the last window, or in the first so far");
        min = face.channel(name + ".min", Unit.NONE, "smallest of them, in the channel's unit");
        max = face.channel(name + ".max", Unit.NONE, "largest of them, in the channel's unit");
        mean = face.channel(name + ".mean", Unit.NONE, "their mean, in the channel's unit");
        deviation = face.channel(name + ".stddev", Unit.NONE, "their standard deviation, in the channel's unit");
    }

    /** Begins anew with another channel, or with none. */
    void watch(@Nullable Channel channel, long nanos) {
        watched = channel;
        windowNanos = nanos;
        begun = false;
        whole = false;
        running.clear();
        publish();
    }

    void step(long nanos) {
        Channel channel = watched;
        if (channel == null) {
            source.set(NO_CHANNEL);
            return;
        }
        source.set(channel.number());
        windowS.set(windowNanos / NANOS_PER_S);
        if (!begun) {
            begun = true;
            beganNanos = nanos;
        }
        if (nanos - beganNanos >= windowNanos) {
            whole = true;
            publish();
            running.clear();
            beganNanos += (nanos - beganNanos) / windowNanos * windowNanos;
        }
        if (channel.sets() != setsSeen) {
            setsSeen = channel.sets();
            running.add(channel.value());
        }
        if (!whole) {
            publish();
        }
    }

    private void publish() {
        count.set(running.count());
        min.set(running.min());
        max.set(running.max());
        mean.set(running.mean());
        deviation.set(running.standardDeviation());
    }
}
