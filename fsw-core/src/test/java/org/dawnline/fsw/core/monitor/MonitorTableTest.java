package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Problem;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorTableTest {
    private static final String HEADER = "table monitors test version=1\n";

    private final Registrar registrar = new Registrar();
    private Problems problems = new Problems();
    private Dictionary dictionary;

    @BeforeEach
    void declare() {
        Face face = registrar.component("a");
        face.channel("soc", Unit.RATIO, "charge");
        face.stateChannel("mode", List.of("OFF", "ON", "BROKEN"), "a state");
        dictionary = registrar.seal(Map.of("all", List.of("a")), "all");
    }

    private TableText.Content<MonitorBank> read(String rows) {
        problems = new Problems();
        return TableText.of(HEADER + rows).read(new MonitorTable(bank -> {}), dictionary, problems);
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    void everyCheckIsReadAsItIsWritten() {
        MonitorBank bank = read("""
                limit    id=1 name=charge channel=a.soc min=0.2 band=0.02 bad=3 of=5 good=10 severity=WARNING_HI
                expected id=2 name=bits channel=a.soc mask=12 value=7 group=3 state=DISABLED age=never
                state    id=3 name=mode channel=a.mode in=OFF,ON age=1.5s
                delta    id=4 name=jump channel=a.soc min=-5 max=5 while=a.mode whileIs=ON
                rate     id=5 name=warming channel=a.soc max=0.5 while=a.soc whileMin=0.1
                stale    id=6 name=silent channel=a.soc age=60s
                nan      id=7 name=blind channel=a.soc bad=2
                """).value();
        assertThat(problems.list()).isEmpty();
        assertThat(bank.count()).isEqualTo(7);
        Monitor charge = bank.monitor(0);
        assertThat(charge.check()).isEqualTo(Check.limit(0.2, Double.POSITIVE_INFINITY, 0.02));
        assertThat(charge.persistence()).isEqualTo(new Persistence(3, 5, 10));
        assertThat(charge.severity()).isEqualTo(Severity.WARNING_HI);
        assertThat(charge.maxAgeS()).isEqualTo(30);
        Monitor bits = bank.monitor(1);
        assertThat(bits.check()).isEqualTo(Check.expected(12, 7));
        assertThat(bits.group()).isEqualTo(3);
        assertThat(bits.state()).isEqualTo(MonitorState.DISABLED);
        assertThat(bits.maxAgeS()).isInfinite();
        assertThat(bank.monitor(2).check()).isEqualTo(Check.states(0b011));
        assertThat(bank.monitor(2).maxAgeS()).isEqualTo(1.5);
        assertThat(bank.monitor(3).check()).isEqualTo(Check.delta(-5, 5));
        Condition whileOn = bank.monitor(3).condition();
        assertThat(whileOn).isNotNull();
        assertThat(whileOn.low()).isEqualTo(1);
        assertThat(whileOn.high()).isEqualTo(1);
        assertThat(bank.monitor(4).check()).isEqualTo(Check.rate(Double.NEGATIVE_INFINITY, 0.5));
        assertThat(bank.monitor(5).check()).isEqualTo(Check.stale());
        assertThat(bank.monitor(6).check()).isEqualTo(Check.notANumber());
        assertThat(bank.monitor(6).persistence()).isEqualTo(new Persistence(2, 2, 1));
    }

    @ParameterizedTest
    @Tag("CORE-140")
    @CsvSource(delimiter = '|', textBlock = """
            limit id=1 name=a channel=a.soc                                 | min and max are missing
            limit id=1 name=a channel=a.soc min=2 max=1                     | leaves nothing that could pass
            limit id=1 name=a channel=a.soc min=0 max=1 band=0.6            | leaves nothing that could pass
            limit id=1 name=a channel=a.soz min=0                           | a.soz, which is no channel
            limit id=1 name=a channel=a.soc min=0 bad=3 of=2                | bad is 3, more than the 2 samples
            limit id=1 name=a channel=a.soc min=0 band=0 bands=2            | bands is not known here
            limit name=a channel=a.soc min=0                                | id is missing
            limit id=10000 name=a channel=a.soc min=0                       | id is 10000, expected
            limit id=1 name=a channel=a.soc min=0 severity=DIAGNOSTIC       | severity is DIAGNOSTIC
            limit id=1 name=a channel=a.soc min=0 age=1                     | age is 1, expected a duration
            state id=1 name=a channel=a.soc in=ON                           | is a.soc, which is no state
            state id=1 name=a channel=a.mode in=ON,WRONG                    | has WRONG, expected some of OFF, ON, BROKEN
            stale id=1 name=a channel=a.soc while=a.mode whileIs=UP         | whileIs is UP, expected OFF, ON, BROKEN
            nan id=1 name=a channel=a.soc while=a.soc whileMin=2 whileMax=1 | whileMin is above whileMax
            watch id=1 name=a channel=a.soc                                 | the check is watch, expected limit
            """)
    void everyMistakeIsFoundAndSaidWithItsLine(String row, String complaint) {
        assertThat(read("\n" + row.strip() + "\n")).isNull();
        assertThat(problems.list()).extracting(Problem::text).anyMatch(text -> text.contains(complaint.strip()));
        assertThat(problems.first().line()).isEqualTo(3);
    }

    @Test
    @Tag("CORE-140")
    void noTwoMonitorsHaveOneNumberAndNoneIsTooMany() {
        assertThat(read("nan id=1 name=a channel=a.soc\nnan id=1 name=b channel=a.soc\n"))
                .isNull();
        assertThat(problems.first().toString()).isEqualTo("line 3: id is 1, which another row has");
        StringBuilder tooMany = new StringBuilder();
        for (int i = 0; i <= MonitorBank.CAPACITY; i++) {
            tooMany.append("nan id=").append(i).append(" name=a channel=a.soc\n");
        }
        assertThat(read(tooMany.toString())).isNull();
        assertThat(problems.list()).extracting(Problem::text).contains("1025 monitors, at most 1024");
    }

    @Test
    @Tag("CORE-143")
    void tablesThatDifferAnywhereHaveOtherFingerprints() {
        String row = "limit id=1 name=a channel=a.soc min=0.25 max=1 band=0.1 bad=1 of=2 good=3 group=1 age=10s";
        long fingerprint = read(row).value().fingerprint();
        assertThat(read(row).value().fingerprint()).isEqualTo(fingerprint);
        for (String[] change : new String[][] {
            {"id=1", "id=2"},
            {"name=a", "name=b"},
            {"a.soc", "a.mode"},
            {"0.25", "0.26"},
            {"max=1", "max=2"},
            {"band=0.1", "band=0.2"},
            {"bad=1", "bad=2"},
            {"of=2", "of=3"},
            {"good=3", "good=4"},
            {"group=1", "group=2"},
            {"age=10s", "age=11s"},
            {"age=10s", "state=OFF"},
            {"limit", "delta"}
        }) {
            String other = row.replace(change[0], change[1]).replaceAll("(delta.*) band=\\S+", "$1");
            assertThat(read(other).value().fingerprint()).as(other).isNotEqualTo(fingerprint);
        }
        assertThat(read("").value().fingerprint()).isNotEqualTo(fingerprint);
    }
}
