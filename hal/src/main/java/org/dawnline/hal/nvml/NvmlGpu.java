package org.dawnline.hal.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * One GPU and the questions that are put to it. A question that the device does not support is never put again; a GPU that is
 * lost or wants a reset is left alone but for a look, now and then, whether its UUID can be found again, since handles die on
 * reset. Polling allocates nothing.
 */
final class NvmlGpu {
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double MILLI = 1e-3;
    private static final double PERCENT = 1e-2;
    private static final double MEGA = 1e6;
    private static final double TWO_TO_64 = 0x1p64;

    private static final int TEXT_BYTES = 96;
    private static final int OUT_BYTES = 64;
    private static final int SECOND_OUT = 32;
    private static final int WORD_BYTES = 4;

    private static final int SENSOR_DIE = 0;
    private static final int CLOCK_SM = 1;
    private static final int CLOCK_MEMORY = 2;
    private static final int ECC_CORRECTED = 0;
    private static final int ECC_UNCORRECTED = 1;
    private static final int ECC_VOLATILE = 0;
    private static final int ECC_AGGREGATE = 1;
    private static final int PERFORMANCE_STATE_LAST = 15;

    /** nvmlTemperature_t, version 1: its size in the low bits. */
    private static final int TEMPERATURE_V1 = 0x0100000c;

    private static final int TEMPERATURE_SENSOR_OFFSET = 4;
    private static final int TEMPERATURE_OFFSET = 8;

    /** nvmlMemory_t: total, free, used. */
    private static final int MEMORY_USED_OFFSET = 16;

    private static final int FIELD_MEMORY_TEMP = 82;
    private static final int FIELD_REMAPPED_CORRECTED = 142;
    private static final int FIELD_REMAPPED_UNCORRECTED = 143;
    private static final int FIELD_REMAP_PENDING = 144;
    private static final int FIELD_REMAP_FAILED = 145;
    private static final int FIELD_RECOVERY_ACTION = 230;

    /** Polls between two looks whether a lost GPU is there again. */
    private static final int POLLS_BETWEEN_LOOKS = 10;

    private final NvmlLibrary library;
    private final int index;
    private final Memory out = new Memory(OUT_BYTES);
    private final Pointer secondOut = out.share(SECOND_OUT);
    private final NvmlFieldValues memoryTemperature = new NvmlFieldValues(FIELD_MEMORY_TEMP);
    private final NvmlFieldValues health = new NvmlFieldValues(
            FIELD_REMAPPED_CORRECTED,
            FIELD_REMAPPED_UNCORRECTED,
            FIELD_REMAP_PENDING,
            FIELD_REMAP_FAILED,
            FIELD_RECOVERY_ACTION);
    private final Memory uuidBytes = new Memory(TEXT_BYTES);
    private final EnumSet<NvmlFunction> unsupported = EnumSet.noneOf(NvmlFunction.class);
    private final String uuid;
    private final String name;
    private final double minLimitW;
    private final double maxLimitW;

    private Pointer handle;
    private boolean lost;
    private int pollsUntilLook;
    private int answers;
    private long errors;
    private boolean clocksLocked;

    /** Takes over the GPU behind {@code handle} and asks for what does not change. */
    NvmlGpu(NvmlLibrary library, int index, Pointer handle) {
        this.library = library;
        this.index = index;
        this.handle = handle;
        uuidBytes.clear();
        this.uuid = mayAsk(NvmlFunction.UUID)
                        && answered(NvmlFunction.UUID, NvmlCalls.nvmlDeviceGetUUID(handle, uuidBytes, TEXT_BYTES))
                ? text(uuidBytes)
                : "";
        this.name = askName();
        double[] limits = askLimits();
        this.minLimitW = limits[0];
        this.maxLimitW = limits[1];
    }

    /** The UUID, or the index in words when there is none. */
    String id() {
        return uuid.isEmpty() ? "gpu" + index : uuid;
    }

    String name() {
        return name;
    }

    int index() {
        return index;
    }

    double minLimitW() {
        return minLimitW;
    }

    double maxLimitW() {
        return maxLimitW;
    }

    /** Calls that failed for another reason than not being supported. */
    long errors() {
        return errors;
    }

