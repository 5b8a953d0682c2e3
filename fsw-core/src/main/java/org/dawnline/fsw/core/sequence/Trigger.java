package org.dawnline.fsw.core.sequence;

import org.dawnline.fsw.core.orbit.OrbitMoment;

/**
 * What starts a sequence.
 *
 * @param moment what happens along the orbit
 * @param region position of the region, for its entry and exit; else -1
 * @param offsetNanos how long after the moment it starts; before it when negative
 * @param slot the sequence
 */
record Trigger(OrbitMoment moment, int region, long offsetNanos, int slot) {}
