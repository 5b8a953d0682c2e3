package org.dawnline.tools.sim.campaign;

/** Hears of a campaign while it goes on; one call at a time, in the order of the runs. */
public interface CampaignListener {
    /** Hears nothing. */
    CampaignListener NONE = (result, done, wanted) -> {};

    /**
     * A run is over.
     *
     * @param result what became of it
     * @param done runs of this part that are over
     * @param wanted runs of this part that had to be flown
     */
    void ended(RunResult result, int done, int wanted);
}
