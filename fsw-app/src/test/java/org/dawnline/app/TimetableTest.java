package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final int CYCLES = 130;
    private static final List<String> HOUSEKEEPERS = List.of("parameters", "tables", "versions");

    private record Named(String name) implements Component {
        @Override
        public void step(Tick tick) {}
    }

    private final FakeHal hal = new FakeHal();

    /** The cycles in which each member of the shipped satellite steps. */
    private Map<String, Set<Long>> flown(long periodNanos) {
        Map<String, Set<Long>> cycles = new TreeMap<>();
        hal.clock.onStep(member ->
                cycles.computeIfAbsent(member, name -> new TreeSet<>()).add(hal.clock.nanos() / periodNanos));
        TestSpacecraft.over(hal, new InlineWorker(), periodNanos).executive().runUntil(CYCLES * PERIOD_NANOS);
        return cycles;
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 100_000_000})
    @Tag("A3")
    @Tag("APP-012")
    void whatKeepsHouseStepsInCyclesOfItsOwnBetweenRegulationAndRegulation(long periodNanos) {
        Map<String, Set<Long>> cycles = flown(periodNanos);
        long second = 1_000_000_000L / periodNanos;
        Set<Long> taken = new TreeSet<>(cycles.get("power"));
        assertThat(taken).hasSize(13).allMatch(cycle -> cycle % second == 0);
        for (String member : HOUSEKEEPERS) {
            assertThat(cycles.get(member)).as(member).hasSize(2).doesNotContainAnyElementsOf(taken);
            taken.addAll(cycles.get(member));
        }
    }

    @Test
    @Tag("A3")
    @Tag("A4")
    @Tag("APP-012")
    void everyMemberHasABudgetAndTheWorstCycleFits() {
        Spacecraft spacecraft = TestSpacecraft.over(hal, new InlineWorker(), PERIOD_NANOS);
        Dictionary dictionary = spacecraft.executive().dictionary();
        assertThat(dictionary.enumeration("member"))
                .containsAll(
                        Timetable.MORE.stream().map(Timetable.Share::member).toList());
        double worstUs = 0;
        for (String member : dictionary.enumeration("member")) {
            String description =
                    dictionary.channel("core.member." + member + ".overBudget").description();
            long us = Long.parseLong(description.replaceAll("\\D", ""));
            assertThat(us).as(member).isEqualTo(Math.round(1e5 * Timetable.ratio(member)));
            worstUs += HOUSEKEEPERS.contains(member) ? 0 : us;
        }
        assertThat(worstUs).as("reflexes and regulation in one cycle").isLessThan(0.8 * PERIOD_NANOS / 1e3);
    }

    @Test
    @Tag("A3")
    @Tag("APP-012")
    void tooManyMembersForOneCycleAreRefusedAtStart() {
        Component[] many = new Component[101];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Named("m" + i);
        }
        List<RateGroup> groups = new Timetable(PERIOD_NANOS).of(List.of(many), List.of(new Named("power")), List.of());
        assertThat(groups.get(0).budgetNanos()).isEqualTo(101 * PERIOD_NANOS / 100);
        assertThat(groups.get(2).slots()).isEmpty();
        Registrar r = new Registrar();
        ModeManager modes = new ModeManager(r.component("mode"));
        CommandDispatcher commands = new CommandDispatcher(r.component("command"), hal.clock(), modes);
        ExecutiveSettings settings = new ExecutiveSettings(PERIOD_NANOS, "regulation");
        assertThatThrownBy(() -> new Executive(settings, hal, r, commands, modes, groups))
                .hasMessageContaining("add up to 102000000 ns, more than the base period");
    }

    /** The whole way from a slow step to what a table makes of it. */
    @Test
    @Tag("A4")
    @Tag("APP-013")
    void aMemberThatStaysOverItsBudgetIsNamedStartedOverAndFollowedByAnAction() {
        Spacecraft spacecraft = TestSpacecraft.over(hal, new InlineWorker(), PERIOD_NANOS);
        spacecraft.executive().runUntil(100 * PERIOD_NANOS);
        Dictionary dictionary = spacecraft.executive().dictionary();
        assertThat(dictionary.channel("health.brokenBudgets").value()).isZero();
        double done = dictionary.channel("action.done").value();
        hal.clock.chargeEachStep("power", PERIOD_NANOS / 100 + 1);
        spacecraft.executive().runUntil(131 * PERIOD_NANOS);
        assertThat(dictionary.channel("health.brokenBudgets").value()).isEqualTo(1);
        assertThat(dictionary.channel("health.brokenBudgetMember").value())
                .isEqualTo(dictionary.enumeration("member").indexOf("power"));
        assertThat(dictionary.channel("action.done").value()).isEqualTo(done + 1);
        spacecraft.executive().runUntil(141 * PERIOD_NANOS);
        assertThat(dictionary.channel("core.member.power.restarts").value()).isEqualTo(1);
        assertThat(dictionary.channel("core.member.orbit.overBudget").value()).isZero();
        assertThat(dictionary.channel("core.slips").value()).isZero();
    }
}
