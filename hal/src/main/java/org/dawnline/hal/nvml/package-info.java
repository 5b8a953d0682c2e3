/**
 * GPUs through NVIDIA's management library: a native mapping ({@code NvmlCalls}), what one library offers
 * ({@code NvmlLibrary}), one GPU's questions ({@code NvmlGpu}), the polled device ({@code NvmlDevice}) and the HAL that flight
 * software sees ({@code NvmlComputeHal}). Only the poller's thread ever calls the library.
 *
 * <p>Facts are from the NVML header 13.3.29.
 */
@NullMarked
package org.dawnline.hal.nvml;

import org.jspecify.annotations.NullMarked;
