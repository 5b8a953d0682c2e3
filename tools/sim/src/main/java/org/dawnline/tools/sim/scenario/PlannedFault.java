package org.dawnline.tools.sim.scenario;

import org.dawnline.sim.Trigger;

/**
 * A fault and when it strikes.
 *
 * @param place where it stands
 * @param at when it strikes
 * @param fault its name in the catalogue
 * @param target which device, by number or name; empty when there is only one
 * @param value how much, in the unit of the catalogue; 0 when that means nothing
 * @param steps for execution time charged to a member: how many of its steps are charged
 */
public record PlannedFault(Place place, Trigger at, String fault, String target, double value, int steps) {}
