package org.dawnline.tools.sim.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dawnline.app.VehicleFile;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.tools.ground.Suggestion;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.WrongScenario;

/** Builds the world of a scenario. What the scenario overrides is overridden here and nowhere else. */
public final class WorldSetup {
    private WorldSetup() {}

    /** The unmodified profile of a vehicle. */
    public static VehicleProfile profile(Path vehicles, Scenario scenario) {
        Path file = vehicles.resolve(scenario.vehicle() + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new WrongScenario(List.of(
                    scenario.file() + ": vehicle: is \"" + scenario.vehicle() + "\"; expected a profile " + file));
        }
        return VehicleFile.read(file);
    }

    /** The profile with what the scenario overrides. */
    public static VehicleProfile truth(VehicleProfile profile, Scenario scenario) {
        VehicleProfile truth = profile;
        for (Map.Entry<String, Scenario.ProfileChange> change :
                scenario.overrides().entrySet()) {
            if (!profile.has(change.getKey())) {
                throw new WrongScenario(
                        change.getValue().place(),
                        "is nothing that vehicle " + profile.name() + " has; "
                                + Suggestion.forName(change.getKey(), profile.keys()));
            }
            truth = truth.with(change.getKey(), change.getValue().value());
        }
        return truth;
    }

    /** The world in its state at the start, with the vehicle's ground stations. */
    public static SimWorld world(VehicleProfile truth, Scenario scenario, long periodNanos) {
        int stepMillis = (int) (periodNanos / 1_000_000L);
        try {
            return new SimWorld(truth, scenario.world().withStepMillis(stepMillis));
        } catch (IllegalArgumentException e) {
            throw new WrongScenario(List.of(scenario.file() + ": no such world: " + e.getMessage()));
        }
    }
}
