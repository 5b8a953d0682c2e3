package org.dawnline.sim.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SIM-006")
class RackTest {
    private static final double DT_S = 0.1;
    private static final double COOL_K = 350.0;

    private final Rack rack = new Rack(Vehicles.ai1(), 1);
    private final double[] tempK = new double[72];
    private double nowS;

    RackTest() {
        Arrays.fill(tempK, COOL_K);
    }

    @Test
    void anIdleRackDraws15Kw() {
        run(1.0);

        assertThat(rack.inputW()).isCloseTo(72 * 175.0 / 0.85, within(1e-6));
        assertThat(rack.inputW()).isCloseTo(15e3, within(200.0));
    }

    @ParameterizedTest
    @CsvSource({
        "1300, 1420, 1300",
        "1700, 1420, 1420",
        "1700, 1800, 1700",
        "1900, 2500, 1800",
        "1400, 420, 420",
        "1400, 100, 300",
        "50, 1420, 175"
    })
    void aGpuDrawsTheSmallerOfDemandAndLimitWithinWhatTheDeviceCan(double demandW, double limitW, double drawnW) {
        int slot = job(demandW);
        rack.requestLimitW(5, limitW);
        rack.requestJob(5, slot);

        run(0.2);

        assertThat(rack.powerW(5)).isCloseTo(drawnW, within(1e-9));
    }

    @Test
    void anUnknownLimitChangesNothing() {
        rack.requestLimitW(0, 700.0);
        rack.requestLimitW(0, Double.NaN);

        assertThat(rack.limitW(0)).isEqualTo(700.0);
    }

    @Test
    void workFollowsTheThroughputLaw() {
        int slot = job(787.5);
        rack.requestJob(0, slot);
        rack.requestJob(1, slot);

        run(100.0);

        assertThat(rack.board().gpusRunning(slot)).isEqualTo(2);
        assertThat(rack.board().workGpuS(slot)).isCloseTo(200.0 * Math.pow(0.5, 0.6), within(1e-6));
    }

    @Test
    void aJobThatLosesItsGpuStopsWithin200Ms() {
        int slot = job(1400.0);
        rack.requestJob(0, slot);
        run(1.0);
        assertThat(rack.board().state(slot)).isEqualTo(JobState.RUNNING);

        rack.requestJob(0, Rack.NONE);
        run(0.2);
        assertThat(rack.powerW(0)).isEqualTo(1400.0);
        run(0.1);

        assertThat(rack.powerW(0)).isEqualTo(175.0);
        assertThat(rack.board().state(slot)).isEqualTo(JobState.WAITING);
    }

    @Test
    void aGpuFallsAsleepIn2SAndWakesIn10S() {
        int slot = job(1400.0);
        rack.requestJob(3, slot);
        run(1.0);

        rack.requestSleep(3, true);
        run(2.0);
        assertThat(rack.state(3)).isEqualTo(GpuState.AWAKE);
        run(0.4);
        assertThat(rack.state(3)).isEqualTo(GpuState.ASLEEP);
        run(0.1);
        assertThat(rack.powerW(3)).isEqualTo(14.0);

        rack.requestSleep(3, false);
        run(9.9);
        assertThat(rack.state(3)).isEqualTo(GpuState.WAKING);
        run(0.3);
        assertThat(rack.state(3)).isEqualTo(GpuState.AWAKE);
        run(0.1);
        assertThat(rack.powerW(3)).isEqualTo(1400.0);
    }

    @Test
    void aTrayIsCutIn1SBootsIn180SAndForgetsItsLimits() {
        int slot = job(1400.0);
        rack.requestJob(4, slot);
        rack.requestLimitW(4, 600.0);
        run(1.0);

        rack.requestTray(1, false);
        run(0.9);
        assertThat(rack.state(4)).isEqualTo(GpuState.AWAKE);
        run(0.2);
        assertThat(rack.state(4)).isEqualTo(GpuState.OFF);
        assertThat(rack.powerW(4)).isZero();
        assertThat(rack.inputW()).isCloseTo(68 * 175.0 / 0.85, within(1e-6));

        rack.requestTray(1, true);
        run(179.5);
        assertThat(rack.state(4)).isEqualTo(GpuState.BOOTING);
        run(1.0);
        assertThat(rack.state(4)).isEqualTo(GpuState.AWAKE);
        assertThat(rack.limitW(4)).isEqualTo(1420.0);
        assertThat(rack.job(4)).isEqualTo(Rack.NONE);
    }

