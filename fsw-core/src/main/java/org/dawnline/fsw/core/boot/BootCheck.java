package org.dawnline.fsw.core.boot;

import java.util.Arrays;
import java.util.List;

/** What must hold before a phase of the start ends. */
public enum BootCheck {
    /** Parameters were restored, or their defaults are in force. */
    STATE(BootPhase.LOAD_TABLES),
    /** Every table holds what was stored, or its default. */
    TABLES(BootPhase.LOAD_TABLES),
    /** Every component has stepped, and none is broken. */
    COMPONENTS(BootPhase.SELFTEST),
    /** All guarded memory was read, and nothing was lost. */
    MEMORY(BootPhase.SELFTEST),
    /** What must survive could be written. Advice only: without storage no telecommand is taken that could lead out of SAFE. */
    STORAGE(BootPhase.SELFTEST),
    /** Every background thread shows a sign of life. */
    THREADS(BootPhase.SELFTEST);

    /** Names of the constants, for the dictionary. */
    static final List<String> NAMES =
            Arrays.stream(values()).map(BootCheck::name).toList();

    private final BootPhase phase;

    BootCheck(BootPhase phase) {
        this.phase = phase;
    }

    /** Whether a start that fails it ends in SAFE. */
    public boolean needed() {
        return this != STORAGE;
    }

    /** The phase that waits for it. */
    public BootPhase phase() {
        return phase;
    }
}
