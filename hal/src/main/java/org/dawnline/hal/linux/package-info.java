/**
 * A Linux computer as the satellite's computer: its clock, its watchdog, its temperatures, a directory as storage, and NVML's
 * GPUs. What is not there answers NaN and counts zero, and {@link org.dawnline.hal.linux.HardwareSurvey} says so.
 */
@NullMarked
package org.dawnline.hal.linux;

import org.jspecify.annotations.NullMarked;
