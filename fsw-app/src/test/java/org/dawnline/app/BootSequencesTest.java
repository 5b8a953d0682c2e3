package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dawnline.fsw.comms.DeafWire;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.boot.BootCause;
import org.dawnline.fsw.core.boot.Farewell;
import org.dawnline.fsw.core.boot.StartRules;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.record.RingFile;
import org.dawnline.fsw.core.sequence.Sequencer;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.hal.ComputerHal;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;
import org.dawnline.tools.testkit.FlightLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The shipped satellite starts again and again on what its disk has kept, each time for another cause. */
@Tag("F2")
@Tag("APP-015")
class BootSequencesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final StartRules NEVER_SAFE_TOPOLOGY = new StartRules(1, StartRules.MOST_STARTS);
    private static final int FIRST_SLOT = 40;
    private static final List<BootCause> CAUSES = Arrays.asList(BootCause.values());

    private final FakeStorage storage = new FakeStorage();
    private final MemoryArchive archive = new MemoryArchive();
    private final FlightLog log = new FlightLog();

    /** A computer that was switched on so many times. */
    private record Computer(long startId, boolean startedByWatchdog) implements ComputerHal {}

    @Test
    void theSequenceOfTheCauseOfAStartRunsOnceBootIsOverAndNoOther() {
        for (BootCause cause : CAUSES) {
            keep(FIRST_SLOT + cause.ordinal(), "boot." + cause);
        }
        start(new Computer(1, false), BootCause.FIRST);
        start(new Computer(1, false), BootCause.CRASH); // a kill says nothing, and the computer goes on
        start(new Computer(2, true), BootCause.WATCHDOG);
        start(new Computer(3, false), BootCause.POWER_ON).bootLedger().farewell(Farewell.COMMANDED);
        start(new Computer(3, false), BootCause.COMMANDED).bootLedger().farewell(Farewell.UPDATE);
        start(new Computer(4, false), BootCause.UPDATE);
        storage.blobs().replaceAll((name, blob) -> name.startsWith("boot.") ? new byte[] {1} : blob);
        start(new Computer(4, false), BootCause.UNKNOWN);
    }

    private void keep(int slot, String name) {
        String text =
                "table sequence " + name + " version=1 priority=5 times=previous\n+2s core.NOOP\n+10min core.NOOP\n";
        archive.keep("table", "sequence." + slot, PackedTable.pack(TableText.of(text), "sequence", name, 1));
    }

    private Spacecraft start(Computer computer, BootCause cause) {
        FakeHal hal = new FakeHal(new FakeHal().compute, storage);
        hal.computer = computer;
        SpacecraftOptions options = new SpacecraftOptions(
                "test",
                KeyRing.parse(""),
                SpacecraftOptions.DEFAULT_PERIOD_NANOS,
                archive,
                RingFile.inMemory(),
                FlightVersion.anonymous(),
                NEVER_SAFE_TOPOLOGY);
        Spacecraft spacecraft = new Spacecraft(
                hal, VehicleFile.read(Path.of("../vehicles/ai1.yaml")), new DeafWire(), new InlineWorker(), options);
        log.clear();
        spacecraft.executive().attach(log);
        spacecraft.executive().runUntil(10 * SECOND);

        int slot = FIRST_SLOT + cause.ordinal();
        Sequencer sequencer = spacecraft.sequencer();
        assertThat(spacecraft.bootLedger().cause()).isEqualTo(cause);
        assertThat(IntStream.range(0, Sequencer.SLOTS).filter(sequencer::active))
                .as("runs after the start %s", cause)
                .contains(slot)
                .noneMatch(other -> other >= FIRST_SLOT && other != slot);
        assertThat(log.events())
                .as("started once, by the start")
                .filteredOn(event -> event.name().equals("sequencer.STARTED")
                        && event.arguments().get(0) >= FIRST_SLOT)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.arguments()).startsWith((double) slot, (double) Origin.BOOT.ordinal()));
        assertThat(log.events()).extracting(event -> event.name()).doesNotContain("boot.SEQUENCE_NOT_STARTED");
        assertThat(spacecraft
                        .executive()
                        .dictionary()
                        .channel("sequencer.given")
                        .value())
                .as("its first telecommand was given")
                .isPositive();
        return spacecraft;
    }
}
