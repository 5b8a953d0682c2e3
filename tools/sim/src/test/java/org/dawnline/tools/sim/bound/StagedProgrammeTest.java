package org.dawnline.tools.sim.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.sim.random.RandomStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

class StagedProgrammeTest {
    private static final int STEPS = 60;

    @Test
    @Tag("TSIM-100")
    void programmesOfManyStepsHaveTheAnswerOfAnotherSolver() {
        for (int seed = 1; seed <= 20; seed++) {
            Both both = new Both(seed);
            StagedProgramme.Solution own = both.own.most();
            double other = both.other.maximise().getValue();

            assertThat(own.bound()).as("seed %d", seed).isCloseTo(other, within(1e-4 * Math.abs(other)));
            assertThat(own.value()).as("seed %d", seed).isCloseTo(other, within(1e-4 * Math.abs(other)));
        }
    }

    @Test
    @Tag("TSIM-100")
    void theBoundIsNeverBelowTheBestHoweverRoundingGoes() {
        for (int seed = 100; seed <= 140; seed++) {
            Both both = new Both(seed);

            assertThat(both.own.most().bound())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(both.other.maximise().getValue() - 1e-9);
        }
    }

    @Test
    @Tag("TSIM-100")
    void aProgrammeWithoutAnyChoiceIsProvenToHaveNone() {
        StagedProgramme programme = new StagedProgramme();
        int first = programme.variable(0, 1, 1);
        int second = programme.variable(0, 1, 1);
        int row = programme.row(3);
        programme.term(row, first, 1);
        programme.term(row, second, 1);

        assertThat(programme.most().bound()).as("two ones are no three").isLessThan(0);
    }

    /** The same stores, drawn, for both solvers: what flows in and out is worth something, and there is little room. */
    private static final class Both {
        private final StagedProgramme own = new StagedProgramme();
        private final ExpressionsBasedModel other = new ExpressionsBasedModel();

        Both(long seed) {
            RandomStream luck = new RandomStream(seed, "programme");
            int stored = own.variable(1, 1, 0);
            Variable same = other.newVariable("s0").lower(1).upper(1);
            for (int i = 0; i < STEPS; i++) {
                double in = luck.uniform(0, 2);
                double most = luck.uniform(0, 3);
                double worth = luck.uniform(-1, 3);
                double kept = luck.uniform(0.8, 1);
                int inflow = own.variable(0, in, 0);
                int use = own.variable(0, most, worth);
                int next = own.variable(0.1, 2, 0);
                Variable otherIn = other.newVariable("i" + i).lower(0).upper(in);
                Variable otherUse =
                        other.newVariable("u" + i).lower(0).upper(most).weight(worth);
                Variable otherNext = other.newVariable("s" + (i + 1)).lower(0.1).upper(2);
                int row = own.row(0);
                own.term(row, next, 1);
                own.term(row, stored, -kept);
                own.term(row, inflow, -0.9);
                own.term(row, use, 1.1);
                Expression equation = other.newExpression("e" + i).level(0);
                equation.set(otherNext, 1).set(same, -kept).set(otherIn, -0.9).set(otherUse, 1.1);
                stored = next;
                same = otherNext;
            }
        }
    }
}
