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
 * @param steps for {@link #MEMBER_SLOW}: how many steps of the member are charged; 0 for all that follow
 */
public record PlannedFault(Place place, Trigger at, String fault, String target, double value, int steps) {
    /** The fault that charges a member of the flight software execution time. */
    public static final String MEMBER_SLOW = "member.slow";
}
