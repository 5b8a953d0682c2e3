package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.proto.RowName;
import org.dawnline.fsw.comms.proto.TableVersion;
import org.dawnline.fsw.comms.proto.VersionReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GND-022")
@Tag("E1")
@Tag("E2")
class RowNamesTest {
    private static final String PATTERN = "action {0:row.actions} follows monitor {1:row.monitors}, {2:row.none}";

    private final RowNames names = new RowNames();

    private void tell(long boot, long sinceUtcNanos, String monitor) {
        names.hear(VersionReport.newBuilder()
                .setBoot(boot)
                .setTablesSinceUtcNanos(sinceUtcNanos)
                .addTables(table("monitors").addRows(row(7, monitor)).addRows(row(8, "other")))
                .addTables(table("actions").addRows(row(1, "shed")))
                .build());
    }

    private static TableVersion.Builder table(String name) {
        return TableVersion.newBuilder().setName(name);
    }

    private static RowName row(int number, String name) {
        return RowName.newBuilder().setNumber(number).setName(name).build();
    }

    private String monitorAt(long boot, long utcNanos) {
        return EventText.fill("{0:row.monitors}", List.of(7.0), Map.of(), names.at(boot, utcNanos));
    }

    @Test
    void rowsHaveNumberAndNameAndWithoutANameTheNumber() {
        tell(1, Long.MIN_VALUE, "hot");
        assertThat(EventText.fill(PATTERN, List.of(1.0, 7.0, 3.0), Map.of(), names.at(1, 0)))
                .isEqualTo("action 1 shed follows monitor 7 hot, 3");
        assertThat(EventText.fill(PATTERN, List.of(2.0, 7.5), Map.of(), names.at(1, 0)))
                .isEqualTo("action 2 follows monitor 7.5, ?");
        assertThat(EventText.fill(PATTERN, List.of(1.0, 7.0, -3.0), Map.of(), TableRows.NONE))
                .isEqualTo("action 1 follows monitor 7, -3");
    }

    @Test
    void aNameHoldsFromItsTableToTheNextOneAndInItsStartOnly() {
        assertThat(monitorAt(1, 0)).as("nothing was told").isEqualTo("7");
        tell(1, Long.MIN_VALUE, "hot");
        tell(1, 100, "cold");
        assertThat(monitorAt(1, 99)).isEqualTo("7 hot");
        assertThat(monitorAt(1, 100)).isEqualTo("7 cold");
        tell(2, Long.MIN_VALUE, "wet");
        assertThat(monitorAt(2, 50)).isEqualTo("7 wet");
        assertThat(monitorAt(1, 300)).isEqualTo("7 cold");
        assertThat(monitorAt(3, 300)).as("another start").isEqualTo("7");
    }

    @Test
    void whoComesLateKnowsOnlyWhatIsInForceSince() {
        tell(1, 100, "cold");
        tell(1, 100, "cold");
        assertThat(monitorAt(1, 99)).isEqualTo("7");
        assertThat(monitorAt(1, 101)).isEqualTo("7 cold");
        for (int i = 0; i < 100; i++) {
            tell(2, i, "name" + i);
        }
        assertThat(monitorAt(2, 99)).isEqualTo("7 name99");
        assertThat(monitorAt(2, 10)).as("forgotten").isEqualTo("7");
    }

    private static final long CYCLE = 100_000_000L;

    private String storedMonitor(long cycle, long utcNanos) {
        return EventText.fill("{0:row.monitors}", List.of(7.0), Map.of(), names.stored(cycle, utcNanos));
    }

    @Test
    void aStoredEventBelongsToTheStartFromWhichItsCyclesAreCounted() {
        long first = 1_000 * CYCLE;
        long second = 5_000 * CYCLE;
        tell(first, Long.MIN_VALUE, "hot");
        tell(first, first + 200 * CYCLE, "cold");
        tell(second, Long.MIN_VALUE, "wet");

        assertThat(storedMonitor(100, first + 101 * CYCLE)).isEqualTo("7 hot");
        assertThat(storedMonitor(300, first + 301 * CYCLE)).isEqualTo("7 cold");
        assertThat(storedMonitor(10, second + 12 * CYCLE)).isEqualTo("7 wet");
        assertThat(storedMonitor(4_100, first + 4_101 * CYCLE))
                .as("the first went on")
                .isEqualTo("7 cold");
        assertThat(storedMonitor(10, first + 2_000 * CYCLE))
                .as("a start between them that was not heard of")
                .isEqualTo("7");
        assertThat(storedMonitor(10, first - 100 * CYCLE)).as("one before").isEqualTo("7");
    }
}
