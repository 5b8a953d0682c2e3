package org.dawnline.fsw.core.sequence;

/**
 * What the header of a sequence says of it as a whole.
 *
 * @param title its name
 * @param priority 0 is served first, {@link Sequence#MAX_PRIORITY} last
 * @param group the group that it is started and stopped with, from 0
 * @param fromStart whether the times of its steps count from its start, or else from the step before
 * @param modes bit mask of the modes in which it may be started
 * @param goesOn whether it goes on after a telecommand that failed, or else stops
 */
record SequenceHeader(String title, int priority, int group, boolean fromStart, int modes, boolean goesOn) {}
