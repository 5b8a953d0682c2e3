package org.dawnline.sim.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.random.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checkpoints, deaths, copies and what is wrong in their results. */
@Tag("SIM-022")
class WorkersTest {
    private static final double DT_S = 0.1;
    private static final JobSpec TRAINING = JobSpec.endless("training", 5, 8, 1400.0)
            .withCheckpoints(100.0, 10.0)
            .coupled();

    private final Rack rack = new Rack(Vehicles.ai1(), 1);
    private final double[] tempK = new double[72];
    private double nowS;

    WorkersTest() {
        Arrays.fill(tempK, 330.0);
    }

    @Test
    void aCoupledJobDiesAsAWhole() {
        int slot = run(TRAINING.withRestart(30.0), 8);
        run(50.0);
        rack.mishaps().xid(3, 13);
        run(10.0);

        assertThat(rack.board().deaths()).isEqualTo(1);
        assertThat(rack.board().workGpuS(slot)).isCloseTo(0.0, within(1e-6));
        assertThat(rack.board().lostGpuS()).isCloseTo(8 * 50.0, within(1.0));
        assertThat(rack.powerW(0)).isEqualTo(175.0);
        run(40.0);
        assertThat(rack.board().workGpuS(slot)).isCloseTo(8 * 20.0, within(2.0));
    }

    @Test
    void aTrayThatIsCutUnderACoupledJobIsOneDeath() {
        int slot = run(TRAINING, 8);
        run(50.0);
        rack.killTray(0, true);
        run(1.0);

        assertThat(rack.board().restarts(slot)).isEqualTo(1);
        assertThat(rack.board().gpusRunning(slot)).isEqualTo(4);
    }

    @Test
    void aCheckpointTakesItsBytesThroughTheSharedStore() {
        int slot = run(TRAINING.withCheckpointBytes(4e12), 8);
        run(139.0);
        assertThat(rack.store().written()).isZero();
        assertThat(rack.store().freeBytes()).isEqualTo(2e14 - 4e12);
        run(2.0);

        assertThat(rack.store().written()).isEqualTo(8);
        assertThat(rack.store().writtenBytes()).isEqualTo(4e12);
        assertThat(rack.board().checkpointCostS(slot)).isCloseTo(40.0, within(0.5));
        assertThat(rack.workers().unsavedGpuS(slot)).isLessThan(20.0);
        run(170.0);
        assertThat(rack.store().freeBytes()).isEqualTo(2e14 - 4e12);
        rack.removeJob(slot);
        assertThat(rack.store().freeBytes()).isEqualTo(2e14);
    }

    @Test
    void aFullStoreTakesNoCheckpointAndTheWorkStaysAtRisk() {
        int slot = run(TRAINING.withCheckpointBytes(3e14), 8);
        run(350.0);

        assertThat(rack.store().refused()).isPositive();
        assertThat(rack.workers().unsavedGpuS(slot)).isGreaterThan(8 * 140.0);
        rack.workers().killJob(slot);
        assertThat(rack.store().freeBytes()).isGreaterThan(0.0);
    }

    @Test
    void aDeathInTheMiddleOfACheckpointGivesItsRoomBack() {
        int slot = run(TRAINING.withCheckpointBytes(4e12), 8);
        run(120.0);
        assertThat(rack.store().freeBytes()).isEqualTo(2e14 - 4e12);
        rack.workers().killJob(slot);

        assertThat(rack.store().freeBytes()).isEqualTo(2e14);
        run(145.0);
        assertThat(rack.store().written()).isEqualTo(8);
    }

    @Test
    void flightMayAskForACheckpointAndForAnotherInterval() {
        int slot = run(TRAINING, 8);
        run(20.0);
        rack.workers().requestCheckpoint(slot);
        run(10.5);
        assertThat(rack.workers().unsavedGpuS(slot)).isLessThan(8.0);
        rack.workers().requestCheckpointIntervalS(slot, 30.0);
        rack.workers().requestCheckpointIntervalS(slot, Double.NaN);
        run(45.0);

        assertThat(rack.store().written()).isEqualTo(16);
        assertThat(rack.board().checkpointIntervalS(slot)).isEqualTo(30.0);
    }

