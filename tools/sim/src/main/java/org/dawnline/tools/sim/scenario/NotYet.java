package org.dawnline.tools.sim.scenario;

/**
 * Why flight software is known not to pass a scenario yet. A scenario that passes all the same must lose this entry.
 *
 * @param because what fails, in a few words with numbers
 * @param needs the capability that will mend it
 */
public record NotYet(String because, String needs) {}
