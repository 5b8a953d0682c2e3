package org.dawnline.fsw.core.sense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SensorGroupTest {
    private static final SensorRules THERMISTOR =
            SensorRules.of(200, 400, 2).model(6).noisy(true);

    private final Random luck = new Random(7);
    private final double truth = 300;
    private double expected = Double.NaN;
    private double ageS;

    /** Steps a group for some seconds; {@code wrong} says what sensor 0 reads in a second. */
    private void fly(SensorGroup group, int seconds, IntToDoubleFunction wrong) {
        for (int second = 0; second < seconds; second++) {
            group.take(0, wrong.applyAsDouble(second), ageS);
            for (int i = 1; i < group.count(); i++) {
                group.take(i, healthy(), 0);
            }
            group.judge(expected, 1);
        }
    }

    private double healthy() {
        return truth + 0.1 * luck.nextGaussian();
    }

    @Test
    @Tag("CORE-080")
    void oneWildReadingIsNoFaultAndDoesNotMoveTheValue() {
        SensorGroup three = new SensorGroup(3, THERMISTOR);
        fly(three, 60, second -> second == 30 ? 390 : healthy());
        assertThat(three.suspects()).isZero();

        SensorGroup two = new SensorGroup(2, THERMISTOR);
        expected = 301;
        fly(two, 1, second -> 390);
        assertThat(two.value()).isCloseTo(300, within(0.5));
        assertThat(two.suspects()).isZero();
    }

    @Test
    @Tag("CORE-081")
    void eachFaultIsFoundWithinAMinuteAndNamed() {
        assertThat(doubtAfterAMinute(second -> Double.NaN)).isEqualTo(Doubt.NOT_A_NUMBER);
        assertThat(doubtAfterAMinute(second -> 1e6)).isEqualTo(Doubt.OUT_OF_RANGE);
        assertThat(doubtAfterAMinute(second -> 300.04)).isEqualTo(Doubt.FROZEN);
        assertThat(doubtAfterAMinute(second -> healthy() + 20)).isEqualTo(Doubt.DISAGREES);
        assertThat(doubtAfterAMinute(second -> healthy() * 1.1)).isEqualTo(Doubt.DISAGREES);
        assertThat(doubtAfterAMinute(second -> healthy() + second / 10.0)).isEqualTo(Doubt.DISAGREES);
        assertThat(doubtAfterAMinute(second -> second % 8 == 0 ? 330 : healthy()))
                .isEqualTo(Doubt.JUMPS);
        assertThat(doubtAfterAMinute(second -> second % 3 == 0 ? Double.NaN : healthy()))
                .isEqualTo(Doubt.NOT_A_NUMBER);
    }

    private Doubt doubtAfterAMinute(IntToDoubleFunction wrong) {
        SensorGroup group = new SensorGroup(3, THERMISTOR);
        fly(group, 60, wrong);
        assertThat(group.value()).isCloseTo(truth, within(0.5));
        assertThat(group.doubt(1)).isEqualTo(Doubt.NONE);
        assertThat(group.doubt(2)).isEqualTo(Doubt.NONE);
        return group.doubt(0);
    }

    @Test
    @Tag("CORE-081")
    void aSilentSensorIsFoundByItsAgeAlthoughItsReadingStays() {
        SensorGroup group = new SensorGroup(3, THERMISTOR);
        for (int second = 0; second < 20; second++) {
            ageS = second;
            fly(group, 1, any -> 300.1);
        }
        assertThat(group.doubt(0)).isEqualTo(Doubt.STALE);
    }

    @Test
    @Tag("CORE-082")
    void readingsThatAreOldBetweenTwoSweepsOfAPollerAreNotFrozen() {
        SensorGroup group = new SensorGroup(3, THERMISTOR);
        double[] swept = new double[1];
        for (int tenth = 0; tenth < 3000; tenth++) {
            ageS = tenth % 10 * 0.1;
            swept[0] = tenth % 10 == 0 ? healthy() : swept[0];
            fly(group, 1, any -> swept[0]);
        }
        assertThat(group.suspects()).isZero();
    }

    @Test
    @Tag("CORE-082")
    void aGroupThatStandsStillAsAWholeIsNotFrozen() {
        SensorGroup group = new SensorGroup(2, THERMISTOR);
        for (int second = 0; second < 1000; second++) {
            group.take(0, 300, 0);
            group.take(1, 300.5, 0);
            group.judge(1);
        }
        assertThat(group.suspects()).isZero();
        assertThat(group.value()).isEqualTo(300.25);
    }

    @Test
    @Tag("CORE-083")
    void ofTwoThatDisagreeTheModelSaysWhichIsBelieved() {
        SensorGroup group = new SensorGroup(2, THERMISTOR);
        expected = 302;
        fly(group, 10, second -> 310);
        assertThat(group.doubt(0)).isEqualTo(Doubt.DISAGREES);
        assertThat(group.doubt(1)).isEqualTo(Doubt.NONE);
        assertThat(group.value()).isCloseTo(300, within(0.5));
    }

    @Test
    @Tag("CORE-083")
    void withoutAModelTwoThatDisagreeAreMetInTheMiddleAndNobodyIsAccused() {
        SensorGroup group = new SensorGroup(2, THERMISTOR);
        fly(group, 10, second -> 310);
        assertThat(group.suspects()).isZero();
        assertThat(group.value()).isCloseTo(305, within(0.5));
    }

    @Test
    @Tag("CORE-083")
    void aLoneSensorIsOverruledByTheModelAndTheValueIsTheModels() {
        SensorGroup group = new SensorGroup(1, THERMISTOR);
        expected = 300;
        fly(group, 10, second -> 307);
        assertThat(group.doubt(0)).isEqualTo(Doubt.DISAGREES);
        assertThat(group.value()).isEqualTo(300);
        fly(group, 10, second -> Double.NaN);
        assertThat(group.value()).isEqualTo(300);
        assertThat(group.sensed()).isFalse();
    }

    @Test
    @Tag("CORE-084")
    void aSensorThatIsRightForLongIsBelievedAgainAndEachRelapseCostsTwiceTheTime() {
        SensorGroup group = new SensorGroup(3, THERMISTOR);
        fly(group, 10, second -> 330);
        fly(group, 119, second -> healthy());
        assertThat(group.suspects()).isEqualTo(1);
        fly(group, 1, second -> healthy());
        assertThat(group.suspects()).isZero();
        fly(group, 10, second -> 330);
        fly(group, 239, second -> healthy());
        assertThat(group.suspects()).isEqualTo(1);
        fly(group, 1, second -> healthy());
        assertThat(group.suspects()).isZero();
    }

    @Test
    @Tag("CORE-084")
    void whatAllSensorsSaidBeforeTheyBrokeIsNotKept() {
        SensorGroup group = new SensorGroup(2, THERMISTOR);
        fly(group, 10, second -> healthy());
        for (int second = 0; second < 10; second++) {
            group.take(0, Double.NaN, 0);
            group.take(1, Double.NaN, 0);
            group.judge(1);
        }
        assertThat(group.value()).isNaN();
        fly(group, 1, second -> healthy());
        assertThat(group.value()).isCloseTo(300, within(0.5));
    }

    private static void step(SensorGroup group, double byModel, double... readings) {
        for (int i = 0; i < readings.length; i++) {
            group.take(i, readings[i], 0);
        }
        group.judge(byModel, 1);
    }

    @Test
    @Tag("CORE-080")
    void goodIsOnlyWhoIsBelievedAndRightInThisVeryStep() {
        SensorGroup group = new SensorGroup(3, THERMISTOR);
        fly(group, 1, second -> 390);
        assertThat(group.good(0)).as("wild").isFalse();
        assertThat(group.good(1)).isTrue();
        assertThat(group.doubt(0)).as("once is no fault").isEqualTo(Doubt.NONE);
        fly(group, 1, second -> healthy());
        assertThat(group.good(0)).isTrue();
        fly(group, 10, second -> 390);
        fly(group, 1, second -> healthy());
        assertThat(group.good(0)).as("right, but not believed").isFalse();
    }

    @Test
    @Tag("CORE-081")
    void theEndsOfTheRangeAndTheGreatestAgeAreStillGood() {
        SensorGroup group = new SensorGroup(1, SensorRules.of(200, 400, 2));
        for (double end : new double[] {200, 400}) {
            group.take(0, end, 5);
            group.judge(1);
            assertThat(group.good(0)).as("%s K, 5 s old", end).isTrue();
            assertThat(group.value()).isEqualTo(end);
        }
        for (double beyond : new double[] {199.9, 400.1}) {
            step(group, Double.NaN, beyond);
            assertThat(group.good(0)).as("%s K", beyond).isFalse();
        }
        group.take(0, 300, 5.1);
        group.judge(1);
        assertThat(group.good(0)).as("5.1 s old").isFalse();
        group.take(0, 300, Double.NaN);
        group.judge(1);
        assertThat(group.good(0)).as("of unknown age").isFalse();
    }

    @Test
    @Tag("CORE-081")
    void aFrozenSensorThatIsAloneIsFoundByTheModelThatMoves() {
        SensorGroup group = new SensorGroup(1, THERMISTOR);
        for (int second = 0; second < 100; second++) {
            step(group, 300, 300.5);
        }
        assertThat(group.suspects()).as("nothing moves").isZero();
        for (int second = 0; second < 10; second++) {
            step(group, 300.9, 300.5);
        }
        assertThat(group.suspects())
                .as("the model moved by less than half of what sensors may differ")
                .isZero();
        for (int second = 0; second < 10; second++) {
            step(group, 301.1, 300.5);
        }
        assertThat(group.doubt(0)).isEqualTo(Doubt.FROZEN);
        assertThat(group.value()).isEqualTo(301.1);
        for (int second = 0; second < 300; second++) {
            step(group, 300, 300.5);
        }
        assertThat(group.doubt(0))
                .as("the model came back, the sensor still repeats")
                .isEqualTo(Doubt.FROZEN);
    }

    @Test
    @Tag("CORE-082")
    void aModelThatComesLateHasNotMovedByComing() {
        SensorGroup group = new SensorGroup(1, THERMISTOR);
        for (int second = 0; second < 60; second++) {
            step(group, second < 40 ? Double.NaN : 303, 300.5);
        }
        assertThat(group.suspects()).isZero();
        for (int second = 0; second < 10; second++) {
            step(group, 304.5, 300.5);
        }
        assertThat(group.doubt(0)).isEqualTo(Doubt.FROZEN);
    }

    @Test
    @Tag("CORE-082")
    void aSensorAtZeroMayBeWithoutNoise() {
        SensorGroup group = new SensorGroup(3, SensorRules.of(-5, 5, 2).noisy(true));
        for (int second = 0; second < 200; second++) {
            step(group, Double.NaN, 0, 0.1 * luck.nextGaussian(), 0.1 * luck.nextGaussian());
        }
        assertThat(group.suspects()).isZero();
    }

    @Test
    @Tag("CORE-082")
    void whereReadingsAreWithoutNoiseRepetitionIsNoFault() {
        SensorGroup group = new SensorGroup(3, THERMISTOR.noisy(false));
        fly(group, 200, second -> 300.04);
        assertThat(group.suspects()).isZero();
    }

    @Test
    @Tag("CORE-083")
    void theTwoThatAreWithinToleranceAreMetInTheMiddleWhateverTheModelSays() {
        SensorGroup group = new SensorGroup(2, THERMISTOR);
        step(group, 299, 300, 302);
        assertThat(group.value()).isEqualTo(301);
        step(group, 299, 300, 302.5);
        assertThat(group.value()).as("the nearer one").isEqualTo(300);
        step(group, 304, 300, 302.5);
        assertThat(group.value()).as("the nearer one").isEqualTo(302.5);
    }

    @Test
    @Tag("CORE-083")
    void aLoneSensorIsFollowedAsFarAsTheModelToleratesIt() {
        SensorGroup group = new SensorGroup(1, THERMISTOR);
        step(group, 300, 306);
        assertThat(group.value()).isEqualTo(306);
        step(group, 300, 306.1);
        assertThat(group.value()).isEqualTo(300);
    }

    @Test
    @Tag("CORE-083")
    void whenNobodyIsBelievedSuspectsCountAsFarAsTheyFitTheModelElseTheModel() {
        SensorGroup group = new SensorGroup(2, THERMISTOR);
        for (int second = 0; second < 10; second++) {
            step(group, 300, 500, 501);
        }
        assertThat(group.suspects()).isEqualTo(2);
        assertThat(group.value()).as("what cannot be is not said").isEqualTo(300);
        assertThat(group.sensed()).isFalse();
        step(group, 300, 305, 304);
        assertThat(group.value()).isEqualTo(304.5);
        step(group, 300, 310, 312);
        assertThat(group.value()).isEqualTo(300);
        step(group, Double.NaN, 310, 312);
        assertThat(group.value()).as("better suspects than nothing").isEqualTo(311);
        step(group, Double.NaN, Double.NaN, 312);
        assertThat(group.value()).isEqualTo(312);
    }

    @Test
    @Tag("CORE-084")
    void whoWasAtOddsIsNotBelievedAgainWhileNobodyElseSpeaks() {
        SensorGroup group = new SensorGroup(3, THERMISTOR);
        fly(group, 10, second -> 330);
        assertThat(group.doubt(0)).isEqualTo(Doubt.DISAGREES);
        for (int second = 0; second < 500; second++) {
            group.take(0, healthy(), 0);
            group.judge(1);
        }
        assertThat(group.doubt(0)).as("right by itself alone").isEqualTo(Doubt.DISAGREES);
        fly(group, 130, second -> healthy());
        assertThat(group.suspects()).isZero();
    }

    @Test
    @Tag("CORE-084")
    void whoIsBelievedAgainIsNearerThanWhenItWasDoubted() {
        SensorGroup group = new SensorGroup(3, THERMISTOR.noisy(false));
        for (int second = 0; second < 300; second++) {
            step(group, Double.NaN, second < 10 ? 303 : 301.5, 300, 300);
        }
        assertThat(group.doubt(0)).as("1.5 K off").isEqualTo(Doubt.DISAGREES);
        for (int second = 0; second < 130; second++) {
            step(group, Double.NaN, 301.3, 300, 300);
        }
        assertThat(group.doubt(0)).as("1.3 K off").isEqualTo(Doubt.NONE);
    }

    @Test
    @Tag("CORE-080")
    void wrongReadingsAreForgivenFortyTimesSlowerThanTheyCount() {
        SensorGroup group = new SensorGroup(3, THERMISTOR.noisy(false));
        int wrong = 0;
        for (int second = 0; group.suspects() == 0; second++) {
            wrong += second % 20 == 0 ? 1 : 0;
            step(group, Double.NaN, second % 20 == 0 ? 310 : 300, 300, 300);
            assertThat(second).isLessThan(1000);
        }
        // Each wrong second leaves about half of itself behind: 1 - 19/40.
        assertThat(wrong).isEqualTo(9);
        assertThat(group.doubt(0)).isEqualTo(Doubt.JUMPS);
    }

    @Test
    @Tag("CORE-081")
    void aSensorThatIsNotThereIsNotJudgedAndHasNoVote() {
        SensorGroup group = new SensorGroup(2, THERMISTOR.noisy(false));
        for (int second = 0; second < 100; second++) {
            group.take(1, 250, 0);
            group.judge(1);
        }
        assertThat(group.suspects()).isZero();
        assertThat(group.value()).isEqualTo(250);
        assertThat(group.reading(0)).isNaN();
        assertThat(group.sensed()).isTrue();
        group.judge(1);
        assertThat(group.value()).as("nobody is there").isNaN();
        assertThat(group.sensed()).isFalse();
    }
}
