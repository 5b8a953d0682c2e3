package org.dawnline.fsw.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final long S = 1_000_000_000L;

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
        assertThat(log.count()).isEqualTo(EventLog.BURST + 1);
        assertThat(log.suppressed()).isEqualTo(1000 - EventLog.BURST);
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
        assertThat(passed).isBetween(EventLog.BURST + 99, EventLog.BURST + 100);
        assertThat(log.suppressed()).isEqualTo(1001 - passed);
    }

    @Test
    @Tag("CORE-012")
    void quietTimeGivesABurstBackAndNoMore() {
        seal();
        log.beginCycle(0);
        for (int i = 0; i < EventLog.BURST; i++) {
            events.raise(Noise.LOUD);
        }
        log.clear();
        log.beginCycle(1_000_000 * S);
        for (int i = 0; i < 100; i++) {
            events.raise(Noise.LOUD);
        }
        assertThat(log.count()).isEqualTo(EventLog.BURST);
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
        assertThat(log.count()).isEqualTo(2 * EventLog.BURST);
    }

    enum Many implements EventType {
        M00,
        M01,
        M02,
        M03,
        M04,
        M05,
        M06,
        M07,
        M08,
        M09,
        M10,
        M11,
        M12,
        M13,
        M14,
        M15,
        M16,
        M17,
        M18,
        M19,
        M20,
        M21,
        M22,
        M23,
        M24,
        M25,
        M26,
        M27,
        M28,
        M29,
        M30,
        M31,
        M32,
        M33,
        M34,
        M35,
        M36,
        M37,
        M38,
        M39,
        M40,
        M41,
        M42,
        M43,
        M44,
        M45,
        M46,
        M47,
        M48,
        M49,
        M50,
        M51,
        M52,
        M53,
        M54,
        M55,
        M56,
        M57,
        M58,
        M59,
        M60,
        M61,
        M62,
        M63,
        M64,
        M65,
        M66,
        M67,
        M68;

        @Override
        public Severity severity() {
            return Severity.DIAGNOSTIC;
        }

        @Override
        public String pattern() {
            return "";
        }
    }

    @Test
    @Tag("CORE-012")
    void whatDoesNotFitIntoACycleIsDroppedAndCounted() {
        Events<Many> many = registrar.component("many").events(Many.class);
        seal();
        for (Many event : Many.values()) {
            for (int i = 0; i < EventLog.BURST; i++) {
                many.raise(event);
            }
        }
        int raised = Many.values().length * EventLog.BURST;
        assertThat(log.count()).isEqualTo(EventLog.CAPACITY);
        assertThat(log.dropped()).isEqualTo(raised - EventLog.CAPACITY);
        assertThat(log.suppressed()).isZero();
    }

    @Test
    @Tag("CORE-012")
    void raisingBeforeTheSealIsAProgrammersError() {
        assertThatThrownBy(() -> events.raise(Noise.LOUD)).isInstanceOf(IllegalStateException.class);
    }
}
