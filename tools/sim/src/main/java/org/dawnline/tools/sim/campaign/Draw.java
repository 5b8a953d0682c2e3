package org.dawnline.tools.sim.campaign;

import java.nio.file.Path;
import java.util.List;
import org.dawnline.app.VehicleFile;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.ScenarioFile;

/**
 * One random flight: a scenario that follows from the campaign's seed and the number of the run alone. It is written as the text of
 * a scenario file and read back from it, so that an exported run is the run.
 *
 * @param run number of the run
 * @param yaml text of its scenario file
 * @param scenario what the text says
 * @param measured whether energy is to be held against the bound, which also says what cannot be survived
 */
public record Draw(int run, String yaml, Scenario scenario, boolean measured) {
    /** {@code ai1} is what the software is built for: it is drawn as often as all others together. */
    private static final String MAIN_VEHICLE = "ai1";

    /** Draws a run of a campaign. */
    public static Draw of(CampaignPlan plan, int run, Path vehicles) {
        String vehicle = vehicle(plan, run);
        VehicleProfile profile = VehicleFile.read(vehicles.resolve(vehicle + ".yaml"));
        String yaml = yaml(plan, run, profile);
        return new Draw(run, yaml, ScenarioFile.parse(name(plan, run) + ".yaml", yaml), plan.odds() == Odds.ORBITS);
    }

    private static String vehicle(CampaignPlan plan, int run) {
        List<String> vehicles = plan.vehicles();
        double[] weights = new double[vehicles.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = vehicles.get(i).equals(MAIN_VEHICLE) ? Math.max(1, weights.length - 1) : 1;
        }
        return vehicles.get(new Dice(plan.seed(), run, "vehicle").weighted(weights));
    }

    private static String name(CampaignPlan plan, int run) {
        return "campaign-" + plan.seed() + "-run-" + run;
    }

    private static String yaml(CampaignPlan plan, int run, VehicleProfile profile) {
        StringBuilder text = new StringBuilder();
        text.append("# Run ").append(run).append(" of the campaign with seed ").append(plan.seed());
        text.append(", drawn; ").append(plan.repeatCommand(run, profile.name())).append('\n');
        text.append("name: ").append(name(plan, run)).append('\n');
        text.append("description: A random flight that must break no invariant.\n");
        text.append("vehicle: ").append(profile.name()).append('\n');
        text.append("seed: ")
                .append(new Dice(plan.seed(), run, "world").whole(1, Integer.MAX_VALUE - 1))
                .append('\n');
        OrbitDraw orbit = new OrbitDraw(new Dice(plan.seed(), run, "orbit"));
        orbit.write(text, plan.orbits());
        if (plan.odds() == Odds.ORBITS) {
            quiet(text, plan, run, profile);
        } else {
            eventful(text, plan, run, profile, orbit);
        }
        // The hard limits always count; a scenario only has to name one thing.
        text.append("pass:\n  - {metric: cycleSlipRatio, atMost: 0.01}\n");
        return text.toString();
    }

    private static void quiet(StringBuilder text, CampaignPlan plan, int run, VehicleProfile profile) {
        new TruthDraw(new Dice(plan.seed(), run, "truth"), profile).writeOld(text);
        new StartDraw(new Dice(plan.seed(), run, "start"), profile).writeAny(text);
        new JobsDraw(new Dice(plan.seed(), run, "jobs"), profile).writeLoad(text);
    }

    private static void eventful(
            StringBuilder text, CampaignPlan plan, int run, VehicleProfile profile, OrbitDraw orbit) {
        new TruthDraw(new Dice(plan.seed(), run, "truth"), profile).write(text);
        new StartDraw(new Dice(plan.seed(), run, "start"), profile).write(text);
        new JobsDraw(new Dice(plan.seed(), run, "jobs"), profile).write(text, orbit.durationS(plan.orbits()));
        new FaultsDraw(new Dice(plan.seed(), run, "faults"), profile).write(text, orbit.durationS(plan.orbits()));
        new AttackDraw(new Dice(plan.seed(), run, "attack")).write(text, orbit.durationS(plan.orbits()));
    }
}
