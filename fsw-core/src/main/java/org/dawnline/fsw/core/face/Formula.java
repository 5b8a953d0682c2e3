package org.dawnline.fsw.core.face;

/** A pure function of channels: the same inputs always give the same value, and nothing else happens. Never allocates. */
@FunctionalInterface
public interface Formula {
    /**
     * The value.
     *
     * @param inputs the values of the input channels in order of declaration, all of them valid; not to be changed or kept
     * @return the value; NaN when these inputs give none
     */
    double of(double[] inputs);
}
