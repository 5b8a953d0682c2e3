package org.dawnline.hal.nvml;

import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.dawnline.hal.Clock;
import org.dawnline.hal.poll.Poller;
import org.dawnline.hal.poll.ReadingTable;
import org.jspecify.annotations.Nullable;

/**
 * All GPUs of one NVML library, on the poller's thread. Initialisation and shutdown balance: a library that was initialised is
 * shut down exactly once, when the thread ends.
 */
final class NvmlDevice implements Poller.Device {
    /** A column after the fields: 1 when the GPU answered, NaN when it did not. */
    static final int ANSWERED_COLUMN = GpuField.COUNT;

    /** More GPUs than any rack has; what is beyond is left out and said so. */
    static final int MAX_GPUS = 1_024;

    private static final int VERSION_BYTES = 80;
    private static final double ANSWERED = 1.0;

    /** What opening brought: the facts, and the slots through which the poller and the HAL speak. */
    static final class Opened {
        final NvmlReport report;
        final ReadingTable readings;
        final AtomicLongArray wantedLimitBits;
        final AtomicIntegerArray limitStatus;

        Opened(NvmlReport report) {
            int gpus = report.gpus().size();
            this.report = report;
            this.readings = new ReadingTable(gpus, GpuField.COUNT + 1);
            this.wantedLimitBits = new AtomicLongArray(gpus);
            this.limitStatus = new AtomicIntegerArray(gpus);
            for (int gpu = 0; gpu < gpus; gpu++) {
                wantedLimitBits.set(gpu, Double.doubleToRawLongBits(Double.NaN));
            }
        }
    }

    private final NvmlOptions options;
    private final Clock clock;
    private final List<NvmlGpu> gpus = new ArrayList<>();
    private final double[] row = new double[GpuField.COUNT + 1];
    private final AtomicLong errors = new AtomicLong();
    private boolean[] everAnswered = {};
    private long[] lastAnswerNanos = {};
    private double[] settledLimitW = {};
    private int[] settledStatus = {};
    private @Nullable NvmlLibrary library;
    private boolean initialised;
    private volatile @Nullable Opened opened;

