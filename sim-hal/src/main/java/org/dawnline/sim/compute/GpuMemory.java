package org.dawnline.sim.compute;

import java.util.Arrays;
import org.dawnline.sim.random.RandomStream;

/**
 * Error counters and spare rows of the GPUs' memory. A row with an uncorrected error is replaced at the next reset by a spare one of its
 * bank; a bank that has none left keeps its bad row, and that stays so.
 */
public final class GpuMemory {
    private final int banks;
    private final int sparesPerBank;
    private final RandomStream bankLuck;
    private final int[] sparesUsed;
    private final long[] corrected;
    private final long[] uncorrected;
    private final long[] correctedEver;
    private final long[] uncorrectedEver;
    private final int[] remapped;
    private final int[] pending;
    private final boolean[] exhausted;

    GpuMemory(RackFigures figures, long seed) {
        int gpus = figures.gpus();
        banks = figures.count("gpu.memoryBanks", 1, 4096);
        sparesPerBank = figures.count("gpu.spareRowsPerBank", 0, 4096);
        bankLuck = new RandomStream(seed, "gpu memory banks");
        sparesUsed = new int[gpus * banks];
        corrected = new long[gpus];
        uncorrected = new long[gpus];
        correctedEver = new long[gpus];
        uncorrectedEver = new long[gpus];
        remapped = new int[gpus];
        pending = new int[gpus];
        exhausted = new boolean[gpus];
    }

    void countCorrected(int gpu, long errors) {
        corrected[gpu] += errors;
        correctedEver[gpu] += errors;
    }

    void countUncorrected(int gpu) {
        uncorrected[gpu]++;
        uncorrectedEver[gpu]++;
    }

    /** Marks a row of a random bank for replacement; says whether the bank had a spare one. */
    boolean retireRow(int gpu) {
        int bank = gpu * banks + (int) (bankLuck.nextDouble() * banks);
        if (sparesUsed[bank] >= sparesPerBank) {
            exhausted[gpu] = true;
            return false;
        }
        sparesUsed[bank]++;
        pending[gpu]++;
        return true;
    }

    /** Says that a bank had no spare row, whatever it had. */
    void failRow(int gpu) {
        exhausted[gpu] = true;
    }

    /** Uses up that many spare rows in each bank of a GPU, as many years would; never gives any back. */
    void wear(int gpu, int rowsPerBank) {
        for (int bank = gpu * banks; bank < (gpu + 1) * banks; bank++) {
            int used = Math.max(sparesUsed[bank], Math.min(rowsPerBank, sparesPerBank));
            remapped[gpu] += used - sparesUsed[bank];
            sparesUsed[bank] = used;
        }
    }

    /** Counts anew and replaces the rows that wait for it. */
    void reset(int gpu) {
        corrected[gpu] = 0;
        uncorrected[gpu] = 0;
        remapped[gpu] += pending[gpu];
        pending[gpu] = 0;
    }

    /** A new GPU in the place of the old one. */
    void replace(int gpu) {
        reset(gpu);
        correctedEver[gpu] = 0;
        uncorrectedEver[gpu] = 0;
        remapped[gpu] = 0;
        exhausted[gpu] = false;
        Arrays.fill(sparesUsed, gpu * banks, (gpu + 1) * banks, 0);
    }

    /** Corrected errors since the last reset. */
    public long corrected(int gpu) {
        return corrected[gpu];
    }

    /** Uncorrected errors since the last reset. */
    public long uncorrected(int gpu) {
        return uncorrected[gpu];
    }

    /** Corrected errors in its life. */
    public long correctedEver(int gpu) {
        return correctedEver[gpu];
    }

    /** Uncorrected errors in its life. */
    public long uncorrectedEver(int gpu) {
        return uncorrectedEver[gpu];
    }

    /** Rows that are replaced. */
    public int remapped(int gpu) {
        return remapped[gpu];
    }

    /** Whether a row waits for the next reset. */
    public boolean remapPending(int gpu) {
        return pending[gpu] > 0;
    }

    /** Whether a row could not be replaced. */
    public boolean remapFailed(int gpu) {
        return exhausted[gpu];
    }
}