    boolean lost() {
        return lost;
    }

    /**
     * Reads every field into {@code values}, which is indexed by {@link GpuField} and as long as it; what cannot be read becomes
     * NaN. Returns whether anything was learned.
     */
    boolean poll(double[] values) {
        Arrays.fill(values, Double.NaN);
        if (lost && !foundAgain()) {
            return false;
        }
        answers = 0;
        readTemperatures(values);
        readPower(values);
        readLoad(values);
        readHealth(values);
        if (lost) {
            Arrays.fill(values, Double.NaN);
            return false;
        }
        return answers > 0;
    }

    /**
     * Sets the power limit. Below the lowest that the device accepts, that lowest is set and the clocks are locked at
     * {@code lowClockMHz} when that is above 0.
     */
    RequestStatus setLimit(double limitW, int lowClockMHz) {
        if (lost) {
            return RequestStatus.FAILED;
        }
        boolean belowFloor = limitW < minLimitW;
        double accepted = belowFloor ? minLimitW : Math.min(limitW, Double.isNaN(maxLimitW) ? limitW : maxLimitW);
        RequestStatus clocks = belowFloor ? lockClocks(lowClockMHz) : releaseClocks();
        RequestStatus power = callLimit(accepted);
        return power == RequestStatus.DONE ? clocks : power;
    }

    private RequestStatus callLimit(double limitW) {
        if (!mayAsk(NvmlFunction.SET_LIMIT)) {
            return RequestStatus.NOT_SUPPORTED;
        }
        return status(NvmlFunction.SET_LIMIT, NvmlCalls.nvmlDeviceSetPowerManagementLimit(handle, (int)
                Math.rint(limitW / MILLI)));
    }

    private RequestStatus lockClocks(int lowClockMHz) {
        if (lowClockMHz <= 0 || !mayAsk(NvmlFunction.LOCK_CLOCKS)) {
            return RequestStatus.AT_FLOOR;
        }
        RequestStatus status = status(
                NvmlFunction.LOCK_CLOCKS, NvmlCalls.nvmlDeviceSetGpuLockedClocks(handle, lowClockMHz, lowClockMHz));
        clocksLocked |= status == RequestStatus.DONE;
        return status == RequestStatus.DONE ? RequestStatus.DONE : RequestStatus.AT_FLOOR;
    }

    private RequestStatus releaseClocks() {
        if (!clocksLocked || !mayAsk(NvmlFunction.RESET_CLOCKS)) {
            return RequestStatus.DONE;
        }
        RequestStatus status = status(NvmlFunction.RESET_CLOCKS, NvmlCalls.nvmlDeviceResetGpuLockedClocks(handle));
        clocksLocked = status != RequestStatus.DONE;
        return status;
    }

    private RequestStatus status(NvmlFunction function, int code) {
        if (answered(function, code)) {
            return RequestStatus.DONE;
        }
        return switch (code) {
            case NvmlCode.NO_PERMISSION -> RequestStatus.NO_PERMISSION;
            case NvmlCode.NOT_SUPPORTED, NvmlCode.FUNCTION_NOT_FOUND -> RequestStatus.NOT_SUPPORTED;
            default -> RequestStatus.FAILED;
        };
    }

    private void readTemperatures(double[] values) {
        if (mayAsk(NvmlFunction.TEMPERATURE)) {
            if (answered(NvmlFunction.TEMPERATURE, NvmlCalls.nvmlDeviceGetTemperature(handle, SENSOR_DIE, out))) {
                put(values, GpuField.TEMP_K, out.getInt(0) + ZERO_CELSIUS_K);
            }
        } else if (mayAsk(NvmlFunction.TEMPERATURE_V)) {
            out.setInt(0, TEMPERATURE_V1);
            out.setInt(TEMPERATURE_SENSOR_OFFSET, SENSOR_DIE);
            if (answered(NvmlFunction.TEMPERATURE_V, NvmlCalls.nvmlDeviceGetTemperatureV(handle, out))) {
                put(values, GpuField.TEMP_K, out.getInt(TEMPERATURE_OFFSET) + ZERO_CELSIUS_K);
            }
        }
        readMemoryTemperature(values);
    }

