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
}
