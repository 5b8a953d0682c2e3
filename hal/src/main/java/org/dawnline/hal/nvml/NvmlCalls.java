package org.dawnline.hal.nvml;

import com.sun.jna.Pointer;

/**
 * The C functions of NVML under their own names, mapped directly: a call with {@link Pointer}s and primitives costs about 0.1 us
 * and allocates nothing. Every function returns an nvmlReturn_t. A binding belongs to the class, so a process has one NVML at a
 * time; {@link NvmlLibrary} sees to that, and that nobody calls a function which the library at hand lacks.
 */
final class NvmlCalls {
    private NvmlCalls() {}

    static native int nvmlInit_v2();

    static native int nvmlShutdown();

    static native int nvmlSystemGetDriverVersion(Pointer version, int length);

    static native int nvmlDeviceGetCount_v2(Pointer count);

    static native int nvmlDeviceGetHandleByIndex_v2(int index, Pointer device);

    static native int nvmlDeviceGetHandleByUUID(Pointer uuid, Pointer device);

    static native int nvmlDeviceGetUUID(Pointer device, Pointer uuid, int length);

    static native int nvmlDeviceGetName(Pointer device, Pointer name, int length);

    static native int nvmlDeviceGetTemperature(Pointer device, int sensor, Pointer celsius);

    static native int nvmlDeviceGetTemperatureV(Pointer device, Pointer temperature);

    static native int nvmlDeviceGetFieldValues(Pointer device, int count, Pointer values);

    static native int nvmlDeviceGetPowerUsage(Pointer device, Pointer milliwatts);

    static native int nvmlDeviceGetEnforcedPowerLimit(Pointer device, Pointer milliwatts);

    static native int nvmlDeviceGetPowerManagementLimitConstraints(
            Pointer device, Pointer minMilliwatts, Pointer maxMilliwatts);

    static native int nvmlDeviceSetPowerManagementLimit(Pointer device, int milliwatts);

    static native int nvmlDeviceSetGpuLockedClocks(Pointer device, int minMHz, int maxMHz);

    static native int nvmlDeviceResetGpuLockedClocks(Pointer device);

    static native int nvmlDeviceGetUtilizationRates(Pointer device, Pointer utilization);

    static native int nvmlDeviceGetClockInfo(Pointer device, int clock, Pointer megahertz);

    static native int nvmlDeviceGetMemoryInfo(Pointer device, Pointer memory);

    static native int nvmlDeviceGetTotalEccErrors(Pointer device, int errorType, int counterType, Pointer count);

    static native int nvmlDeviceGetCurrentClocksEventReasons(Pointer device, Pointer reasons);

    static native int nvmlDeviceGetCurrentClocksThrottleReasons(Pointer device, Pointer reasons);

    static native int nvmlDeviceGetPerformanceState(Pointer device, Pointer state);
}
