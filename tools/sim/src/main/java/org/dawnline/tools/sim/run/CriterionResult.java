package org.dawnline.tools.sim.run;

/**
 * What became of one criterion.
 *
 * @param name what the report calls it
 * @param limit the limit, as text
 * @param value the value that decides; NaN when there is none
 * @param text the value as a person reads it
 * @param pass whether it holds
 */
public record CriterionResult(String name, String limit, double value, String text, boolean pass) {}
