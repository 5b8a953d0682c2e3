package org.dawnline.hal.nvml;

import java.util.List;

/**
 * What was found when NVML was opened.
 *
 * @param library the file name or path that was tried
 * @param found whether the library was loaded and initialised
 * @param detail the driver's version when it was found, the reason when it was not
 * @param missingSymbols functions that this library is too old or too new to have
 * @param gpus the GPUs, in NVML's order
 */
public record NvmlReport(
        String library, boolean found, String detail, List<String> missingSymbols, List<GpuFacts> gpus) {
    /** Copies the lists. */
    public NvmlReport {
        missingSymbols = List.copyOf(missingSymbols);
        gpus = List.copyOf(gpus);
    }

    static NvmlReport notFound(String library, String reason) {
        return new NvmlReport(library, false, reason, List.of(), List.of());
    }
}
