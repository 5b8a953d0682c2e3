package org.dawnline.fsw.core.health;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ComputerHal;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the flight computer has left: processor, heap, pauses of the collector, buffers, files and disk. Stock is taken on
 * the worker, since asking the runtime allocates; the monitor table watches the channels.
 */
public final class ResourceMonitor implements Component {
    /** Intervals in a row after which a busy thread is reported as a hog. */
    static final int HOG_INTERVALS = 5;

    private static final double US_PER_MS = 1e3;
    private static final double DEFAULT_INTERVAL_S = 10;
    private static final double MAX_INTERVAL_S = 600;
    private static final double DEFAULT_PAUSE_MS = 20;
    private static final double MAX_PAUSE_MS = 10_000;

    /** What there is to say about resources. */
    enum Event implements EventType {
        PAUSES_TOO_LONG(Severity.WARNING_LO, "{0} collections of garbage stopped the cycle, the longest for {1} ms"),
        THREAD_HOG(Severity.WARNING_LO, "thread {0:thread} took {1} of a processor for {2} intervals");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final String name;
    private final Worker worker;
    private final ResourceMeter meter;
    private final Events<Event> events;
    private final Parameter intervalS;
    private final Parameter pauseMs;
    private final Channel cpu;
    private final Channel heap;
    private final Channel direct;
    private final Channel pause;
    private final Channel files;
    private final Channel disk;
    private final Channel busiest;
    private final Channel busiestThread;
    private final Runnable measure = this::measure;
    private double sinceS = MAX_INTERVAL_S;
    private boolean underWay;
    private volatile @Nullable ResourceUse taken;

    /** Declares the face. */
    public ResourceMonitor(Face face, ComputerHal computer, Worker worker) {
        this.name = face.name();
        this.worker = worker;
        meter = new ResourceMeter(computer);
        events = face.events(Event.class);
        intervalS = face.parameter(
                "intervalS", Unit.SECOND, DEFAULT_INTERVAL_S, 1, MAX_INTERVAL_S, "how often stock is taken");
        pauseMs = face.parameter(
                "pauseMs", Unit.NONE, DEFAULT_PAUSE_MS, 0, MAX_PAUSE_MS, "longest pause of the collector, in ms");
        cpu = face.channel("cpuRatio", Unit.RATIO, "processor time used over what there is");
        heap = face.channel("heapRatio", Unit.RATIO, "heap in use over what there can be");
        direct = face.channel("directBytes", Unit.BYTE, "memory outside the heap that buffers hold");
        pause = face.channel("pauseUs", Unit.MICROSECOND, "longest pause of the collector in the last interval");
        files = face.channel("filesRatio", Unit.RATIO, "open files over what there can be");
        disk = face.channel("diskFreeBytes", Unit.BYTE, "room left where the software stores");
        busiest = face.channel("busiestRatio", Unit.RATIO, "share of one processor that the busiest thread uses");
        busiestThread = face.stateChannel("busiestThread", ThreadNames.ALL, "the thread that uses the most");
    }

    // On the worker.
    private void measure() {
        taken = meter.take();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void restart() {
        underWay = false;
    }

    @Override
    public void step(Tick tick) {
        ResourceUse use = taken;
        if (use != null) {
            taken = null;
            underWay = false;
            publish(use);
            judge(use);
        }
        sinceS += tick.stepS();
        if (sinceS >= intervalS.value() && !underWay && worker.offer(measure)) {
            underWay = true;
            sinceS = 0;
        }
    }

    private void publish(ResourceUse use) {
        cpu.set(use.cpuRatio());
        heap.set(use.heapRatio());
        direct.set(use.directBytes());
        pause.set(use.pauseMs() * US_PER_MS);
        files.set(use.openFilesRatio());
        disk.set(use.diskFreeBytes());
        busiest.set(use.busiestRatio());
        busiestThread.set(use.busiestThread() < 0 ? Double.NaN : use.busiestThread());
    }

    private void judge(ResourceUse use) {
        if (use.pauseMs() > pauseMs.value()) {
            events.raise(Event.PAUSES_TOO_LONG, use.pauses(), use.pauseMs());
        }
        for (int i = 0; i < use.hogs().size(); i++) {
            ResourceUse.Hog hog = use.hogs().get(i);
            if (hog.intervals() % HOG_INTERVALS == 0) {
                events.raise(Event.THREAD_HOG, hog.thread(), hog.ratio(), hog.intervals());
            }
        }
    }
}
