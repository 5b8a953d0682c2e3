package org.dawnline.fsw.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTableTest {
    enum Noise implements EventType {
        LOUD,
        QUIET;

        @Override
        public Severity severity() {
            return Severity.WARNING_LO;
        }

        @Override
        public String pattern() {
            return "";
        }
    }

    private final Registrar registrar = new Registrar();
    private final Events<Noise> a = registrar.component("a").events(Noise.class);
    private final Events<Noise> b = registrar.component("b").events(Noise.class);
    private final ThrottleTable table = new ThrottleTable(registrar.events());
    private final Problems problems = new Problems();
    private Dictionary dictionary;

    @BeforeEach
    void seal() {
        dictionary = registrar.seal(Map.of("all", List.of("a", "b")), "all");
    }

    private int passing(Events<Noise> events, Noise event) {
        registrar.events().clear();
        for (int i = 0; i < 100; i++) {
            events.raise(event);
        }
        return registrar.events().count();
    }

    @Test
    @Tag("CORE-146")
    @Tag("C4")
    void theLastRowThatFitsCounts() {
        var content = TableText.of("""
                table throttles test version=1
                events     perS=0 burst=20
                event      name=a.QUIET perS=0 burst=2
                components perS=0 burst=7
                component  name=b perS=0 burst=5
                """).read(table, dictionary, problems);
        assertThat(problems.list()).isEmpty();
        table.activate(content.value());
        registrar.events().beginCycle(0);
        registrar.events().beginCycle(1_000_000_000_000L);
        assertThat(passing(a, Noise.QUIET)).isEqualTo(2);
        assertThat(passing(a, Noise.LOUD)).isEqualTo(5); // seven of the component
        assertThat(passing(b, Noise.LOUD)).isEqualTo(5);
    }

    @ParameterizedTest
    @Tag("CORE-146")
    @CsvSource(delimiter = '|', textBlock = """
            event name=a.SHY perS=1 burst=1  | a.SHY, which is no event
            component name=c perS=1 burst=1  | c, which raises no events
            events burst=1                   | perS is missing
            events perS=1 burst=0            | burst is 0, expected
            noise perS=1 burst=1             | what is throttled is noise
            """)
    void everyMistakeIsFound(String row, String complaint) {
        String text = "table throttles test version=1\n" + row.strip();
        assertThat(TableText.of(text).read(table, dictionary, problems)).isNull();
        assertThat(problems.first().toString()).startsWith("line 2: ").contains(complaint.strip());
    }
}