    NvmlDevice(NvmlOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** What opening brought; null until {@link #open()} is through. */
    @Nullable
    Opened opened() {
        return opened;
    }

    /** Calls that failed, over all GPUs. */
    long errors() {
        return errors.get();
    }

    @Override
    public void open() {
        try {
            NvmlLibrary loaded = NvmlLibrary.load(options.library());
            library = loaded;
            opened = new Opened(initialise(loaded));
        } catch (NvmlLibrary.Unusable e) {
            opened = new Opened(NvmlReport.notFound(options.library(), String.valueOf(e.getMessage())));
        }
    }

    private NvmlReport initialise(NvmlLibrary loaded) {
        int code = NvmlCalls.nvmlInit_v2();
        if (code != NvmlCode.SUCCESS) {
            return NvmlReport.notFound(
                    options.library(), options.library() + " is there, but nvmlInit_v2 says: " + NvmlCode.words(code));
        }
        initialised = true;
        String trouble = enumerate(loaded);
        everAnswered = new boolean[gpus.size()];
        lastAnswerNanos = new long[gpus.size()];
        settledLimitW = new double[gpus.size()];
        settledStatus = new int[gpus.size()];
        Arrays.fill(settledLimitW, Double.NaN);
        return new NvmlReport(
                options.library(), true, "driver " + driverVersion(loaded) + trouble, missingSymbols(loaded), facts());
    }

    /** Collects the GPUs; what could not be reached comes back in words, empty when nothing. */
    private String enumerate(NvmlLibrary loaded) {
        Memory out = new Memory(Long.BYTES);
        out.clear();
        int code = NvmlCalls.nvmlDeviceGetCount_v2(out);
        if (code != NvmlCode.SUCCESS) {
            return "; GPUs cannot be counted: " + NvmlCode.words(code);
        }
        int count = out.getInt(0);
        StringBuilder trouble = new StringBuilder();
        for (int index = 0; index < Math.min(count, MAX_GPUS); index++) {
            code = NvmlCalls.nvmlDeviceGetHandleByIndex_v2(index, out);
            if (code == NvmlCode.SUCCESS) {
                gpus.add(new NvmlGpu(loaded, index, out.getPointer(0)));
            } else {
                trouble.append("; GPU ")
                        .append(index)
                        .append(" cannot be reached: ")
                        .append(NvmlCode.words(code));
            }
        }
        if (count > MAX_GPUS) {
            trouble.append("; ").append(count - MAX_GPUS).append(" GPUs left out");
        }
        return trouble.toString();
    }

    private String driverVersion(NvmlLibrary loaded) {
        if (!loaded.has(NvmlFunction.DRIVER_VERSION)) {
            return "of unknown version";
        }
        Memory text = new Memory(VERSION_BYTES);
        text.clear();
        int code = NvmlCalls.nvmlSystemGetDriverVersion(text, VERSION_BYTES);
        return code == NvmlCode.SUCCESS ? text.getString(0, "UTF-8") : "of unknown version: " + NvmlCode.words(code);
    }

    private static List<String> missingSymbols(NvmlLibrary loaded) {
        return loaded.missing().stream().map(NvmlFunction::symbol).distinct().toList();
    }

    private List<GpuFacts> facts() {
        List<GpuFacts> facts = new ArrayList<>();
        double[] values = new double[GpuField.COUNT];
        for (NvmlGpu gpu : gpus) {
            gpu.poll(values);
            StringBuilder missing = new StringBuilder();
            for (GpuField field : GpuField.values()) {
                if (Double.isNaN(values[field.ordinal()])) {
                    missing.append(missing.length() == 0 ? "" : " ").append(field);
                }
            }
            facts.add(new GpuFacts(
                    gpu.index(), gpu.name(), gpu.id(), gpu.minLimitW(), gpu.maxLimitW(), missing.toString()));
        }
        return facts;
    }

    @Override
    public void poll() {
        Opened slots = opened;
        if (slots == null) {
            return;
        }
        long failed = 0;
        for (int gpu = 0; gpu < gpus.size(); gpu++) {
            pollGpu(gpu, slots);
            failed += gpus.get(gpu).errors();
        }
        errors.set(failed);
    }

    private void pollGpu(int index, Opened slots) {
        NvmlGpu gpu = gpus.get(index);
        boolean wasLost = gpu.lost();
        boolean answered = gpu.poll(row);
        if (answered) {
            everAnswered[index] = true;
            lastAnswerNanos[index] = clock.nanos();
        }
        row[ANSWERED_COLUMN] = answered ? ANSWERED : Double.NaN;
        if (everAnswered[index]) {
            slots.readings.publish(index, row, lastAnswerNanos[index]);
        }
        if (wasLost && answered) {
            settledLimitW[index] = Double.NaN; // a limit does not survive a reset
        }
    }

    @Override
    public void serve() {
        Opened slots = opened;
        if (slots == null || options.readOnly()) {
            return;
        }
        for (int gpu = 0; gpu < gpus.size(); gpu++) {
            serveGpu(gpu, slots);
        }
    }

    private void serveGpu(int index, Opened slots) {
        double wanted = Double.longBitsToDouble(slots.wantedLimitBits.get(index));
        if (Double.isNaN(wanted)) {
            return;
        }
        if (wanted != settledLimitW[index]) {
            RequestStatus status = gpus.get(index).setLimit(wanted, options.lowClockMHz());
            settledLimitW[index] = status == RequestStatus.FAILED ? Double.NaN : wanted;
            settledStatus[index] = status.ordinal();
        }
        slots.limitStatus.set(index, settledStatus[index]);
    }

    /** Ends the use of the library. When a call never returns, this is never reached, and the binding stays taken on purpose. */
    @Override
    public void close() {
        NvmlLibrary loaded = library;
        if (loaded == null) {
            return;
        }
        if (initialised) {
            NvmlCalls.nvmlShutdown();
            initialised = false;
        }
        loaded.close();
        library = null;
    }
}
