package org.dawnline.sim.radiation;

/** The memory of a computer that a particle can hit. The world draws when and where; only the bench knows the computer. */
public interface UpsetTarget {
    /**
     * Flips one bit.
     *
     * @param luck which one, uniform in [0, 1) over all bits that can be hit
     * @return whether there was anything to hit
     */
    boolean flip(double luck);
}
