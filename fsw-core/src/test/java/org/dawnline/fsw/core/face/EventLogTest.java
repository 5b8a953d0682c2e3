package org.dawnline.fsw.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final long S = 1_000_000_000L;
    private static final int BURST = (int) EventThrottles.EVENT_BURST;

    enum Noise implements EventType {
        LOUD,
        QUIET;

        @Override
        public Severity severity() {
            return Severity.DIAGNOSTIC;
        }

        @Override
        public String pattern() {
            return "{0} {1} {2} {3}";
        }
    }

    private final Registrar registrar = new Registrar();
    private final Events<Noise> events = registrar.component("noise").events(Noise.class);
    private final EventLog log = registrar.events();

    private Dictionary seal() {
        return registrar.seal(Map.of("all", List.of("noise")), "all");
    }

    @Test
    @Tag("CORE-012")
    void anEventCarriesItsNumberAndArguments() {
        Dictionary dictionary = seal();
        events.raise(Noise.QUIET, 1, 2, 3, 4);
        events.raise(Noise.LOUD);
        assertThat(log.count()).isEqualTo(2);
        assertThat(dictionary.events().get(log.id(0)).name()).isEqualTo("noise.QUIET");
        assertThat(log.argument(0, 3)).isEqualTo(4);
        assertThat(dictionary.events().get(log.id(1)).name()).isEqualTo("noise.LOUD");
        assertThat(log.argument(1, 0)).isNaN();
        log.clear();
        assertThat(log.count()).isZero();
    }

    @Test
    @Tag("CORE-012")
    void aStormOfOneEventIsThrottledAndCountedAndLeavesTheOthersAlone() {
        seal();
        log.beginCycle(0);
        for (int i = 0; i < 1000; i++) {
            events.raise(Noise.LOUD, i);
        }
        events.raise(Noise.QUIET);
        assertThat(log.count()).isEqualTo(BURST + 1);
        assertThat(log.suppressed()).isEqualTo(1000 - BURST);
        assertThat(log.dropped()).isZero();
    }

    @Test
    @Tag("CORE-012")
    void afterABurstOneASecondPasses() {
        seal();
        int passed = 0;
        for (int tenth = 0; tenth <= 1000; tenth++) {
            log.beginCycle(tenth * S / 10);
            events.raise(Noise.LOUD);
            passed += log.count();
            log.clear();
        }
        assertThat(passed).isBetween(BURST + 99, BURST + 100);
        assertThat(log.suppressed()).isEqualTo(1001 - passed);
    }

    @Test
    @Tag("CORE-012")
    void quietTimeGivesABurstBackAndNoMore() {
        seal();
        log.beginCycle(0);
        for (int i = 0; i < BURST; i++) {
            events.raise(Noise.LOUD);
        }
        log.clear();
        log.beginCycle(1_000_000 * S);
        for (int i = 0; i < 100; i++) {
            events.raise(Noise.LOUD);
        }
        assertThat(log.count()).isEqualTo(BURST);
    }

    @Test
    @Tag("CORE-012")
    void aClockThatBeginsBelowZeroSilencesNothing() {
        seal();
        events.raise(Noise.LOUD); // before the first cycle
        log.beginCycle(-5_000_000 * S);
        for (int i = 0; i < 100; i++) {
            events.raise(Noise.LOUD);
            events.raise(Noise.QUIET);
        }
        assertThat(log.count()).isEqualTo(2 * BURST);
    }

    enum Many implements EventType {
        A0,
        A1,
        A2,
        A3,
        A4,
        A5,
        A6,
        A7,
        A8,
        A9,
        B0,
        B1,
        B2,
        B3,
        B4,
        B5,
        B6,
        B7,
        B8,
        B9,
        C0,
        C1,
        C2,
        C3,
        C4,
        C5,
        C6,
        C7,
        C8,
        C9,
        D0,
        D1,
        D2,
        D3,
        D4,
        D5,
        D6,
        D7,
        D8,
        D9,
        E0,
        E1,
        E2,
        E3,
        E4,
        E5,
        E6,
        E7,
        E8,
        E9,
        F0,
        F1,
        F2,
        F3,
        F4,
        F5,
        F6,
        F7,
        F8,
        F9,
        G0,
        G1,
        G2,
        G3,
        G4,
        G5,
        G6,
        G7,
        G8;

        @Override
        public Severity severity() {
            return Severity.DIAGNOSTIC;
        }

        @Override
        public String pattern() {
            return "";
        }
    }

    enum Worst implements EventType {
        FATAL(Severity.FATAL),
        HIGH(Severity.WARNING_HI),
        LOW(Severity.WARNING_LO);

        private final Severity severity;

        Worst(Severity severity) {
            this.severity = severity;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return "";
        }
    }

    private void letPass(EventThrottles throttles) {
        log.use(throttles);
        log.beginCycle(0);
        log.beginCycle(1_000_000 * S);
    }

    private static void raiseAll(Events<Many> many, int times) {
        for (int i = 0; i < times; i++) {
            for (Many event : Many.values()) {
                many.raise(event);
            }
        }
    }

    @Test
    @Tag("CORE-012")
    void whatDoesNotFitIntoACycleIsDroppedAndCounted() {
        Events<Many> many = registrar.component("many").events(Many.class);
        seal();
        EventThrottles open = log.throttles();
        open.everyComponent(1e6, 1e6);
        open.everyEvent(1e6, 1e6);
        letPass(open);
        raiseAll(many, 10);
        int raised = Many.values().length * 10;
        int room = EventLog.CAPACITY - EventLog.KEPT_FOR_SEVERE - EventLog.KEPT_FOR_FATAL;
        assertThat(log.count()).isEqualTo(room);
        assertThat(log.dropped()).isEqualTo(raised - room);
        assertThat(log.suppressed()).isZero();
    }

    @Test
    @Tag("CORE-146")
    @Tag("C4")
    void aComponentMayRaiseThirtyTwoAtOnceAndFifteenASecondAfterThat() {
        Events<Many> many = registrar.component("many").events(Many.class);
        seal();
        log.beginCycle(0);
        assertThat(Severity.values()).hasSize(7);
        raiseAll(many, 1);
        assertThat(log.count()).isEqualTo(32);
        events.raise(Noise.LOUD); // of another component
        assertThat(log.count()).isEqualTo(33);
        log.clear();
        int passed = 0;
        for (int tenth = 1; tenth <= 1000; tenth++) {
            log.beginCycle(tenth * S / 10);
            raiseAll(many, 1);
            passed += log.count();
            log.clear();
        }
        assertThat(passed).isBetween(15 * 100 - 1, 15 * 100);
    }

    @Test
    @Tag("CORE-146")
    @Tag("C4")
    void whatIsHeldBackIsToldForEachComponentAndCountedAnewAfterAReset() {
        Events<Many> many = registrar.component("many").events(Many.class);
        Dictionary dictionary = seal();
        log.beginCycle(0);
        raiseAll(many, 1);
        log.publish();
        int heldBack = Many.values().length - 32;
        assertThat(dictionary.channel("many.eventsHeldBack").value()).isEqualTo(heldBack);
        assertThat(dictionary.channel("noise.eventsHeldBack").value()).isZero();
        CommandDeclaration reset = dictionary.commands().get(dictionary.commandNumber("many.RESET_COUNTERS"));
        reset.handler().execute(new double[0]);
        log.publish();
        assertThat(dictionary.channel("many.eventsHeldBack").value()).isZero();
        assertThat(log.suppressed()).isEqualTo(heldBack);
    }

    @Test
    @Tag("CORE-147")
    @Tag("C4")
    void noStormOfItsOwnComponentHoldsTheWorstBack() {
        Face face = registrar.component("many");
        Events<Many> many = face.events(Many.class);
        Events<Worst> worst = face.events(Worst.class);
        Dictionary dictionary = seal();
        log.beginCycle(0);
        raiseAll(many, 100);
        log.clear();
        worst.raise(Worst.LOW);
        assertThat(log.count()).isZero();
        worst.raise(Worst.HIGH);
        worst.raise(Worst.FATAL);
        assertThat(log.count()).isEqualTo(2);
        assertThat(dictionary.events().get(log.id(1)).name()).isEqualTo("many.FATAL");
    }

    @Test
    @Tag("CORE-147")
    @Tag("C4")
    void inACycleThatIsFullTheWorstFindRoom() {
        Events<Many> many = registrar.component("many").events(Many.class);
        Events<Worst> worst = registrar.component("worst").events(Worst.class);
        seal();
        EventThrottles open = log.throttles();
        open.everyComponent(1e6, 1e6);
        open.everyEvent(1e6, 1e6);
        letPass(open);
        raiseAll(many, 100);
        int full = log.count();
        worst.raise(Worst.LOW);
        assertThat(log.count()).isEqualTo(full);
        for (int i = 0; i < 1000; i++) {
            worst.raise(Worst.HIGH);
        }
        assertThat(log.count()).isEqualTo(full + EventLog.KEPT_FOR_SEVERE);
        for (int i = 0; i < 1000; i++) {
            worst.raise(Worst.FATAL);
        }
        assertThat(log.count()).isEqualTo(EventLog.CAPACITY);
    }

    @Test
    @Tag("CORE-146")
    @Tag("C4")
    void throttlesAreChangedForOneEventOrOneComponent() {
        Events<Many> many = registrar.component("many").events(Many.class);
        seal();
        EventThrottles throttles = log.throttles();
        assertThat(throttles.event("noise.LOUD", 0.1, 2)).isTrue();
        assertThat(throttles.component("many", 1, 5)).isTrue();
        assertThat(throttles.event("noise.NONE", 1, 1)).isFalse();
        assertThat(throttles.component("none", 1, 1)).isFalse();
        log.use(throttles);
        log.beginCycle(0);
        raiseAll(many, 1);
        assertThat(log.count()).isEqualTo(5);
        for (int i = 0; i < 10; i++) {
            events.raise(Noise.LOUD);
            events.raise(Noise.QUIET);
        }
        assertThat(log.count()).isEqualTo(5 + 2 + BURST);
        log.clear();
        log.beginCycle(10 * S);
        for (int i = 0; i < 10; i++) {
            events.raise(Noise.LOUD);
        }
        assertThat(log.count()).isEqualTo(1);
    }

    @Test
    @Tag("CORE-146")
    void everyRaiseIsCountedWhetherItPassesOrNot() {
        Dictionary dictionary = seal();
        for (int i = 0; i < 100; i++) {
            events.raise(Noise.LOUD);
        }
        for (int id = 0; id < dictionary.events().size(); id++) {
            boolean loud = dictionary.events().get(id).name().equals("noise.LOUD");
            assertThat(log.raised(id)).isEqualTo(loud ? 100 : 0);
        }
    }

    @Test
    @Tag("CORE-012")
    void raisingBeforeTheSealIsAProgrammersError() {
        assertThatThrownBy(() -> events.raise(Noise.LOUD)).isInstanceOf(IllegalStateException.class);
    }
}
