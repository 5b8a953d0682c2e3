package org.dawnline.tools.sim.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dawnline.app.FlightVersion;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.archive.ArchiveHealth;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.tools.sim.Replay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeTest {
    private static final TapeHead HEAD = new TapeHead(
            "another build",
            "a flight",
            "ai1",
            KeyRing.parse(""),
            VehicleFile.read(Path.of("../../vehicles/ai1.yaml")),
            100_000_000L,
            FlightVersion.anonymous());

    @TempDir
    Path folder;

    @Test
    @Tag("TSIM-140")
    void whatCameInComesInAgainWhateverItsRhythm() throws Throwable {
        Path file = folder.resolve("rhythm.tape");
        SplittableRandom luck = new SplittableRandom(1);
        List<Double> given = new ArrayList<>();
        RecordingTape recording = new RecordingTape(new TapeWriter(file, HEAD, Long.MAX_VALUE));
        Slot[] slots = slots(recording);
        ResultType type = new ResultType(double.class);
        for (int i = 0; i < 10_000; i++) {
            double value = luck.nextInt(3) == 0 ? luck.nextDouble() : luck.nextInt(2);
            given.add((Double) recording.answer(slots[i * i % slots.length], type, () -> value));
        }
        recording.end("digest");

        ReplayingTape replaying = new ReplayingTape(new TapeReader(file));
        Slot[] again = slots(replaying);
        for (int i = 0; i < given.size(); i++) {
            assertThat(replaying.answer(again[i * i % again.length], type, () -> Double.NaN))
                    .as("crossing %d", i)
                    .isEqualTo(given.get(i));
        }
        assertThat(replaying.next()).isEqualTo(Mark.END);
        assertThat(replaying.digest()).isEqualTo("digest");
    }

    @Test
    @Tag("TSIM-140")
    void aFailureFailsAgainInTheSamePlace() {
        Path file = folder.resolve("failure.tape");
        RecordingTape recording = new RecordingTape(new TapeWriter(file, HEAD, Long.MAX_VALUE));
        Slot slot = recording.slot("storage.write gives", Kind.WHOLE);
        ResultType nothing = new ResultType(void.class);
        assertThatThrownBy(() -> recording.answer(slot, nothing, () -> {
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class);
        recording.end("");

        ReplayingTape replaying = new ReplayingTape(new TapeReader(file));
        Slot again = replaying.slot("storage.write gives", Kind.WHOLE);
        assertThatThrownBy(() -> replaying.answer(again, nothing, () -> null))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
    }

    @Test
    @Tag("TSIM-142")
    void whatGoesOutOtherwiseIsNamedWithBothValues() {
        Path file = folder.resolve("out.tape");
        RecordingTape recording = new RecordingTape(new TapeWriter(file, HEAD, Long.MAX_VALUE));
        Slot slot = recording.slot("compute.requestGpuPowerLimitW(3)", Kind.DOUBLE);
        recording.output(slot, Double.doubleToLongBits(900));
        recording.output(slot, Double.doubleToLongBits(900));
        recording.end("");

        ReplayingTape replaying = new ReplayingTape(new TapeReader(file));
        Slot again = replaying.slot("compute.requestGpuPowerLimitW(3)", Kind.DOUBLE);
        replaying.output(again, Double.doubleToLongBits(900));
        assertThatThrownBy(() -> replaying.output(again, Double.doubleToLongBits(901)))
                .hasMessage("cycle 0 (0.0 s): compute.requestGpuPowerLimitW(3): recorded 900.0, now 901.0");
    }

    @Test
    @Tag("TSIM-143")
    void aTapeOfAnotherBuildIsRefused() {
        Path file = folder.resolve("other.tape");
        new FlightRecording(file, HEAD, Long.MAX_VALUE).end("");

        assertThatThrownBy(() -> Replay.of(file).fly())
                .isInstanceOf(WrongTape.class)
                .hasMessageContaining("of another build of the flight software: another build");
    }

    @Test
    @Tag("TSIM-143")
    void aThreadBesideTheExecutiveIsRefused() throws InterruptedException {
        RecordingTape recording = new RecordingTape(new TapeWriter(folder.resolve("two.tape"), HEAD, Long.MAX_VALUE));
        Slot slot = recording.slot("wire.session gives", Kind.WHOLE);
        List<Throwable> refused = new ArrayList<>();
        Thread comms = new Thread(() -> recording.output(slot, 1), "comms");
        comms.setUncaughtExceptionHandler((thread, failure) -> refused.add(failure));
        comms.start();
        comms.join();

        assertThat(refused).singleElement().asString().contains("thread beside the executive", "comms");
    }

    @Test
    @Tag("TSIM-143")
    void aTapeEndsAtItsLimitAndSaysSo() {
        Path file = folder.resolve("full.tape");
        RecordingTape recording = new RecordingTape(new TapeWriter(file, HEAD, 1));
        recording.awake();
        recording.output(recording.slot("late", Kind.WHOLE), 1);
        recording.end("");

        assertThat(new ReplayingTape(new TapeReader(file)).next()).isEqualTo(Mark.FULL);
    }

    @Test
    @Tag("TSIM-140")
    void everythingThatAnInterfaceGivesIsKept() {
        TreeMap<String, byte[]> shelf = new TreeMap<>();
        shelf.put("a", new byte[] {1, 2});
        LogRecord record = LogRecord.of(RecordKind.EVENT, 3, 4, new byte[] {5});
        ArchiveHealth health = new ArchiveHealth(1, 2, 3, true, false);

        assertThat(Values.value(Values.bytes(shelf))).usingRecursiveComparison().isEqualTo(shelf);
        assertThat(Values.value(Values.bytes(List.of(record))))
                .usingRecursiveComparison()
                .isEqualTo(List.of(record));
        assertThat(Values.value(Values.bytes(health))).isEqualTo(health);
        assertThat(Values.value(Values.bytes(null))).isNull();
        assertThatThrownBy(() -> Values.value(Arrays.copyOf(Values.bytes(health), 9)))
                .isInstanceOf(WrongTape.class);
    }

    private static Slot[] slots(Tape tape) {
        Slot[] slots = new Slot[7];
        Arrays.setAll(slots, i -> tape.slot("slot " + i, Kind.DOUBLE));
        return slots;
    }
}
