package org.dawnline.fsw.core.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.record.RecorderFormat.Kind;

/**
 * Writes every frame, event and report into a ring of memory that outlives the process: what happened in the last minute before it
 * died. On the executive's thread; neither allocates nor calls the operating system.
 */
public final class FlightRecorder implements Recorder {
    private static final int ARGUMENTS = 4;
    private static final int EVENT_BYTES = 2 * Integer.BYTES + ARGUMENTS * Double.BYTES;
    private static final int REPORT_BYTES = 4 * Integer.BYTES + Long.BYTES;

    private final ByteBuffer memory;
    private final ByteBuffer window;
    private final CRC32C crc = new CRC32C();
    private int ringAt;
    private int ringEnd;
    private int position;
    private long number;

    /** A recorder into that memory; give it to the executive with {@code attach}. */
    public FlightRecorder(RingFile file) {
        memory = file.memory();
        window = memory.duplicate();
    }

    @Override
    public void begin(Dictionary dictionary) {
        byte[] text = deflated(dictionary.text());
        ringAt = RecorderFormat.aligned(RecorderFormat.HEAD_BYTES + text.length);
        ringEnd = memory.capacity() / RecorderFormat.ALIGNMENT * RecorderFormat.ALIGNMENT;
        position = ringAt;
        memory.clear();
        memory.putInt(RecorderFormat.HEAD_MAGIC).putInt(0).putInt(RecorderFormat.RUNNING);
        memory.putInt(text.length).putInt(ringAt).putInt(ringEnd - ringAt);
        memory.putLong(dictionary.checksum()).putLong(0).put(text);
        memory.putInt(
                Integer.BYTES,
                RecorderFormat.checksum(
                        crc, window, RecorderFormat.HEAD_CHECKED_FROM, RecorderFormat.HEAD_BYTES + text.length));
    }

    private static byte[] deflated(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + Long.BYTES];
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(packed, length, packed.length - length);
        }
        deflater.end();
        return java.util.Arrays.copyOf(packed, length);
    }

    /** Says in the memory that the software ended as it should; after the last cycle. */
    public void end() {
        memory.putInt(RecorderFormat.HEAD_STATE_AT, RecorderFormat.ENDED);
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        List<Channel> channels = frame.channels();
        int count = channels.size();
        int start = claim(2 * Integer.BYTES + count * Double.BYTES);
        if (start < 0) {
            return;
        }
        int at = start + RecorderFormat.ENTRY_BYTES;
        memory.putInt(at, frameNumber).putInt(at + Integer.BYTES, count);
        at += 2 * Integer.BYTES;
        for (int i = 0; i < count; i++) {
            memory.putDouble(at, channels.get(i).value());
            at += Double.BYTES;
        }
        seal(start, at, Kind.FRAME, cycle, utcNanos);
    }

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {
        for (int i = 0; i < events.count(); i++) {
            int start = claim(EVENT_BYTES);
            if (start < 0) {
                return;
            }
            int at = start + RecorderFormat.ENTRY_BYTES;
            memory.putInt(at, events.id(i)).putInt(at + Integer.BYTES, 0);
            at += 2 * Integer.BYTES;
            for (int position4 = 0; position4 < ARGUMENTS; position4++) {
                memory.putDouble(at, events.argument(i, position4));
                at += Double.BYTES;
            }
            seal(start, at, Kind.EVENT, cycle, utcNanos);
        }
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {
        for (int i = 0; i < reports.count(); i++) {
            int start = claim(REPORT_BYTES);
            if (start < 0) {
                return;
            }
            int at = start + RecorderFormat.ENTRY_BYTES;
            memory.putInt(at, reports.keyId(i));
            memory.putInt(at + Integer.BYTES, reports.stage(i).ordinal());
            memory.putLong(at + 2 * Integer.BYTES, reports.counter(i));
            at += 2 * Integer.BYTES + Long.BYTES;
            memory.putInt(at, reports.reason(i).ordinal());
            memory.putInt(at + Integer.BYTES, reports.argument(i));
            seal(start, at + 2 * Integer.BYTES, Kind.REPORT, cycle, utcNanos);
        }
    }

    // Where the next entry begins; what stands there is void from now on. Negative when it could never fit.
    private int claim(int contentBytes) {
        int bytes = RecorderFormat.ENTRY_BYTES + contentBytes;
        if (bytes > ringEnd - ringAt) {
            return -1;
        }
        if (position + bytes > ringEnd) {
            position = ringAt;
        }
        memory.putInt(position, 0);
        return position;
    }

    private void seal(int start, int end, Kind kind, long cycle, long utcNanos) {
        int length = end - start;
        memory.putInt(start + 2 * Integer.BYTES, length).putInt(start + 3 * Integer.BYTES, kind.ordinal());
        int at = start + 4 * Integer.BYTES;
        memory.putLong(at, ++number).putLong(at + Long.BYTES, cycle).putLong(at + 2 * Long.BYTES, utcNanos);
        memory.putInt(start + Integer.BYTES, RecorderFormat.checksum(crc, window, start + 2 * Integer.BYTES, end));
        memory.putInt(start, RecorderFormat.ENTRY_MAGIC);
        position = RecorderFormat.aligned(end);
    }
}
