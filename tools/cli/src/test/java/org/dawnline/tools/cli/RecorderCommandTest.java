package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.record.FlightRecorder;
import org.dawnline.fsw.core.record.RingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderCommandTest {
    private static final long UTC = 1_790_000_000_000_000_000L;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private enum Trouble implements EventType {
        HOT;

        @Override
        public Severity severity() {
            return Severity.WARNING_HI;
        }

        @Override
        public String pattern() {
            return "{0} W in {1:state}";
        }
    }

    @BeforeEach
    void fly() {
        Registrar registrar = new Registrar();
        Face face = registrar.component("rack");
        face.enumeration("state", List.of("IDLE", "BUSY"));
        Channel power = face.channel("powerW", Unit.WATT, "power");
        Channel load = face.stateChannel("load", List.of("LOW", "HIGH"), "load");
        Events<Trouble> trouble = face.events(Trouble.class);
        Dictionary dictionary = registrar.seal(Map.of("main", List.of("rack")), "main");
        FlightRecorder recorder = new FlightRecorder(RingFile.open(folder));
        recorder.begin(dictionary);
        for (int cycle = 0; cycle < 3; cycle++) {
            power.set(100.5 + cycle);
            load.set(cycle % 2);
            recorder.frame(0, dictionary.frames().get(0), cycle, UTC + cycle * 1_000_000_000L);
        }
        trouble.raise(Trouble.HOT, 512, 1);
        recorder.events(registrar.events(), 3, UTC + 3_000_000_000L);
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        return Dawnline.commandLine(terminal).execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Tag("CLI-041")
    @Tag("E9")
    void theLastEventsOfAProcessThatWasCutOffAreShownInWords() {
        assertThat(run("recorder", folder.resolve(RingFile.NAME).toString())).isEqualTo(Dawnline.FINE);
        assertThat(said())
                .contains("4 entries over 3.0 s; the software was cut off")
                .contains("WARNING_HI  rack.HOT: 512 W in BUSY");
    }

    @Test
    @Tag("CLI-041")
    void theValuesOfAChannelAreShown() {
        run("recorder", folder.resolve(RingFile.NAME).toString(), "--channel", "rack.powerW");
        assertThat(said()).contains("100.5 W").contains("102.5 W");
        run("recorder", folder.resolve(RingFile.NAME).toString(), "--channel", "rack.load");
        assertThat(said()).contains("  LOW", "  HIGH");
    }

    @Test
    @Tag("CLI-041")
    void scriptsGetEverythingAsJson() {
        run("recorder", folder.resolve(RingFile.NAME).toString(), "--json");
        assertThat(said()).contains("\"rack.powerW\" : 102.5").contains("\"event\" : \"rack.HOT\"");
    }

    @Test
    @Tag("CLI-041")
    void whatIsNoRecordOrHoldsNoSuchChannelIsSaid() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "x".repeat(500));
        assertThat(run("recorder", other.toString())).isEqualTo(Dawnline.FAILED);
        assertThat(run("recorder", folder.resolve("none").toString())).isEqualTo(Dawnline.FAILED);
        assertThat(run("recorder", folder.resolve(RingFile.NAME).toString(), "--channel", "x"))
                .isEqualTo(Dawnline.USAGE);
    }
}
