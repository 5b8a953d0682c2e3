package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.sim.WorldState;
import org.jspecify.annotations.Nullable;

/**
 * A restart must lose nothing that has stood for two seconds: parameters, the mode, the number of starts, the counters that protect
 * from replays. What is lost breaks a hard limit.
 */
final class RestartWatch implements Invariant {
    private static final double SNAPSHOT_INTERVAL_S = 2;
    private static final Set<String> LOSSES = Set.of("state.STATE_LOST", "comms.COUNTERS_LOST");

    private final WorldState world;
    private final List<Breach> breaches = new ArrayList<>();
    private List<Parameter> parameters = List.of();
    private @Nullable Channel boots;
    private double[] older = new double[0];
    private double[] newer = new double[0];
    private double bootsBefore = Double.NaN;
    private double bootsExpected = Double.NaN;
    private double nextSnapshotS;
    private int starts;

    RestartWatch(WorldState world) {
        this.world = world;
    }

    @Override
    public void booted(Dictionary dictionary) {
        double[] atDeath = values(); // of the process before: its objects are still there
        parameters = dictionary.parameters();
        boots = Columns.find(dictionary, "state.bootCount");
        if (starts++ > 0) {
            bootsExpected = bootsBefore + 1;
            compare(atDeath);
        }
        older = values();
        newer = values();
    }

    // What was the same in both snapshots and at the end has stood for long enough.
    private void compare(double[] atDeath) {
        for (int i = 0; i < parameters.size(); i++) {
            double now = parameters.get(i).value();
            if (older[i] == newer[i] && newer[i] == atDeath[i] && now != newer[i]) {
                lost(i, now, newer[i]);
            }
        }
    }

    private void lost(int target, double now, double before) {
        breaches.add(new Breach("STATE_LOST", target, world.timeS(), world.timeS(), now, before));
    }

    private double[] values() {
        return parameters.stream().mapToDouble(Parameter::value).toArray();
    }

    @Override
    public void look(boolean up) {
        if (!up || world.timeS() < nextSnapshotS) {
            return;
        }
        nextSnapshotS = world.timeS() + SNAPSHOT_INTERVAL_S;
        older = newer;
        newer = values();
        double count = boots == null ? Double.NaN : boots.value();
        if (Double.isNaN(count)) {
            return;
        }
        if (!Double.isNaN(bootsExpected) && count != bootsExpected) {
            lost(0, count, bootsExpected);
        }
        bootsExpected = Double.NaN;
        bootsBefore = count;
    }

    @Override
    public void event(String name, double argument) {
        if (LOSSES.contains(name)) {
            lost(0, Double.NaN, Double.NaN);
        }
    }

    @Override
    public List<Breach> breaches() {
        return List.copyOf(breaches);
    }
}
