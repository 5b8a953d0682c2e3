package org.dawnline.fsw.core.boot;

import java.util.Arrays;
import java.util.List;

/** What a start goes through, in this order. Each phase has its time; one that takes longer ends in SAFE. */
public enum BootPhase {
    /** Components are constructed and declare their faces. */
    CONSTRUCT(20),
    /** The executive checks the wiring and seals the dictionary. */
    WIRE(5),
    /** Parameters, tables, sequences and schedule are read from storage. */
    LOAD_TABLES(30),
    /** Cycles run, and everything shows that it is alive. */
    SELFTEST(60),
    /** Boot is over. */
    OPERATE(Double.POSITIVE_INFINITY);

    /** Names of the constants, for the dictionary. */
    static final List<String> NAMES =
            Arrays.stream(values()).map(BootPhase::name).toList();

    private final double limitS;

    BootPhase(double limitS) {
        this.limitS = limitS;
    }

    /** How long it may take, in s. */
    public double limitS() {
        return limitS;
    }
}
