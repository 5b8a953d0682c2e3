package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.WorldState;
import org.jspecify.annotations.Nullable;

/** Safe mode must be entered when something on board asks for it, and soon; an entry that is missed breaks a hard limit. */
final class SafeModeWatch implements Invariant {
    private static final double PATIENCE_S = 2;

    /** A start with lost state goes through BOOT first. */
    private static final double PATIENCE_AT_BOOT_S = 30;

    private static final String AT_BOOT = "state.STATE_LOST";
    private static final Set<String> CALLS =
            Set.of(AT_BOOT, "mode.SAFE_REQUESTED", "core.MEMBER_BROKE", "core.MEMBER_GIVEN_UP", "core.HAL_BROKE");

    private final WorldState world;
    private final List<Breach> breaches = new ArrayList<>();
    private @Nullable Channel mode;
    private int safe = -1;
    private double calledS = Double.NaN;
    private double dueS = Double.NaN;

    SafeModeWatch(WorldState world) {
        this.world = world;
    }

    @Override
    public void booted(Dictionary dictionary) {
        mode = Columns.find(dictionary, Columns.MODE);
        safe = mode == null ? -1 : mode.states().indexOf("SAFE");
        dueS = Double.NaN;
    }

    @Override
    public void event(String name, double argument) {
        if (CALLS.contains(name) && !inSafe() && Double.isNaN(dueS)) {
            calledS = world.timeS();
            dueS = calledS + (name.equals(AT_BOOT) ? PATIENCE_AT_BOOT_S : PATIENCE_S);
        }
    }

    @Override
    public void look(boolean up) {
        if (Double.isNaN(dueS) || !up) {
            return;
        }
        if (inSafe()) {
            dueS = Double.NaN;
        } else if (world.timeS() > dueS) {
            breaches.add(
                    new Breach("SAFE_MODE_MISSED", 0, calledS, world.timeS(), world.timeS() - calledS, PATIENCE_S));
            dueS = Double.NaN;
        }
    }

    private boolean inSafe() {
        return mode != null && mode.value() == safe;
    }

    @Override
    public List<Breach> breaches() {
        return List.copyOf(breaches);
    }
}
