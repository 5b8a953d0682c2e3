package org.dawnline.hal.nvml;

/**
 * What does not change about a GPU, for people and for the survey.
 *
 * @param index NVML's index, which need not be CUDA's
 * @param name the product's name
 * @param uuid the name that survives resets and reordering
 * @param minLimitW lowest power limit that the device accepts, in W; NaN when unknown
 * @param maxLimitW highest power limit that the device accepts, in W; NaN when unknown
 * @param missingFields readings that this GPU or its driver did not give at the first poll, separated by blanks
 */
public record GpuFacts(int index, String name, String uuid, double minLimitW, double maxLimitW, String missingFields) {}
