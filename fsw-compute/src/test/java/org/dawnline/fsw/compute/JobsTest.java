package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.hal.ComputeHal.JobState;
import org.dawnline.tools.testkit.FakeCompute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final FakeCompute rack = new FakeCompute(2, 4, 5);
    private final GpuFigures gpu = GpuFigures.of(RackBench.ai1());
    private final Jobs jobs = new Jobs(rack, gpu);

    @Test
    @Tag("CMP-005")
    void highPriorityIsServedFirstAndAmongEqualsTheLowerSlot() {
        int[] priorities = {3, 7, 3, 9, 7};
        for (int slot = 0; slot < 5; slot++) {
            rack.submit(slot, "job " + slot, priorities[slot], slot + 1, 1_000);
        }
        jobs.read();
        assertThat(jobs.served()).isEqualTo(5);
        int[] order = {3, 1, 4, 0, 2};
        for (int i = 0; i < 5; i++) {
            assertThat(jobs.slot(i)).as("place %d", i).isEqualTo(order[i]);
        }
        assertThat(jobs.gpusWanted()).isEqualTo(15);
        rack.jobGpusWanted[3] = -4;
        assertThat(jobs.gpusWanted(3)).isZero();
    }

    @Test
    @Tag("CMP-046")
    void tenStepsOfPriorityDoubleTheWeightAndNothingWeighsMoreThanTwiceOrLessThanHalf() {
        double[][] weightOf = {{5, 1}, {15, 2}, {-5, 0.5}, {10, Math.sqrt(2)}, {40, 2}, {-40, 0.5}};
        for (double[] pair : weightOf) {
            rack.submit(0, "job", (int) pair[0], 1, 1_000);
            jobs.read();
            assertThat(jobs.weight(0)).as("priority %.0f", pair[0]).isCloseTo(pair[1], within(1e-9));
            double share = Math.pow(pair[1], 1 / (1 - gpu.throughputExponent()));
            assertThat(jobs.dividend(0)).isCloseTo(share, within(1e-9));
            assertThat(jobs.dividend(0)).isGreaterThanOrEqualTo(jobs.leastDividend() - 1e-9);
        }
    }

    @Test
    @Tag("CMP-010")
    void workIsCountedAsItGrowsAndAsLostWhenAJobFallsBackToItsCheckpoint() {
        rack.submit(0, "job", 5, 1, 1_000);
        rack.jobWorkGpuS[0] = 500; // found when the software starts: done by somebody else
        jobs.read();
        assertThat(jobs.doneGpuS()).isZero();
        rack.jobWorkGpuS[0] = 800;
        jobs.read();
        rack.jobWorkGpuS[0] = 650;
        jobs.read();
        assertThat(jobs.doneGpuS()).isEqualTo(300);
        assertThat(jobs.lostGpuS()).isEqualTo(150);
        rack.jobWorkGpuS[0] = 0; // another job
        jobs.read();
        rack.jobState[0] = JobState.EMPTY;
        jobs.read();
        rack.submit(0, "next", 5, 1, 1_000);
        rack.jobWorkGpuS[0] = 70;
        jobs.read();
        rack.jobWorkGpuS[0] = 75;
        jobs.read();
        assertThat(jobs.doneGpuS()).isEqualTo(305);
        assertThat(jobs.lostGpuS()).isEqualTo(150);
    }

    @Test
    @Tag("CMP-009")
    void aBarHoldsForTheJobThatItWasMadeForAndCannotBeMadeTwice() {
        assertThat(jobs.bar(1, true)).as("an empty slot").isFalse();
        rack.submit(1, "job", 5, 2, 1_000);
        jobs.read();
        assertThat(jobs.bar(1, false)).as("never barred").isFalse();
        assertThat(jobs.bar(1, true)).isTrue();
        assertThat(jobs.bar(1, true)).isFalse();
        jobs.read();
        assertThat(jobs.served()).isZero();
        rack.jobState[1] = JobState.DONE;
        assertThat(jobs.bar(1, false)).as("a job that is done").isFalse();
        jobs.read();
        rack.submit(1, "next", 5, 2, 1_000);
        jobs.read();
        assertThat(jobs.served()).isEqualTo(1);
    }

    @Test
    @Tag("CMP-044")
    void jobsThatRunAreCountedWhetherTheyMayGoOnOrNot() {
        rack.submit(0, "a", 5, 1, 1_000);
        rack.submit(1, "b", 5, 1, 1_000);
        rack.submit(2, "c", 5, 1, 1_000);
        rack.jobState[0] = JobState.RUNNING;
        rack.jobState[1] = JobState.RUNNING;
        jobs.bar(1, true);
        jobs.read();
        assertThat(jobs.running()).isEqualTo(2);
        assertThat(jobs.served()).isEqualTo(2);
        assertThat(jobs.slots()).isEqualTo(5);
    }
}
