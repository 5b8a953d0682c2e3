package org.dawnline.fsw.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.Worker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlightDynamicsTest {
    /** 650 km dawn-dusk on 21 June 2026, 12:00 UTC; by two bodies its eclipse is from 3792 s to 5000 s. */
    private static final double[] SSO = {-7028072.054418, 30214.047670, 0, 4.497973204, 1046.270930727, 7457.898321273};

    private final Bench bench = new Bench();

    private FlightDynamics fly(Worker worker) {
        var dynamics = new FlightDynamics(
                bench.face("orbit"),
                bench.hal,
                worker,
                List.of(new GroundStation("svalbard", 78.2297, 15.3975, 500, 10)));
        bench.fly(Bench.S, dynamics);
        return dynamics;
    }

    private void giveFix() {
        bench.hal.fixValid = true;
        bench.hal.fixUtcNanos = StillHal.START_UTC_NANOS;
        System.arraycopy(SSO, 0, bench.hal.state, 0, SSO.length);
    }

    @Test
    @Tag("CORE-042")
    void nothingIsValidBeforeTheFirstFix() {
        OrbitForecast forecast = fly(new InlineWorker()).forecast();
        bench.tick(5);
        assertThat(forecast.illuminationRatio().valid()).isFalse();
        assertThat(forecast.eclipseEntryS().valid()).isFalse();
        assertThat(forecast.passStartS().valid()).isFalse();
        assertThat(forecast.periodS().valid()).isFalse();
        assertThat(bench.value("orbit.fixValid")).isZero();
    }

    @Test
    @Tag("CORE-042")
    void timesRunDownToTheEclipseAndOnToTheNext() {
        giveFix();
        OrbitForecast forecast = fly(new InlineWorker()).forecast();
        bench.tick(1);
        double entryS = forecast.eclipseEntryS().value();
        double exitS = forecast.eclipseExitS().value();
        double durationS = forecast.eclipseDurationS().value();
        assertThat(entryS).isCloseTo(3792, within(10.0));
        assertThat(exitS - entryS).isCloseTo(durationS, within(1e-6));
        assertThat(durationS).isCloseTo(1208, within(10.0));
        assertThat(forecast.periodS().value()).isCloseTo(5864, within(10.0));
        assertThat(forecast.sunFluxWPerM2().value()).isCloseTo(1318, within(1.0));
        assertThat(forecast.illuminationRatio().value()).isEqualTo(1);
        bench.tick(3000);
        assertThat(forecast.eclipseEntryS().value()).isCloseTo(entryS - 3000, within(1e-6));
        bench.tick((long) (entryS - 3000 + durationS / 2));
        assertThat(forecast.illuminationRatio().value()).isZero();
        assertThat(forecast.eclipseDurationS().value()).isCloseTo(durationS, within(1e-6));
        assertThat(forecast.eclipseExitS().value()).isBetween(500.0, 700.0);
        assertThat(forecast.eclipseEntryS().value()).isBetween(5000.0, 5500.0);
        bench.tick(700);
        assertThat(forecast.illuminationRatio().value()).isEqualTo(1);
        assertThat(forecast.eclipseEntryS().value()).isBetween(4300.0, 4700.0);
    }

    @Test
    @Tag("CORE-042")
    void illuminationFallsSmoothlyThroughPenumbra() {
        giveFix();
        OrbitForecast forecast = fly(new InlineWorker()).forecast();
        bench.tick(1);
        bench.tick((long) forecast.eclipseEntryS().value());
        double before = 1;
        int partly = 0;
        for (int i = 0; i < 30; i++) {
            bench.tick(1);
            double now = forecast.illuminationRatio().value();
            assertThat(now).isBetween(0.0, before);
            assertThat(before - now).isLessThan(0.1);
            partly += now > 0 && now < 1 ? 1 : 0;
            before = now;
        }
        assertThat(before).isZero();
        assertThat(partly).isBetween(23, 27);
    }

    @Test
    @Tag("CORE-042")
    void passesAreCountedDownAndAreZeroAwayWhileTheyLast() {
        giveFix();
        OrbitForecast forecast = fly(new InlineWorker()).forecast();
        bench.tick(1);
        double startS = forecast.passStartS().value();
        double endS = forecast.passEndS().value();
        assertThat(startS).isBetween(60.0, 6000.0);
        assertThat(endS - startS).isBetween(60.0, 700.0);
        bench.tick((long) ((startS + endS) / 2));
        assertThat(forecast.passStartS().value()).isZero();
        assertThat(forecast.passEndS().value()).isBetween(10.0, endS - startS);
        bench.tick((long) (endS - startS));
        assertThat(forecast.passStartS().value()).isGreaterThan(1000);
    }

    @Test
    @Tag("CORE-043")
    void withoutAFixTheLastForecastServesUntilItsHorizon() {
        giveFix();
        OrbitForecast forecast = fly(new InlineWorker()).forecast();
        bench.tick(2);
        bench.hal.fixValid = false;
        double horizonS = 3 * 5863;
        bench.tick((long) horizonS - 100);
        assertThat(forecast.illuminationRatio().valid()).isTrue();
        assertThat(bench.count("orbit.FIX_LOST")).isEqualTo(1);
        bench.tick(200);
        assertThat(forecast.illuminationRatio().valid()).isFalse();
        assertThat(forecast.eclipseEntryS().valid()).isFalse();
        assertThat(bench.count("orbit.FORECAST_ENDED")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-043")
    void aFixThatReturnsGivesANewForecastAtOnce() {
        giveFix();
        fly(new InlineWorker());
        bench.tick(10);
        bench.hal.fixValid = false;
        bench.tick(10);
        assertThat(bench.value("orbit.forecasts")).isEqualTo(1);
        bench.hal.fixValid = true;
        bench.hal.fixUtcNanos = bench.hal.utcNanos();
        bench.tick(1);
        assertThat(bench.value("orbit.forecasts")).isEqualTo(2);
        assertThat(bench.value("orbit.forecastAgeS")).isLessThan(2);
    }

    @Test
    @Tag("CORE-043")
    void aFixThatDoesNotMoveOnForAMinuteIsNone() {
        giveFix();
        fly(new InlineWorker());
        bench.tick(61);
        assertThat(bench.value("orbit.fixValid")).isEqualTo(1);
        bench.tick(2);
        assertThat(bench.value("orbit.fixValid")).isZero();
    }

    @Test
    @Tag("CORE-043")
    void aFixThatIsNoOrbitIsNotUsed() {
        double[][] wrong = {
            {0, 0, 0, 0, 0, 0},
            {7e6, 0, 0, 0, Double.NaN, 0},
            {7e6, 0, 0, 0, 20_000, 0}, // escapes
            {7e6, 0, 0, 0, 1_000, 0}, // falls
            {Double.POSITIVE_INFINITY, 0, 0, 0, 7_500, 0},
        };
        giveFix();
        bench.hal.fixValid = false;
        OrbitForecast forecast = fly(new InlineWorker()).forecast();
        bench.hal.fixValid = true;
        for (double[] state : wrong) {
            System.arraycopy(state, 0, bench.hal.state, 0, state.length);
            bench.tick(1);
            assertThat(bench.value("orbit.fixValid")).isZero();
            assertThat(forecast.illuminationRatio().valid()).isFalse();
        }
        assertThat(bench.count("orbit.FIX_IMPLAUSIBLE")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-043")
    void aJumpOfUtcDoesNotMoveTheEclipse() {
        giveFix();
        OrbitForecast forecast = fly(new InlineWorker()).forecast();
        bench.tick(1);
        double before = forecast.eclipseEntryS().value();
        bench.hal.utcOffsetNanos += 3600 * Bench.S;
        bench.tick(10);
        assertThat(forecast.eclipseEntryS().value()).isCloseTo(before - 10, within(1e-6));
    }

    @Test
    @Tag("CORE-044")
    void aSlowWorkerOnlyDelaysTheForecast() {
        List<Runnable> queue = new ArrayList<>();
        giveFix();
        OrbitForecast forecast = fly(queue::add).forecast();
        bench.tick(10);
        assertThat(forecast.illuminationRatio().valid()).isFalse();
        assertThat(queue).hasSize(1);
        queue.remove(0).run();
        bench.tick(1);
        assertThat(forecast.illuminationRatio().valid()).isTrue();
        assertThat(forecast.eclipseEntryS().value()).isCloseTo(3792 - 10, within(10.0));
    }

    @Test
    @Tag("CORE-044")
    void aBusyWorkerIsAskedAgain() {
        giveFix();
        int[] refusals = {3};
        fly(task -> {
            if (refusals[0]-- > 0) {
                return false;
            }
            task.run();
            return true;
        });
        bench.tick(3);
        assertThat(bench.value("orbit.forecasts")).isZero();
        bench.tick(1);
        assertThat(bench.value("orbit.forecasts")).isEqualTo(1);
    }
}
