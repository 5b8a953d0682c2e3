package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ladder against a linear programme over random orbits, batteries, demands and bounds. */
class PlanAgainstLinearProgrammeTest {
    private static final int CASES = 330;
    private static final int LEAST_FEASIBLE = 200;
    private static final double TOLERANCE_RATIO = 1e-4;
    private static final double ROUNDING_WH = 0.5;
    private static final double STEP_S = 240;

    @Test
    @Tag("PWR-021")
    @Tag("PWR-022")
    void worthIsThatOfTheLinearProgrammeWhereverThatFindsAPlan() {
        int feasible = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Plan plan = randomPlan(new SplittableRandom(seed));
            double best = new LinearPlan(plan).worth();
            if (Double.isNaN(best)) {
                continue;
            }
            feasible++;
            plan.solve();
            fly(plan, seed);
            assertThat(plan.worth())
                    .as("seed %d", seed)
                    .isBetween(best * (1 - TOLERANCE_RATIO) - 1e-6, best * (1 + TOLERANCE_RATIO) + 1e-6);
        }
        assertThat(feasible).isGreaterThanOrEqualTo(LEAST_FEASIBLE);
    }

    private static void fly(Plan plan, int seed) {
        plan.storedWh[0] = plan.start.storedWh();
        for (int step = 0; step < plan.horizon.steps; step++) {
            double watts = plan.advance(step);
            assertThat(watts).as("floor, seed %d step %d", seed, step).isGreaterThanOrEqualTo(plan.floorW[step] - 1);
            assertThat(watts).as("most, seed %d step %d", seed, step).isLessThanOrEqualTo(plan.mostW[step] + 1);
            double least = plan.horizon.recoveredWh[step + 1];
            assertThat(plan.storedWh[step + 1])
                    .as("stored, seed %d step %d", seed, step)
                    .isGreaterThanOrEqualTo(least - ROUNDING_WH);
        }
    }

    private static Plan randomPlan(SplittableRandom random) {
        Plan plan = new Plan();
        randomStart(plan.start, random);
        double busW = random.nextDouble(2_000, 12_000);
        double arrayW = random.nextDouble(30_000, 200_000);
        int sunny = random.nextInt(6, 26);
        int phase = random.nextInt(0, 24);
        int dark = random.nextInt(0, 10);
        int steps = random.nextInt(20, 48);
        plan.horizon.steps = 0;
        Arrays.fill(plan.horizon.recoveredWh, 0);
        Arrays.fill(plan.horizon.chargeW, plan.start.store().chargeW);
        boolean wasDark = false;
        for (int i = 0; i < steps; i++) {
            boolean isDark = (i + phase) % (sunny + dark) >= sunny;
            double lit = isDark ? 0 : random.nextDouble() < 0.1 ? random.nextDouble() : 1;
            boolean enters = isDark && !wasDark && i > sunny;
            plan.horizon.recoveredWh[i] = enters ? plan.start.store().recoveredWh : 0;
            if (random.nextDouble() < 0.2) {
                plan.horizon.chargeW[i] *= random.nextDouble();
            }
            wasDark = isDark;
            plan.horizon.put(STEP_S, arrayW * lit, busW, lit);
        }
        plan.horizon.recoveredWh[steps] = plan.start.store().recoveredWh;
        plan.ladder.build(plan.start.demand(), plan.start.store());
        double wantedW = plan.start.demand().meanW(plan.start.demand().demandW());
        for (int i = 0; i < steps; i++) {
            plan.mostW[i] = random.nextDouble() < 0.3 ? wantedW * random.nextDouble(0.5, 1) : wantedW;
            plan.floorW[i] = random.nextDouble() < 0.1 ? plan.mostW[i] * random.nextDouble(0.1, 0.4) : 0;
        }
        return plan;
    }

    private static void randomStart(Situation start, SplittableRandom random) {
        double fullWh = random.nextDouble(3_000, 20_000);
        start.store().hold(fullWh, fullWh * random.nextDouble(0.7, 1));
        start.store().carry(random.nextDouble(5_000, 40_000), random.nextDouble(20_000, 90_000));
        start.store().lose(random.nextDouble(0.8, 1), random.nextDouble(0.8, 1), random.nextDouble(0.9, 1));
        start.begin(fullWh * random.nextDouble(0.5, 1), 150_000);
        start.demand().take(SteppedWork.drawn(random));
    }
}