    private void readMemoryTemperature(double[] values) {
        if (mayAsk(NvmlFunction.MEMORY_TEMPERATURE)
                && answered(NvmlFunction.MEMORY_TEMPERATURE, memoryTemperature.ask(handle))) {
            put(values, GpuField.MEMORY_TEMP_K, memoryTemperature.get(0) + ZERO_CELSIUS_K);
        }
    }

    private void readPower(double[] values) {
        if (mayAsk(NvmlFunction.POWER_USAGE)
                && answered(NvmlFunction.POWER_USAGE, NvmlCalls.nvmlDeviceGetPowerUsage(handle, out))) {
            put(values, GpuField.POWER_W, word(0) * MILLI);
        }
        if (mayAsk(NvmlFunction.ENFORCED_LIMIT)
                && answered(NvmlFunction.ENFORCED_LIMIT, NvmlCalls.nvmlDeviceGetEnforcedPowerLimit(handle, out))) {
            put(values, GpuField.POWER_LIMIT_W, word(0) * MILLI);
        }
    }

    private void readLoad(double[] values) {
        if (mayAsk(NvmlFunction.UTILIZATION)
                && answered(NvmlFunction.UTILIZATION, NvmlCalls.nvmlDeviceGetUtilizationRates(handle, out))) {
            put(values, GpuField.BUSY_RATIO, word(0) * PERCENT);
            put(values, GpuField.MEMORY_BUSY_RATIO, word(WORD_BYTES) * PERCENT);
        }
        readClock(values, NvmlFunction.SM_CLOCK, CLOCK_SM, GpuField.SM_CLOCK_HZ);
        readClock(values, NvmlFunction.MEMORY_CLOCK, CLOCK_MEMORY, GpuField.MEMORY_CLOCK_HZ);
        if (mayAsk(NvmlFunction.MEMORY_INFO)
                && answered(NvmlFunction.MEMORY_INFO, NvmlCalls.nvmlDeviceGetMemoryInfo(handle, out))) {
            put(values, GpuField.MEMORY_TOTAL_BYTES, unsigned(out.getLong(0)));
            put(values, GpuField.MEMORY_USED_BYTES, unsigned(out.getLong(MEMORY_USED_OFFSET)));
        }
    }

    private void readClock(double[] values, NvmlFunction question, int clock, GpuField field) {
        if (mayAsk(question) && answered(question, NvmlCalls.nvmlDeviceGetClockInfo(handle, clock, out))) {
            put(values, field, word(0) * MEGA);
        }
    }

    private void readHealth(double[] values) {
        readEcc(values, NvmlFunction.ECC_CORRECTED, ECC_CORRECTED, GpuField.ECC_CORRECTED_COUNT);
        readEcc(values, NvmlFunction.ECC_UNCORRECTED, ECC_UNCORRECTED, GpuField.ECC_UNCORRECTED_COUNT);
        readEccEver(values, NvmlFunction.ECC_CORRECTED_EVER, ECC_CORRECTED, GpuField.ECC_CORRECTED_EVER_COUNT);
        readEccEver(values, NvmlFunction.ECC_UNCORRECTED_EVER, ECC_UNCORRECTED, GpuField.ECC_UNCORRECTED_EVER_COUNT);
        readFields(values);
        readClockReasons(values);
        if (mayAsk(NvmlFunction.PERFORMANCE_STATE)
                && answered(NvmlFunction.PERFORMANCE_STATE, NvmlCalls.nvmlDeviceGetPerformanceState(handle, out))) {
            double state = word(0);
            put(values, GpuField.PERFORMANCE_STATE, state <= PERFORMANCE_STATE_LAST ? state : Double.NaN);
        }
    }

    private void readEcc(double[] values, NvmlFunction question, int errorType, GpuField field) {
        if (mayAsk(question)
                && answered(question, NvmlCalls.nvmlDeviceGetTotalEccErrors(handle, errorType, ECC_VOLATILE, out))) {
            put(values, field, unsigned(out.getLong(0)));
        }
    }

