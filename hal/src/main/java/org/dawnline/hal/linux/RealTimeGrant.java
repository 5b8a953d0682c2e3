package org.dawnline.hal.linux;

/**
 * The operating system's answer to a request for real-time scheduling.
 *
 * @param granted whether the calling thread now runs under SCHED_FIFO
 * @param detail what was granted, or why it was not
 */
public record RealTimeGrant(boolean granted, String detail) {}
