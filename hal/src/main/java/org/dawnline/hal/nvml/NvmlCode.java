package org.dawnline.hal.nvml;

/** The return codes of NVML that matter here, and words for all of them. Values from the NVML header 13.3.29. */
final class NvmlCode {
    static final int SUCCESS = 0;
    static final int NOT_SUPPORTED = 3;
    static final int NO_PERMISSION = 4;
    static final int FUNCTION_NOT_FOUND = 13;
    static final int GPU_IS_LOST = 15;
    static final int RESET_REQUIRED = 16;
    private static final int UNINITIALIZED = 1;
    private static final int INVALID_ARGUMENT = 2;
    private static final int NOT_FOUND = 6;
    private static final int INSUFFICIENT_SIZE = 7;
    private static final int DRIVER_NOT_LOADED = 9;
    private static final int TIMEOUT = 10;
    private static final int LIBRARY_NOT_FOUND = 12;
    private static final int VERSION_MISMATCH = 18;
    private static final int IN_USE = 19;
    private static final int NO_DATA = 21;
    private static final int UNKNOWN = 999;

    private NvmlCode() {}

    /** The vendor's name of a code, with the number, such as {@code "driver not loaded (9)"}. */
    static String words(int code) {
        return word(code) + " (" + code + ")";
    }

    private static String word(int code) {
        return switch (code) {
            case SUCCESS -> "success";
            case UNINITIALIZED -> "uninitialized";
            case INVALID_ARGUMENT -> "invalid argument";
            case NOT_SUPPORTED -> "not supported";
            case NO_PERMISSION -> "no permission";
            case NOT_FOUND -> "not found";
            case INSUFFICIENT_SIZE -> "insufficient size";
            case DRIVER_NOT_LOADED -> "driver not loaded";
            case TIMEOUT -> "timeout";
            case LIBRARY_NOT_FOUND -> "library not found";
            case FUNCTION_NOT_FOUND -> "function not found";
            case GPU_IS_LOST -> "GPU is lost";
            case RESET_REQUIRED -> "reset required";
            case VERSION_MISMATCH -> "driver and library versions differ";
            case IN_USE -> "in use";
            case NO_DATA -> "no data";
            case UNKNOWN -> "unknown";
            default -> "NVML error";
        };
    }
}
