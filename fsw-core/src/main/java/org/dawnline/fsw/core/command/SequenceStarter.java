package org.dawnline.fsw.core.command;

/** Starts sequences on board. Executive thread only. */
@FunctionalInterface
public interface SequenceStarter {
    /**
     * Starts the sequence of a slot with the next cycle, from its first step.
     *
     * @param slot number of the slot, from 0
     * @param by who wants it; its telecommands count as {@link Origin#SEQUENCE} all the same
     * @return whether it will run; not when the slot is empty, damaged or running already
     */
    boolean start(int slot, Origin by);
}