    @Test
    void copiesShareTheGpusAndAgree() {
        int slot = run(replicated(2), 5);
        run(201.0);

        assertThat(rack.results().unitsDone(slot, 0)).isEqualTo(6);
        assertThat(rack.results().unitsDone(slot, 1)).isEqualTo(4);
        for (int unit = 0; unit < 4; unit++) {
            long digest = rack.results().digest(slot, 0, unit);
            assertThat(digest).isEqualTo(rack.results().digest(slot, 1, unit)).isNotEqualTo(ResultLog.NONE);
        }
        assertThat(rack.results().digest(slot, 0, 0))
                .isNotEqualTo(rack.results().digest(slot, 0, 1));
        assertThat(rack.results().digest(slot, 1, 5)).isEqualTo(ResultLog.NONE);
        assertThat(rack.results().digest(slot, 2, 0)).isEqualTo(ResultLog.NONE);
    }

    @Test
    void oneGpuWorksForTheCopiesInTurn() {
        int slot = run(replicated(3), 1);
        run(305.0);

        for (int copy = 0; copy < 3; copy++) {
            assertThat(rack.results().unitsDone(slot, copy)).as("copy %d", copy).isEqualTo(1);
        }
    }

    @Test
    void aCorruptedCopyDiffersAndIsCaughtWhenItsUnitIsThrownAway() {
        int slot = run(replicated(2), 2);
        run(50.0);
        assertThat(rack.corruptSilently(1)).isTrue();
        assertThat(rack.corruptSilently(9)).isFalse();
        run(51.0);
        assertThat(rack.results().digest(slot, 0, 0))
                .isNotEqualTo(rack.results().digest(slot, 1, 0));
        double done = rack.board().workGpuS(slot);

        rack.workers().requestRedo(slot, 0);
        rack.workers().requestRedo(slot, 0);
        rack.workers().requestRedo(slot, 7);

        assertThat(rack.results().caught()).isEqualTo(1);
        assertThat(rack.board().workGpuS(slot)).isCloseTo(done - 200.0, within(1e-6));
        assertThat(rack.results().digest(slot, 0, 0)).isEqualTo(ResultLog.NONE);
        run(100.0);
        assertThat(rack.results().digest(slot, 0, 1)).isEqualTo(rack.results().digest(slot, 1, 1));
    }

    @Test
    void aCorruptionThatDiesWithItsWorkIsUndone() {
        int slot = run(replicated(2), 2);
        run(50.0);
        rack.corruptSilently(1);
        rack.mishaps().xid(1, 13);
        run(160.0);

        assertThat(rack.results().planted()).isEqualTo(1);
        assertThat(rack.results().undone()).isEqualTo(1);
        assertThat(rack.results().digest(slot, 0, 0)).isEqualTo(rack.results().digest(slot, 1, 0));
    }

    @Test
    void onlyAboutOneCorruptionInAHundredShows() {
        int slot = run(replicated(1), 1);
        int shown = 0;
        for (int unit = 0; unit < 2000; unit++) {
            rack.corruptSilently(0);
            rack.step(nowS, 100.0, tempK);
            nowS += 100.0;
            shown += rack.results().finite(slot, 0, unit) ? 0 : 1;
        }

        assertThat(rack.results().unitsDone(slot, 0)).isEqualTo(2000);
        assertThat(shown).isBetween(8, 35);
    }

    @Test
    void transientsRaiseThePeakAndNotTheMean() {
        run(JobSpec.endless("training", 5, 72, 1417.0).withPeaks(1.4), 72);
        run(1.0);

        assertThat(rack.inputW()).isCloseTo(72 * 1417.0 / 0.85, within(1.0));
        assertThat(rack.peakInputW()).isCloseTo(1.4 * rack.inputW(), within(1.0));
        assertThat(rack.maxPeakInputW()).isCloseTo(168e3, within(100.0));
    }

    @Test
    void aSwingOf1HzIsSeenStepByStep() {
        JobSpec swinging = JobSpec.endless("training", 5, 72, 1400.0)
                .withDemand(new double[] {0.0, 0.5}, new double[] {1400.0, 560.0}, 1.0);
        run(swinging, 72);
        double sumW = 0.0;
        double leastW = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 100; i++) {
            run(DT_S);
            sumW += rack.inputW() / 100;
            leastW = Math.min(leastW, rack.inputW());
        }

