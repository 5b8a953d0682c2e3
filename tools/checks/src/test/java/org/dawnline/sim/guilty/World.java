package org.dawnline.sim.guilty;

/** Innocent: what a guilty flight class looks at. */
public final class World {}