    private void readEccEver(double[] values, NvmlFunction question, int errorType, GpuField field) {
        if (mayAsk(question)
                && answered(question, NvmlCalls.nvmlDeviceGetTotalEccErrors(handle, errorType, ECC_AGGREGATE, out))) {
            put(values, field, unsigned(out.getLong(0)));
        }
    }

    private void readFields(double[] values) {
        if (mayAsk(NvmlFunction.HEALTH_FIELDS)) {
            answered(NvmlFunction.HEALTH_FIELDS, health.ask(handle)); // what did not come is NaN
            put(values, GpuField.REMAPPED_ROWS, health.get(0) + health.get(1));
            put(values, GpuField.REMAP_PENDING, health.get(2));
            put(values, GpuField.REMAP_FAILED, health.get(3));
            put(values, GpuField.RECOVERY_ACTION, health.get(4));
        }
    }

    /** The same mask under its new name, and under its old one where the driver is older than the rename. */
    private void readClockReasons(double[] values) {
        if (mayAsk(NvmlFunction.EVENT_REASONS)) {
            if (answered(NvmlFunction.EVENT_REASONS, NvmlCalls.nvmlDeviceGetCurrentClocksEventReasons(handle, out))) {
                put(values, GpuField.CLOCK_REASONS, unsigned(out.getLong(0)));
            }
        } else if (mayAsk(NvmlFunction.THROTTLE_REASONS)
                && answered(
                        NvmlFunction.THROTTLE_REASONS,
                        NvmlCalls.nvmlDeviceGetCurrentClocksThrottleReasons(handle, out))) {
            put(values, GpuField.CLOCK_REASONS, unsigned(out.getLong(0)));
        }
    }

    private boolean foundAgain() {
        pollsUntilLook--;
        if (pollsUntilLook > 0) {
            return false;
        }
        pollsUntilLook = POLLS_BETWEEN_LOOKS;
        if (uuid.isEmpty() || !library.has(NvmlFunction.HANDLE_BY_UUID)) {
            return false;
        }
        if (NvmlCalls.nvmlDeviceGetHandleByUUID(uuidBytes, out) != NvmlCode.SUCCESS) {
            return false;
        }
        handle = out.getPointer(0);
        lost = false;
        unsupported.clear();
        memoryTemperature.forget();
        health.forget();
        clocksLocked = false;
        return true;
    }

    private boolean mayAsk(NvmlFunction function) {
        return !lost && library.has(function) && !unsupported.contains(function);
    }

    /** Sorts a return code; true when the question was answered. */
    private boolean answered(NvmlFunction question, int code) {
        switch (code) {
            case NvmlCode.SUCCESS -> answers++;
            case NvmlCode.NOT_SUPPORTED, NvmlCode.FUNCTION_NOT_FOUND -> unsupported.add(question);
            case NvmlCode.GPU_IS_LOST, NvmlCode.RESET_REQUIRED -> {
                lost = true;
                pollsUntilLook = POLLS_BETWEEN_LOOKS;
                errors++;
            }
            default -> errors++;
        }
        return code == NvmlCode.SUCCESS;
    }

    private String askName() {
        Memory text = new Memory(TEXT_BYTES);
        text.clear();
        return mayAsk(NvmlFunction.NAME)
                        && answered(NvmlFunction.NAME, NvmlCalls.nvmlDeviceGetName(handle, text, TEXT_BYTES))
                ? text(text)
                : "unnamed GPU";
    }

    private double[] askLimits() {
        if (mayAsk(NvmlFunction.LIMIT_CONSTRAINTS)
                && answered(
                        NvmlFunction.LIMIT_CONSTRAINTS,
                        NvmlCalls.nvmlDeviceGetPowerManagementLimitConstraints(handle, out, secondOut))) {
            return new double[] {word(0) * MILLI, word(SECOND_OUT) * MILLI};
        }
        return new double[] {Double.NaN, Double.NaN};
    }

    private double word(int offset) {
        return Integer.toUnsignedLong(out.getInt(offset));
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + TWO_TO_64;
    }

    private static void put(double[] values, GpuField field, double value) {
        values[field.ordinal()] = value;
    }

    private static String text(Memory memory) {
        byte[] bytes = memory.getByteArray(0, TEXT_BYTES);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
