package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.orbit.FlightDynamics;
import org.dawnline.fsw.core.orbit.GroundStation;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggersTest {
    private static final long P = Bench.S / 10;

    /** 650 km dawn-dusk on 21 June 2026, 12:00 UTC, just at the equator on its way north; a period is 5,864 s. */
    private static final double[] SSO = {-7028072.054418, 30214.047670, 0, 4.497973204, 1046.270930727, 7457.898321273};

    private static final double PERIOD_S = 5864;

    private record Start(double timeS, int slot, Origin by) {}

    private final Bench bench = new Bench();
    private final List<Start> starts = new ArrayList<>();
    private final FlightDynamics orbit = new FlightDynamics(
            bench.face("orbit"),
            bench.hal,
            new InlineWorker(),
            List.of(new GroundStation("svalbard", 78.2297, 15.3975, 500, 10)));
    private final Triggers triggers = declare();

    private Triggers declare() {
        Triggers built = new Triggers(bench.face("triggers"), orbit, this::start);
        bench.fly(
                P,
                List.of(
                        new RateGroup("fast", 1, 0, P / 4, List.of(built.watch())),
                        new RateGroup("slow", 10, 0, P / 4, List.of(orbit, built))));
        bench.hal.fixValid = true;
        bench.hal.fixUtcNanos = StillHal.START_UTC_NANOS;
        System.arraycopy(SSO, 0, bench.hal.state, 0, SSO.length);
        return built;
    }

    private boolean start(int slot, Origin by) {
        starts.add(new Start(bench.hal.nanos / 1e9, slot, by));
        return slot != 63;
    }

    private void load(String... rows) {
        Problems problems = new Problems();
        var content = TableText.of("table triggers test version=1\n" + String.join("\n", rows))
                .read(triggers, bench.dictionary(), problems);
        assertThat(problems.list()).isEmpty();
        triggers.activate(content.value());
    }

    private void fly(double s) {
        bench.tick((long) (s * 10));
    }

    private List<Double> timesOf(int slot) {
        return starts.stream()
                .filter(start -> start.slot() == slot)
                .map(Start::timeS)
                .toList();
    }

    @Test
    @Tag("F5")
    @Tag("CORE-139")
    void momentsOfEachOrbitStartTheirSequencesOnce() {
        load(
                "on eclipse-entry before=00:01:00 slot=1",
                "on eclipse-exit after=30s slot=2",
                "on umbra-entry slot=3",
                "on umbra-exit slot=4");
        fly(2.6 * PERIOD_S);

        assertThat(timesOf(1)).hasSize(2);
        assertThat(timesOf(1).get(0)).isCloseTo(3792 - 60, within(10.0));
        assertThat(timesOf(1).get(1) - timesOf(1).get(0)).isCloseTo(PERIOD_S, within(10.0));
        assertThat(timesOf(2).get(0) - timesOf(1).get(0)).isCloseTo(60 + 1208 + 30, within(10.0));
        assertThat(timesOf(3).get(0) - timesOf(1).get(0)).isCloseTo(60 + 25.1, within(1.0));
        assertThat(timesOf(4)).hasSize(2);
        assertThat(bench.value("triggers.fired")).isEqualTo(8);
        assertThat(bench.value("triggers.missed")).isZero();
        assertThat(starts).allMatch(start -> start.by() == Origin.SCHEDULE);
    }

    /** By the tenth of a second at which the executive runs. */
    @Test
    @Tag("F5")
    @Tag("CORE-139")
    void sequencesStartInTheCycleAfterTheirMoment() {
        load("on aos slot=1", "on los slot=2", "on eclipse-entry slot=3");
        fly(2);
        double now = bench.hal.nanos / 1e9;
        double entryS = now + bench.value("orbit.eclipseEntryS");
        double aosS = now + bench.value("orbit.passStartS");
        double losS = now + bench.value("orbit.passEndS");
        fly(PERIOD_S);

        assertThat(timesOf(3).get(0)).isCloseTo(entryS, within(1.1));
        assertThat(timesOf(1).get(0)).isCloseTo(aosS, within(1.1));
        assertThat(timesOf(2).get(0)).isCloseTo(losS, within(1.1));
        assertThat(bench.value("triggers.nextS")).isPositive();
    }

    @Test
    @Tag("F5")
    @Tag("CORE-138")
    void crossingAParallelAMeridianOrAnEdgeStartsASequence() {
        load(
                "parallel equator lat=0",
                "parallel arctic lat=66.5",
                "corner box lat=10 lon=-180",
                "corner box lat=10 lon=-20",
                "corner box lat=-10 lon=-20",
                "corner box lat=-10 lon=-180",
                "on region-exit region=equator slot=1",
                "on region-entry region=equator slot=2",
                "on region-entry region=arctic before=5min slot=3",
                "on region-entry region=box slot=4",
                "on region-exit region=box slot=5");
        fly(1.9 * PERIOD_S);

        assertThat(timesOf(1).get(0)).isCloseTo(PERIOD_S / 2, within(10.0));
        assertThat(timesOf(2).get(1)).isCloseTo(PERIOD_S, within(10.0)); // the first is where it began
        // From the equator to 66.5 degrees along an orbit of 98 degrees inclination: asin(sin 66.5 / sin 97.99)
        assertThat(timesOf(3).get(0)).isCloseTo(67.8 / 360 * PERIOD_S - 300, within(20.0));
        for (int i = 0; i < timesOf(5).size(); i++) {
            double entry = timesOf(4).size() > i ? timesOf(4).get(i) : Double.NaN;
            assertThat(timesOf(5).get(i) - entry).isCloseTo(20.0 / 360 * PERIOD_S, within(15.0));
        }
        assertThat(timesOf(5)).isNotEmpty();
    }

    @Test
    @Tag("CORE-139")
    void whatComesWhileNobodyLooksIsMissedAndSaid() {
        load("on eclipse-entry slot=1");
        fly(3700);
        bench.hal.nanos += 1000 * Bench.S;
        fly(1100);
        assertThat(starts).isEmpty();
        assertThat(bench.count("triggers.MISSED")).isEqualTo(1);
        fly(PERIOD_S);
        assertThat(timesOf(1)).hasSize(1);
    }

    @Test
    @Tag("CORE-139")
    void anotherTableForgetsTheOldMomentsAndDoesNotFireWhatHasPassed() {
        load("parallel a lat=10", "on region-entry region=a slot=1");
        fly(20);
        load(
                "parallel b lat=-80",
                "parallel a lat=10",
                "parallel passed lat=0.5",
                "on region-entry region=a slot=2",
                "on region-entry region=passed slot=3");
        fly(200);
        assertThat(timesOf(1)).isEmpty();
        assertThat(timesOf(2)).hasSize(1);
        assertThat(timesOf(3)).isEmpty();
    }

    @ParameterizedTest
    @Tag("CORE-133")
    @CsvSource(
            delimiter = ';',
            value = {
                "on sunrise slot=1; UNKNOWN_NAME",
                "on aos; MISSING",
                "on aos slot=64; OUT_OF_RANGE",
                "on aos before=1s after=1s slot=1; CONFLICT",
                "on aos before=2h slot=1; OUT_OF_RANGE",
                "on region-entry slot=1; MISSING",
                "on region-entry region=x slot=1; UNKNOWN_NAME",
                "on aos region=x slot=1; UNKNOWN_FIELD",
                "corner x lat=1 lon=1; OUT_OF_RANGE",
                "parallel x lat=91; OUT_OF_RANGE",
                "circle x; UNKNOWN_NAME",
            })
    void whatCannotBeTriggeredIsRefused(String row, Flaw flaw) {
        assertThat(flaw(row)).isEqualTo(flaw);
    }

    private Flaw flaw(String rows) {
        Problems problems = new Problems();
        TableText.of("table triggers bad version=1\n" + rows).read(triggers, bench.dictionary(), problems);
        return problems.first().flaw();
    }

    @Test
    @Tag("CORE-133")
    void regionsAndTriggersAreBounded() {
        assertThat(flaw("on aos slot=1\n".repeat(65))).isEqualTo(Flaw.TOO_MANY);
        StringBuilder regions = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            regions.append("parallel r").append(i).append(" lat=1\n");
        }
        assertThat(flaw(regions.toString())).isEqualTo(Flaw.TOO_MANY);
        assertThat(flaw("parallel a lat=1\nmeridian a lon=1")).isEqualTo(Flaw.DOUBLED);
        assertThat(flaw("corner a lat=1 lon=0\ncorner a lat=9 lon=90\ncorner a lat=1 lon=-95"))
                .as("too wide")
                .isEqualTo(Flaw.OUT_OF_RANGE);
    }
}