        assertThat(sumW).isCloseTo(72 * 980.0 / 0.85, within(1.0));
        assertThat(leastW).isCloseTo(72 * 560.0 / 0.85, within(1.0));
    }

    /** Most steps of a rack only repeat the last one and are counted in short; nobody must be able to tell. */
    @Test
    void whatIsCountedInShortIsTheSameToTheBit() {
        Rack disturbed = new Rack(Vehicles.ai1(), 1);
        JobSpec batch = JobSpec.batch("fit", 2, 6, 900.0, 700.0).withRestart(7.0);
        JobSpec serve = JobSpec.endless("serve", 1, 40, 1300.0).withRestart(3.0);
        JobSpec[] specs = {TRAINING.withCheckpointBytes(1e12).withRestart(2.0), batch, serve};
        for (JobSpec spec : specs) {
            rack.addJob(spec, 0.0);
            disturbed.addJob(spec, 0.0);
        }
        RandomStream luck = new RandomStream(5, "requests");
        double[] hotK = new double[72];
        for (int step = 0; step < 30_000; step++) {
            if (luck.nextDouble() < (step % 5_000 < 1_000 ? 0.3 : 0.02)) {
                int gpu = (int) ((step % 1_000 < 500 ? 3 : 72) * luck.nextDouble());
                int kind = (int) (7 * luck.nextDouble());
                double value = luck.nextDouble();
                ask(rack, kind, gpu, value);
                ask(disturbed, kind, gpu, value);
            }
            Arrays.fill(hotK, step % 10_000 > 9_900 ? 362.0 : 340.0);
            hotK[5] = step % 7_000 > 6_900 ? 364.0 : 340.0;
            disturbed.workers().requestCheckpoint(15); // an empty slot, but it looks at everything in every step
            rack.step(nowS, DT_S, hotK);
            disturbed.step(nowS, DT_S, hotK);
            nowS += DT_S;
            assertThat(rack.powersW()).containsExactly(disturbed.powersW());
            assertThat(rack.inputW()).isEqualTo(disturbed.inputW());
            for (int slot = 0; slot < specs.length; slot++) {
                assertThat(rack.board().workGpuS(slot))
                        .isEqualTo(disturbed.board().workGpuS(slot));
                assertThat(rack.board().state(slot)).isEqualTo(disturbed.board().state(slot));
            }
        }
        assertThat(rack.board().lostGpuS())
                .isEqualTo(disturbed.board().lostGpuS())
                .isPositive();
        assertThat(rack.store().written())
                .isEqualTo(disturbed.store().written())
                .isPositive();
    }

    private static void ask(Rack rack, int kind, int gpu, double value) {
        switch (kind) {
            case 0 -> rack.requestLimitW(gpu, 300.0 + 1200.0 * value);
            case 1 -> rack.requestSleep(gpu, value < 0.3);
            case 2 -> rack.requestTray(gpu / 4, value < 0.9);
            case 3 -> rack.requestJob(gpu, (int) (3 * value));
            case 4 -> rack.mishaps().xid(gpu, value < 0.5 ? 13 : value < 0.8 ? 95 : 79);
            case 5 -> rack.requestReset(gpu);
            default -> rack.requestJob(gpu, 0);
        }
    }

    @Test
    void impossibleJobsAreRefused() {
        assertThatThrownBy(() -> TRAINING.withReplicas(4, 1.0)).hasMessageContaining("4 replicas");
        assertThatThrownBy(() -> TRAINING.withReplicas(2, 0.0)).hasMessageContaining("units of 0.0");
        assertThatThrownBy(() -> TRAINING.withPeaks(0.9)).hasMessageContaining("peaks of 0.9");
        assertThatThrownBy(() -> TRAINING.withRestart(-1.0)).hasMessageContaining("-1.0 s");
        assertThatThrownBy(() -> TRAINING.withCheckpointBytes(Double.NaN)).hasMessageContaining("NaN bytes");
    }

    private static JobSpec replicated(int copies) {
        return JobSpec.endless("science", 3, 8, 1400.0).withReplicas(copies, 100.0);
    }

    private int run(JobSpec spec, int gpus) {
        int slot = rack.addJob(spec, nowS);
        rack.start(slot, gpus);
        return slot;
    }

    private void run(double seconds) {
        for (long i = 0; i < Math.round(seconds / DT_S); i++) {
            rack.step(nowS, DT_S, tempK);
            nowS += DT_S;
        }
    }
}
