package org.dawnline.fsw.thermal.guilty;

/** Innocent: what a guilty power class looks at. */
public final class Radiator {}
