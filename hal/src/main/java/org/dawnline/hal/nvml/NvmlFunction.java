package org.dawnline.hal.nvml;

/** What is asked of NVML, each with the symbol that answers it and that a library may or may not have. */
enum NvmlFunction {
    INIT("nvmlInit_v2"),
    SHUTDOWN("nvmlShutdown"),
    DRIVER_VERSION("nvmlSystemGetDriverVersion"),
    COUNT("nvmlDeviceGetCount_v2"),
    HANDLE_BY_INDEX("nvmlDeviceGetHandleByIndex_v2"),
    HANDLE_BY_UUID("nvmlDeviceGetHandleByUUID"),
    UUID("nvmlDeviceGetUUID"),
    NAME("nvmlDeviceGetName"),
    TEMPERATURE("nvmlDeviceGetTemperature"),
    TEMPERATURE_V("nvmlDeviceGetTemperatureV"),
    MEMORY_TEMPERATURE("nvmlDeviceGetFieldValues"),
    POWER_USAGE("nvmlDeviceGetPowerUsage"),
    ENFORCED_LIMIT("nvmlDeviceGetEnforcedPowerLimit"),
    LIMIT_CONSTRAINTS("nvmlDeviceGetPowerManagementLimitConstraints"),
    SET_LIMIT("nvmlDeviceSetPowerManagementLimit"),
    LOCK_CLOCKS("nvmlDeviceSetGpuLockedClocks"),
    RESET_CLOCKS("nvmlDeviceResetGpuLockedClocks"),
    UTILIZATION("nvmlDeviceGetUtilizationRates"),
    SM_CLOCK("nvmlDeviceGetClockInfo"),
    MEMORY_CLOCK("nvmlDeviceGetClockInfo"),
    MEMORY_INFO("nvmlDeviceGetMemoryInfo"),
    ECC_CORRECTED("nvmlDeviceGetTotalEccErrors"),
    ECC_UNCORRECTED("nvmlDeviceGetTotalEccErrors"),
    ECC_CORRECTED_EVER("nvmlDeviceGetTotalEccErrors"),
    ECC_UNCORRECTED_EVER("nvmlDeviceGetTotalEccErrors"),
    HEALTH_FIELDS("nvmlDeviceGetFieldValues"),
    EVENT_REASONS("nvmlDeviceGetCurrentClocksEventReasons"),
    THROTTLE_REASONS("nvmlDeviceGetCurrentClocksThrottleReasons"),
    PERFORMANCE_STATE("nvmlDeviceGetPerformanceState");

    private final String symbol;

    NvmlFunction(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }
}
