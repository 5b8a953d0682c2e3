package org.dawnline.tools.sim.tape;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;

/** Lets every channel, event and report out through the tape, so that a replay compares them. */
final class TelemetryTap implements Recorder {
    private static final int EVENT_ARGUMENTS = 4;
    private static final int EVENT_BYTES = Integer.BYTES + EVENT_ARGUMENTS * Double.BYTES;
    private static final int REPORT_BYTES = 4 * Integer.BYTES + Long.BYTES;

    private final Tape tape;
    private final Map<String, Slot> byChannel = new LinkedHashMap<>();
    private final Slot dictionary;
    private final Slot frame;
    private final Slot frameCycle;
    private final Slot event;
    private final Slot report;
    private List<List<Slot>> frames = List.of();
    private List<String> eventNames = List.of();

    TelemetryTap(Tape tape) {
        this.tape = tape;
        dictionary = tape.slot("dictionary's checksum", Kind.WHOLE);
        frame = tape.slot("frame", Kind.WHOLE);
        frameCycle = tape.slot("cycle of the executive", Kind.WHOLE);
        event = tape.slot("event", Kind.BYTES, this::eventText);
        report = tape.slot("verification report", Kind.BYTES, TelemetryTap::reportText);
    }

    @Override
    public void begin(Dictionary declared) {
        eventNames = declared.events().stream().map(one -> one.name()).toList();
        tape.output(dictionary, declared.checksum());
        frames = new ArrayList<>();
        for (Dictionary.Frame one : declared.frames()) {
            List<Slot> slots = new ArrayList<>();
            for (Channel channel : one.channels()) {
                slots.add(byChannel.computeIfAbsent(channel.name(), name -> tape.slot(name, Kind.DOUBLE)));
            }
            frames.add(slots);
        }
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame taken, long cycle, long utcNanos) {
        tape.output(frame, frameNumber);
        tape.output(frameCycle, cycle);
        List<Slot> slots = frames.get(frameNumber);
        List<Channel> channels = taken.channels();
        for (int i = 0; i < channels.size(); i++) {
            tape.output(slots.get(i), Double.doubleToLongBits(channels.get(i).value()));
        }
    }

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {
        for (int i = 0; i < events.count(); i++) {
            ByteBuffer bytes = ByteBuffer.allocate(EVENT_BYTES).putInt(events.id(i));
            for (int argument = 0; argument < EVENT_ARGUMENTS; argument++) {
                bytes.putLong(Double.doubleToLongBits(events.argument(i, argument)));
            }
            tape.output(event, bytes.array());
        }
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {
        for (int i = 0; i < reports.count(); i++) {
            tape.output(
                    report,
                    ByteBuffer.allocate(REPORT_BYTES)
                            .putInt(reports.keyId(i))
                            .putLong(reports.counter(i))
                            .putInt(reports.stage(i).ordinal())
                            .putInt(reports.reason(i).ordinal())
                            .putInt(reports.argument(i))
                            .array());
        }
    }

    private String eventText(byte[] bytes) {
        if (bytes.length < EVENT_BYTES) {
            return "none";
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        StringJoiner text = new StringJoiner(", ", eventNames.get(buffer.getInt()) + "(", ")");
        while (buffer.hasRemaining()) {
            double argument = buffer.getDouble();
            if (!Double.isNaN(argument)) {
                text.add(Double.toString(argument));
            }
        }
        return text.toString();
    }

    private static String reportText(byte[] bytes) {
        if (bytes.length < REPORT_BYTES) {
            return "none";
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return "key " + buffer.getInt() + " #" + buffer.getLong() + " " + Stage.values()[buffer.getInt()] + " "
                + Reason.values()[buffer.getInt()];
    }
}
