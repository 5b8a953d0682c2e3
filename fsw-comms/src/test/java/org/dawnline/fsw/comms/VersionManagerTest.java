package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.comms.proto.VersionReport;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.tools.testkit.ComponentHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("COM-006")
class VersionManagerTest {
    /** A table that takes anything. */
    private record AnyTable(String name) implements Table<Integer> {
        @Override
        public String kind() {
            return "any";
        }

        @Override
        public Integer read(Rows rows) {
            return rows.list().size();
        }

        @Override
        public void activate(Integer content) {}

        @Override
        public SortedMap<Integer, String> names(Integer content) {
            return new TreeMap<>(Map.of(3, "three"));
        }
    }

    private static final BigInteger TWO_TO_32 = BigInteger.TWO.pow(32);

    private final LinkedSatellite satellite = new LinkedSatellite();
    private final ComponentHarness harness = new ComponentHarness();
    private final TableManager tables = new TableManager(
            harness.face("tables"),
            new InlineWorker(),
            new MemoryArchive(),
            List.of(new AnyTable("limits"), new AnyTable("actions")));
    private final VersionManager versions = new VersionManager(
            harness.face("version"),
            satellite.link,
            new OnBoardVersions("0.1", "e3cb859d0", "17", "580.1", List.of("fsw-core", "fsw-power")),
            tables);

    @BeforeEach
    void fly() {
        harness.fly(tables.boundary(), tables, versions);
        tables.begin(harness.dictionary(), name -> "table any " + name + " version=1\n");
        satellite.tracking(true);
    }

    private List<FakeWire.Message> sent() {
        satellite.fly(1);
        return satellite.wire.on("/versions");
    }

    @Test
    void whatIsOnBoardIsToldAtTheStartAndOnceToEachNewConnection() throws Exception {
        harness.tick(5);
        assertThat(sent()).hasSize(1);
        byte[] payload = sent().get(0).payload();
        assertThat(MessageSeal.intact(payload)).isTrue();
        VersionReport report = VersionReport.parseFrom(payload);
        assertThat(report.getSoftware()).isEqualTo("0.1");
        assertThat(report.getGit()).isEqualTo("e3cb859d0");
        assertThat(report.getJava()).isEqualTo("17");
        assertThat(report.getGpuDriver()).isEqualTo("580.1");
        assertThat(report.getModulesList())
                .extracting(module -> module.getName() + " " + module.getVersion())
                .containsExactly("fsw-core 0.1", "fsw-power 0.1");
        assertThat(report.getTablesList()).extracting(table -> table.getName()).containsExactly("limits", "actions");
        assertThat(report.getDictionaryChecksum())
                .isEqualTo(satellite.executive.dictionary().checksum());
        satellite.wire.cut();
        assertThat(sent()).hasSize(2);
    }

    @Test
    void itIsToldAgainOnCommandAndCounted() {
        harness.tick(3);
        assertThat(harness.value("version.reports")).isEqualTo(1);
        assertThat(sent()).hasSize(1);
        assertThat(harness.command("version.REPORT").stage()).isEqualTo(Stage.COMPLETED);
        harness.tick();
        assertThat(harness.value("version.reports")).isEqualTo(2);
        assertThat(harness.events("version.REPORTED")).hasSize(2);
        assertThat(sent()).hasSize(2);
        assertThat(harness.value("version.dictionary")).isEqualTo(satellite.link.dictionaryChecksum() >>> 32);
    }

    @Test
    void anActivationIsToldInItsCycleWithItsTime() throws Exception {
        harness.tick(3);
        assertThat(harness.value("version.reports")).isEqualTo(1);
        harness.command("tables.STAGE_STANDARD", 0);
        harness.command("tables.ACTIVATE");
        harness.tick(3);
        assertThat(harness.value("version.reports")).isEqualTo(2);
        VersionReport report = VersionReport.parseFrom(sent().get(0).payload());
        assertThat(report.getTablesSinceUtcNanos()).isEqualTo(tables.changedUtcNanos());
        assertThat(report.getTables(0).getRowsList())
                .extracting(row -> row.getNumber() + " " + row.getName())
                .containsExactly("3 three");
    }

    @Test
    void oneNumberStandsForAllTablesAndTheGroundMakesTheSameOfTheReport() throws Exception {
        harness.tick();
        VersionReport report = VersionReport.parseFrom(sent().get(0).payload());
        BigInteger limits =
                BigInteger.valueOf(Integer.toUnsignedLong(report.getTables(0).getChecksum()));
        BigInteger actions =
                BigInteger.valueOf(Integer.toUnsignedLong(report.getTables(1).getChecksum()));
        assertThat(limits).isNotEqualTo(actions);
        long word = limits.multiply(BigInteger.valueOf(31))
                .add(actions)
                .mod(TWO_TO_32)
                .longValueExact();
        assertThat(harness.value("version.tables")).isEqualTo(word);
        assertThat(harness.events("version.REPORTED").get(0).arguments().subList(0, 2))
                .containsExactly((double) (satellite.link.dictionaryChecksum() >>> 32), (double) word);
    }

    @Test
    void buildIsTheFirstSevenDigitsOfTheCommit() {
        assertThat(build("e3cb859d0")).isEqualTo(0xe3cb859);
        assertThat(build("0000001")).isEqualTo(1);
        assertThat(build("e3cb85")).isNaN();
        assertThat(build("unknown")).isNaN();
        assertThat(build("e3cb85g")).isNaN();
    }

    private static double build(String git) {
        return new OnBoardVersions("1", git, "", "", List.of()).build();
    }
}
