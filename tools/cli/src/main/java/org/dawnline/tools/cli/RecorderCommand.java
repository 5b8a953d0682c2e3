package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.record.CrashRecord;
import org.dawnline.fsw.core.record.CrashRecord.Entry;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.Playback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a flight recorder holds. */
@Command(
        name = "recorder",
        description = "Show what the flight recorder of a process holds: its last minute, also after it was killed.",
        footer = {
            "",
            "The file is recorder.crash (of the process before) or recorder.ring (of the present one) in",
            "the data directory. It explains itself: no dictionary is needed. With --fetch the satellite",
            "plays it back: what the newest process that was cut off has left is written to FILE and",
            "shown. Exit code 1 when it is no flight recorder's, or when there is none.",
            "",
            "Examples:",
            "  ./dawnline recorder data/recorder.crash",
            "  ./dawnline recorder data/recorder.crash --channel power.soc --json",
            "  ./dawnline recorder last-minute.crash --fetch"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class RecorderCommand implements Callable<Integer> {
    private static final double NANOS_PER_S = 1e9;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    @Option(names = "--fetch", description = "Fetch it from the satellite over the link first.")
    private boolean fetch;

    @Parameters(index = "0", paramLabel = "FILE", description = "The flight recorder's file.")
    private Path file = Path.of("recorder.crash");

    @Option(names = "--channel", paramLabel = "NAME", description = "Show the values of that channel instead.")
    private String channel = "";

    RecorderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (fetch) {
            fetch();
        }
        CrashRecord record = read();
        RecorderText names = new RecorderText(record.dictionaryText());
        if (!channel.isEmpty()) {
            showChannel(record, names);
        } else if (common.json()) {
            terminal.line(Json.pretty(json(record, names)));
        } else {
            show(record, names);
        }
        return Dawnline.FINE;
    }

    private void fetch() throws InterruptedException {
        try (GroundClient ground = Contact.of(common, link).open(terminal)) {
            List<byte[]> records = StoredOptions.fetch(terminal, ground, Playback.Wish.all(RecordKind.CRASH))
                    .book()
                    .crashRecords();
            if (records.isEmpty()) {
                throw CommandFailure.failed(
                        "the satellite has no crash record: no process was cut off, or not all came");
            }
            Files.write(file, records.get(records.size() - 1));
        } catch (IOException e) {
            throw CommandFailure.failed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private CrashRecord read() {
        try {
            CrashRecord record = CrashRecord.of(Files.readAllBytes(file));
            if (record == null) {
                throw CommandFailure.failed(file + " is no flight recorder's");
            }
            return record;
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void show(CrashRecord record, RecorderText names) {
        List<Entry> entries = record.entries();
        terminal.line(String.format(
                Locale.ROOT,
                "%,d entries over %.1f s; the software %s",
                entries.size(),
                seconds(entries),
                record.ended() ? "ended as it should" : "was cut off"));
        for (Entry entry : entries) {
            if (entry.frame() < 0) {
                terminal.line(UtcText.dayAndClock(entry.utcNanos()) + "  " + text(entry, names));
            }
        }
    }

    private static double seconds(List<Entry> entries) {
        return entries.isEmpty()
                ? 0
                : (entries.get(entries.size() - 1).utcNanos() - entries.get(0).utcNanos()) / NANOS_PER_S;
    }

    private static String text(Entry entry, RecorderText names) {
        return entry.event() < 0
                ? entry.report()
                : names.severity(entry.event()) + "  " + names.event(entry.event()) + ": "
                        + names.text(entry.event(), entry.values());
    }

    private void showChannel(CrashRecord record, RecorderText names) {
        List<String> lines = new ArrayList<>();
        ArrayNode array = Json.array();
        for (Entry entry : record.entries()) {
            for (int i = 0; entry.frame() >= 0 && i < entry.values().size(); i++) {
                if (names.channel(entry.frame(), i).equals(channel)) {
                    double value = entry.values().get(i);
                    Json.put(array.addObject().put("utc", UtcText.iso(entry.utcNanos())), "value", value);
                    lines.add(UtcText.dayAndClock(entry.utcNanos()) + "  " + names.value(channel, value));
                }
            }
        }
        if (lines.isEmpty()) {
            throw CommandFailure.usage("the record holds no channel " + channel);
        }
        if (common.json()) {
            terminal.line(Json.pretty(array));
        } else {
            lines.forEach(terminal::line);
        }
    }

    private static ObjectNode json(CrashRecord record, RecorderText names) {
        ObjectNode json = Json.object().put("ended", record.ended());
        ArrayNode entries = json.putArray("entries");
        for (Entry entry : record.entries()) {
            ObjectNode node = entries.addObject()
                    .put("number", entry.number())
                    .put("cycle", entry.cycle())
                    .put("utc", UtcText.iso(entry.utcNanos()));
            if (entry.frame() >= 0) {
                ObjectNode values =
                        node.put("frame", names.frame(entry.frame())).putObject("values");
                for (int i = 0; i < entry.values().size(); i++) {
                    Json.put(
                            values,
                            names.channel(entry.frame(), i),
                            entry.values().get(i));
                }
            } else if (entry.event() >= 0) {
                node.put("event", names.event(entry.event())).put("text", names.text(entry.event(), entry.values()));
            } else {
                node.put("report", entry.report());
            }
        }
        return json;
    }
}
