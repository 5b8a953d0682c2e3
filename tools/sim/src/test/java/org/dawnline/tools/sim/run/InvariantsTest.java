package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.compute.JobSpec;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.scenario.Moment;
import org.dawnline.tools.sim.scenario.Place;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.dawnline.tools.sim.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must hold in every flight, shown something that does not hold. */
class InvariantsTest {
    private static final Scenario SCENARIO = Flights.scenario("1 min", "");

    private final SimWorld world =
            WorldSetup.world(WorldSetup.profile(Flights.VEHICLES, SCENARIO), SCENARIO, 100_000_000L);

    @Test
    @Tag("TSIM-045")
    void safeModeThatIsAskedForAndNotEnteredBreaksALimit() {
        SafeModeWatch watch = new SafeModeWatch(world.state());

        watch.event("mode.SAFE_REQUESTED", Double.NaN);
        world.advance(1);
        watch.look(true);
        assertThat(watch.breaches()).isEmpty();
        world.advance(2);
        watch.look(true);

        assertThat(watch.breaches()).extracting(Breach::kind).containsExactly("SAFE_MODE_MISSED");
    }

    @Test
    @Tag("TSIM-045")
    void aJobThatLosesItsGpusWithoutAnEventIsLostAndOneThatIsToldOfIsNot() {
        assertThat(jobWatch(Double.NaN).breaches()).extracting(Breach::kind).containsExactly("JOB_LOST");
        assertThat(jobWatch(0).breaches()).isEmpty();
    }

    // Watches how a job in slot 0 disappears; tells of that slot after two seconds.
    private JobWatch jobWatch(double told) {
        JobWatch watch = new JobWatch(world.state());
        int slot = world.addJob(JobSpec.endless("job", 5, 4, 1000));
        world.startJob(slot, 4);
        for (int second = 0; second < 30; second++) {
            world.advance(1);
            if (second == 5) {
                world.removeJob(slot);
            }
            if (second == 7) {
                watch.event("compute.JOB_STOPPED", told);
            }
            watch.look(true);
        }
        return watch;
    }

    @Test
    @Tag("TSIM-044")
    void anExecutionThatNobodyAskedForAndASecondOneAreSeen() {
        ReportBook book = new ReportBook();
        book.sent(1, telecommand(), 0, 0);

        book.read(List.of(report(1, Stage.COMPLETED), report(1, Stage.COMPLETED), report(7, Stage.FAILED)), 1);
        assertThat(book.executedTwice()).as("the same report twice").isZero();
        book.read(List.of(report(1, Stage.COMPLETED).toBuilder().setUtcNanos(9).build()), 1);

        assertThat(book.executedTwice()).isEqualTo(1);
        assertThat(book.executedUnsent()).isEqualTo(1);
    }

    private static PlannedTelecommand telecommand() {
        return new PlannedTelecommand(
                new Place("s.yaml", 1, "telecommands[0]"),
                Moment.of(Trigger.at(0)),
                "core.NOOP",
                new TreeMap<>(),
                Stage.COMPLETED,
                Double.NaN);
    }

    private static VerificationReport report(long counter, Stage stage) {
        return VerificationReport.newBuilder()
                .setCounter(counter)
                .setStage(stage.name())
                .setReason("NONE")
                .build();
    }
}
