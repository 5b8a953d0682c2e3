package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the plan is told of the worth of power. */
class WorthCurveTest {
    private static final double SHARE = RackBench.SHARE;
    private static final int MOST_RUNGS = 40;
    private static final double EXACT = 1e-9;

    private final GpuFigures gpu = GpuFigures.of(RackBench.ai1());

    private static double worth(WorthCurve curve) {
        double sum = 0;
        for (int rung = 0; rung < curve.rungs(); rung++) {
            sum += curve.widthW(rung) * curve.worthPerW(rung);
        }
        return sum;
    }

    private static void assertFalling(WorthCurve curve) {
        for (int rung = 0; rung < curve.rungs(); rung++) {
            assertThat(curve.widthW(rung)).isPositive();
            assertThat(curve.worthPerW(rung)).isPositive();
            if (rung > 0) {
                assertThat(curve.worthPerW(rung)).isLessThan(curve.worthPerW(rung - 1));
            }
        }
    }

    @Test
    @Tag("CMP-043")
    void allRungsOfAJobAreTheInputThatItCanUseAndTheWorkThatItThenDoes() {
        WorthCurve curve = new WorthCurve(gpu, 1);
        curve.add(36, gpu.highestW(), 2, SHARE);
        assertFalling(curve);
        assertThat(curve.sumW()).isCloseTo(36 * (gpu.highestW() - gpu.asleepW()) / SHARE, within(1e-6));
        assertThat(worth(curve)).isCloseTo(2 * 36 * gpu.throughput(gpu.highestW()), within(EXACT));

        double flatW = 36 * (gpu.bestW() - gpu.asleepW()) / SHARE;
        double meanW = 2 * 36 * gpu.throughput(gpu.bestW()) / flatW;
        double upToBestW = 0;
        int rung = 0;
        while (upToBestW < flatW - 1) {
            assertThat(curve.worthPerW(rung)).as("nearly the same per watt").isCloseTo(meanW, within(meanW * 0.006));
            upToBestW += curve.widthW(rung++);
        }
        assertThat(upToBestW).isCloseTo(flatW, within(1e-6));
        assertThat(curve.worthPerW(rung)).as("less beyond the best power").isLessThan(meanW * 0.99);
    }

    @Test
    @Tag("CMP-043")
    void aJobThatCanUseLittleIsAllOfOneWorth() {
        WorthCurve curve = new WorthCurve(gpu, 1);
        double littleW = (gpu.idleW() + gpu.bestW()) / 2;
        curve.add(10, littleW, 1, SHARE);
        assertFalling(curve);
        assertThat(curve.sumW()).isCloseTo(10 * (littleW - gpu.asleepW()) / SHARE, within(1e-6));
        assertThat(worth(curve)).isCloseTo(10 * gpu.throughput(littleW), within(EXACT));
        assertThat(curve.worthPerW(0) / curve.worthPerW(curve.rungs() - 1)).isLessThan(1.011);
    }

    @Test
    @Tag("CMP-044")
    void whatCannotWorkIsWorthNothing() {
        WorthCurve curve = new WorthCurve(gpu, 4);
        curve.add(0, gpu.highestW(), 1, SHARE);
        curve.add(10, gpu.idleW(), 1, SHARE);
        curve.add(10, Double.NaN, 1, SHARE);
        curve.add(10, gpu.highestW(), 1, 0);
        assertThat(curve.rungs()).isZero();
        assertThat(curve.sumW()).isZero();
        curve.thin();
        assertThat(curve.rungs()).isZero();
    }

    @Test
    @Tag("CMP-043")
    void twoJobsThatAreAlikeAreOneTwiceAsWide() {
        WorthCurve one = new WorthCurve(gpu, 1);
        one.add(20, gpu.highestW(), 1, SHARE);
        WorthCurve two = new WorthCurve(gpu, 2);
        two.add(10, gpu.highestW(), 1, SHARE);
        two.add(10, gpu.highestW(), 1, SHARE);
        assertThat(two.rungs()).isEqualTo(one.rungs());
        for (int rung = 0; rung < one.rungs(); rung++) {
            assertThat(two.widthW(rung)).isCloseTo(one.widthW(rung), within(1e-6));
            assertThat(two.worthPerW(rung)).isCloseTo(one.worthPerW(rung), within(EXACT));
        }
        two.clear();
        assertThat(two.rungs()).isZero();
    }

    @Test
    @Tag("CMP-043")
    void manyJobsBecomeFewRungsAndNeitherPowerNorWorthIsLost() {
        SplittableRandom luck = new SplittableRandom(5);
        for (int flight = 0; flight < 50; flight++) {
            WorthCurve curve = new WorthCurve(gpu, 12);
            double inputW = 0;
            double work = 0;
            for (int job = 0; job < 12; job++) {
                int gpus = 1 + luck.nextInt(20);
                double crestW = luck.nextDouble(gpu.idleW() + 20, gpu.highestW());
                double weight = luck.nextDouble(0.1, 3);
                curve.add(gpus, crestW, weight, SHARE);
                inputW += gpus * (crestW - gpu.asleepW()) / SHARE;
                work += weight * gpus * gpu.throughput(crestW);
            }
            curve.thin();
            assertThat(curve.rungs()).isBetween(1, MOST_RUNGS);
            assertFalling(curve);
            assertThat(curve.sumW()).isCloseTo(inputW, within(1e-6));
            assertThat(worth(curve)).isCloseTo(work, within(EXACT * inputW));
        }
    }
}
