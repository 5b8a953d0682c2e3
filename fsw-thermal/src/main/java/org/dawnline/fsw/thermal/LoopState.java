package org.dawnline.fsw.thermal;

/** The loop as it is now, by estimate: temperatures, and how much of flow, radiator and contact is left. */
final class LoopState {
    /** Mean of the dies, in K. */
    double dieK = Double.NaN;
    /** Mean coolant in the rack, in K. */
    double coolantK = Double.NaN;
    /** Mean of the connected panels, in K. */
    double radiatorK = Double.NaN;
    /** How far the hottest die is above the mean, in K. */
    double dieExcessK;
    /** How far the coldest connected wing is below the mean, in K. */
    double wingSpreadK;
    /** Flow, 1 with all pumps. */
    double flowRatio;
    /** Share of the radiator that is connected. */
    double areaRatio;
    /** What a connected panel gives to space, over what the profile promises. */
    double panelRatio = 1;
    /** What dies give to the coolant, over what the profile promises. */
    double contactRatio = 1;
    /** Most of the flow that the valve lets through the radiator: less than 1 where it is stuck. */
    double openRatio = 1;
    /** Whether there is a valve, and it moves. */
    boolean mixing;
    /** Whether all pumps and wings carry. */
    boolean whole;
    /** Whether the heaters are on. */
    boolean heating;

    void copy(LoopState other) {
        dieK = other.dieK;
        coolantK = other.coolantK;
        radiatorK = other.radiatorK;
        dieExcessK = other.dieExcessK;
        wingSpreadK = other.wingSpreadK;
        flowRatio = other.flowRatio;
        areaRatio = other.areaRatio;
        panelRatio = other.panelRatio;
        contactRatio = other.contactRatio;
        openRatio = other.openRatio;
        mixing = other.mixing;
        whole = other.whole;
        heating = other.heating;
    }

    /** Radiator that the heat finds, over the whole one as the profile has it. */
    double effectiveAreaRatio() {
        return areaRatio * panelRatio;
    }
}
