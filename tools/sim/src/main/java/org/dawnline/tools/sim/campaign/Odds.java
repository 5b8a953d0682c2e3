package org.dawnline.tools.sim.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a campaign draws. */
public enum Odds {
    /** Worn vehicles, any orbit, any work, faults, attacks: what flight software must survive. */
    ANYTHING("anything", CampaignPlan.DEFAULT_ORBITS),
    /** Orbits, degradation, load and charge without any fault: what the arbiter must do well in. */
    ORBITS("orbits", 2);

    private final String title;
    private final int orbits;

    Odds(String title, int orbits) {
        this.title = title;
        this.orbits = orbits;
    }

    /** Its name on a command line. */
    public String title() {
        return title;
    }

    /** Length of a run when nobody says otherwise, in orbital periods. */
    public int orbits() {
        return orbits;
    }

    /** The one of that name. */
    public static Optional<Odds> of(String title) {
        return Arrays.stream(values()).filter(one -> one.title.equals(title)).findFirst();
    }

    /** All names. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(Odds::title).toList();
    }
}