    @Test
    void aHotGpuSlowsItselfDownAndAHotterOneShutsDown() {
        int slot = job(1400.0);
        rack.requestJob(0, slot);
        rack.requestJob(1, slot);
        run(1.0);

        tempK[0] = 363.2;
        run(0.1);
        assertThat(rack.slow(0)).isTrue();
        assertThat(rack.powerW(0)).isEqualTo(300.0);
        assertThat(rack.slowdowns()).isEqualTo(1);
        tempK[0] = 362.0;
        run(0.1);
        assertThat(rack.slow(0)).isTrue();
        tempK[0] = 361.0;
        run(0.1);
        assertThat(rack.powerW(0)).isEqualTo(1400.0);

        tempK[1] = 368.2;
        run(0.1);
        assertThat(rack.state(1)).isEqualTo(GpuState.TRIPPED);
        assertThat(rack.powerW(1)).isZero();
        tempK[1] = COOL_K;
        run(60.0);
        assertThat(rack.state(1)).isEqualTo(GpuState.TRIPPED);
        rack.restore(1);
        assertThat(rack.state(1)).isEqualTo(GpuState.AWAKE);
    }

    @Test
    void aBatchJobEndsAndFreesItsGpus() {
        int slot = rack.addJob(JobSpec.batch("fit", 1, 4, 1400.0, 40.0), nowS);
        for (int g = 0; g < 4; g++) {
            rack.requestJob(g, slot);
        }

        run(10.3);

        assertThat(rack.board().state(slot)).isEqualTo(JobState.DONE);
        assertThat(rack.powerW(0)).isEqualTo(175.0);
        assertThat(rack.board().workGpuS(slot)).isCloseTo(40.0, within(0.5));
    }

    @Test
    void aJobThatIsDoneKeepsAllThatItDidWhateverItsLastCheckpoint() {
        JobSpec spec = JobSpec.batch("fit", 1, 1, 1400.0, 150.0).withCheckpoints(100.0, 10.0);
        int slot = rack.addJob(spec, nowS);
        rack.requestJob(0, slot);

        run(170.0);

        assertThat(rack.board().state(slot)).isEqualTo(JobState.DONE);
        assertThat(rack.board().workGpuS(slot)).isCloseTo(150.0, within(0.5));
    }

    @Test
    void aJobWithCheckpointsLosesWhatItDidSinceTheLastOne() {
        JobSpec spec = JobSpec.endless("train", 1, 1, 1400.0).withCheckpoints(100.0, 10.0);
        int slot = rack.addJob(spec, nowS);
        rack.requestJob(0, slot);
        run(150.0);
        assertThat(rack.board().workGpuS(slot)).isCloseTo(140.0, within(0.5));

        rack.requestJob(0, Rack.NONE);
        run(1.0);

        assertThat(rack.board().workGpuS(slot)).isCloseTo(100.0, within(0.5));
    }

    @Test
    void demandFollowsItsSteps() {
        JobSpec spec = JobSpec.endless("train", 1, 1, 500.0)
                .withDemand(new double[] {0.0, 0.5}, new double[] {600.0, 1200.0}, 1.0);
        int slot = rack.addJob(spec, nowS);
        rack.requestJob(0, slot);

        for (int i = 0; i < 1000; i++) {
            run(DT_S);
            assertThat(rack.powerW(0)).as("step %d", i).isEqualTo(i % 10 < 5 ? 600.0 : 1200.0);
        }
    }

    @Test
    void slotsAreLimitedAndImpossibleJobsRefused() {
        for (int i = 0; i < JobBoard.SLOTS; i++) {
            assertThat(job(1000.0)).isEqualTo(i);
        }
        assertThatThrownBy(() -> job(1000.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("16");
        rack.removeJob(7);
        assertThat(job(1000.0)).isEqualTo(7);

        assertThatThrownBy(() -> JobSpec.endless("x", 1, 0, 100.0)).hasMessageContaining("GPUs");
        assertThatThrownBy(() -> JobSpec.endless("x", 1, 1, Double.NaN)).hasMessageContaining("demands");
        assertThatThrownBy(
                        () -> JobSpec.endless("x", 1, 1, 1.0).withDemand(new double[] {1.0}, new double[] {1.0}, 2.0))
                .hasMessageContaining("first start");
    }

    private int job(double demandW) {
        return rack.addJob(JobSpec.endless("inference", 5, 72, demandW), nowS);
    }

    private void run(double seconds) {
        for (long i = 0; i < Math.round(seconds / DT_S); i++) {
            rack.step(nowS, DT_S, tempK);
            nowS += DT_S;
        }
    }
}
