package org.dawnline.hal.nvml;

/** What became of the newest request for a GPU's power limit. */
public enum RequestStatus {
    /** Nothing was requested. */
    NONE,
    /** Handed to the poller, not carried out yet. */
    PENDING,
    /** The device accepted it. */
    DONE,
    /** Below the lowest limit that the device accepts: that lowest limit was set, and clocks were not locked. */
    AT_FLOOR,
    /** Refused: this HAL was opened read-only. Nothing reached the device. */
    READ_ONLY,
    /** Refused: not a number, or not above zero. */
    INVALID,
    /** The device or its driver cannot do it; the same value is not tried again. */
    NOT_SUPPORTED,
    /** The process lacks the right, usually because it is not root; the same value is not tried again. */
    NO_PERMISSION,
    /** The device is lost, or the call failed for another reason; tried again at every poll. */
    FAILED
}
