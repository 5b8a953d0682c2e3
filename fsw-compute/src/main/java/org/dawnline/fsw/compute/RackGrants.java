package org.dawnline.fsw.compute;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What the rack is granted, and what is wanted of it besides work.
 *
 * @param powerW rack input that power allows, in W
 * @param heatW rack input that heat allows, in W
 * @param warmthWanted whether GPUs without work should stay awake for their heat, as many as may
 * @param heatFloorW rack input that the loop wants at least for its warmth, in W, within the grant; null where nobody plans it
 * @param comingW rack input that is planned for when a GPU that is woken now has woken, in W; null where nobody plans it
 */
public record RackGrants(
        Channel powerW,
        Channel heatW,
        Channel warmthWanted,
        @Nullable Channel heatFloorW,
        @Nullable Channel comingW) {
    /** Grants of the two subsystems, without a plan. */
    public static RackGrants of(Channel powerW, Channel heatW, Channel warmthWanted) {
        return new RackGrants(powerW, heatW, warmthWanted, null, null);
    }

    /** The same with what a plan adds, as far as it does. */
    public RackGrants planned(@Nullable Channel plannedHeatFloorW, @Nullable Channel plannedComingW) {
        return new RackGrants(powerW, heatW, warmthWanted, plannedHeatFloorW, plannedComingW);
    }

    /** The same, connected with the component whose face it is; refused where units do not fit. */
    RackGrants connected(Face face) {
        return new RackGrants(
                face.input("powerW", powerW, Unit.WATT),
                face.input("heatW", heatW, Unit.WATT),
                face.input("warmthWanted", warmthWanted, Unit.NONE),
                heatFloorW == null ? null : face.input("heatFloorW", heatFloorW, Unit.WATT),
                comingW == null ? null : face.input("comingW", comingW, Unit.WATT));
    }

    /** The smaller grant, in W; NaN if one of them is unknown. */
    double leastW() {
        return Math.min(powerW.value(), heatW.value());
    }

    /** Wanted for warmth, in W; 0 also when unknown. */
    double floorW() {
        return positive(heatFloorW);
    }

    /** Planned for soon, in W; 0 also when unknown. */
    double soonW() {
        return positive(comingW);
    }

    private static double positive(@Nullable Channel channel) {
        return channel != null && channel.value() > 0 ? channel.value() : 0;
    }
}
