package org.dawnline.fsw.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("one-jdk")
class StatisticTest {
    private static final int SAMPLES = 1_000_000;
    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @Tag("CORE-155")
    @Tag("C3")
    @CsvSource({"0, 1", "300, 0.1", "-120000, 3000", "1000000, 1"})
    void aMillionSamplesGiveWhatExactArithmeticGives(double offset, double spread) {
        Random luck = new Random(1962);
        double[] samples =
                luck.doubles(SAMPLES).map(x -> offset + spread * x * x).toArray();
        Statistic statistic = new Statistic();
        double least = samples[0];
        double most = samples[0];
        for (double sample : samples) {
            statistic.add(sample);
            least = Math.min(least, sample);
            most = Math.max(most, sample);
        }

        BigDecimal n = BigDecimal.valueOf(SAMPLES);
        BigDecimal mean = sum(samples, BigDecimal.ZERO, 1).divide(n, MathContext.DECIMAL128);
        BigDecimal variance = sum(samples, mean, 2).divide(n.subtract(BigDecimal.ONE), MathContext.DECIMAL128);
        assertThat(statistic.count()).isEqualTo(SAMPLES);
        assertThat(statistic.min()).isEqualTo(least);
        assertThat(statistic.max()).isEqualTo(most);
        assertThat(statistic.mean()).isCloseTo(mean.doubleValue(), within(RELATIVE * Math.abs(mean.doubleValue())));
        double deviation = variance.sqrt(MathContext.DECIMAL128).doubleValue();
        assertThat(statistic.standardDeviation()).isCloseTo(deviation, within(RELATIVE * deviation));
    }

    private static BigDecimal sum(double[] samples, BigDecimal mean, int power) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double sample : samples) {
            BigDecimal distance = new BigDecimal(sample).subtract(mean, MathContext.DECIMAL128);
            sum = sum.add(
                    power == 1 ? distance : distance.multiply(distance, MathContext.DECIMAL128),
                    MathContext.DECIMAL128);
        }
        return sum;
    }

    @Test
    @Tag("CORE-155")
    @Tag("C3")
    void withoutSamplesThereIsNothingAndOneHasNoSpread() {
        Statistic statistic = new Statistic();
        assertThat(statistic.mean()).isNaN();
        assertThat(statistic.min()).isNaN();
        assertThat(statistic.max()).isNaN();
        assertThat(statistic.standardDeviation()).isNaN();
        statistic.add(-7);
        assertThat(statistic.mean()).isEqualTo(-7);
        assertThat(statistic.min()).isEqualTo(-7);
        assertThat(statistic.max()).isEqualTo(-7);
        assertThat(statistic.standardDeviation()).isZero();
        statistic.clear();
        assertThat(statistic.count()).isZero();
        assertThat(statistic.max()).isNaN();
    }

    @Test
    @Tag("CORE-155")
    void whatIsNotFiniteIsLeftOut() {
        Statistic statistic = new Statistic();
        assertThat(statistic.add(Double.NaN)).isFalse();
        assertThat(statistic.add(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(statistic.add(1)).isTrue();
        assertThat(statistic.add(3)).isTrue();
        assertThat(statistic.count()).isEqualTo(2);
        assertThat(statistic.mean()).isEqualTo(2);
        assertThat(statistic.standardDeviation()).isCloseTo(Math.sqrt(2), within(1e-15));
    }
}
