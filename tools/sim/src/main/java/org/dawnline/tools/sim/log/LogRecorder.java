package org.dawnline.tools.sim.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;

/**
 * Writes everything that a flight reports as bytes and takes their SHA-256: every channel at the rate of the group that writes it,
 * events, and verification reports. Two flights are the same if and only if their digests are. Binary, because the shortest text
 * of a double differs between JDKs.
 *
 * <p>Big-endian. The head is {@code DAWNLOG1}, the dictionary's checksum (8 bytes), the length of its text (4) and the text in
 * UTF-8. Then records, each with a kind (1), the cycle (8) and UTC in nanoseconds (8):
 *
 * <ul>
 *   <li>kind 1, frame: its number (1) and its channels' values in the order of the dictionary (8 each, IEEE 754, one NaN);
 *   <li>kind 2, events: how many (4), then each one's number (4) and four arguments (8 each);
 *   <li>kind 3, verification reports: how many (4), then each one's key (4), counter (8), stage (1), reason (1), argument (4).
 * </ul>
 */
public final class LogRecorder implements Recorder, AutoCloseable {
    /** First bytes of every log. */
    public static final String MAGIC = "DAWNLOG1";

    /** Kind of a record with a frame. */
    public static final byte FRAME = 1;

    /** Kind of a record with events. */
    public static final byte EVENTS = 2;

    /** Kind of a record with verification reports. */
    public static final byte REPORTS = 3;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEAD_BYTES = 32;
    private static final int EVENT_ARGUMENTS = 4;
    private static final int EVENT_BYTES = Integer.BYTES + EVENT_ARGUMENTS * Double.BYTES;
    private static final int REPORT_BYTES = Integer.BYTES + Long.BYTES + 2 + Integer.BYTES;

    private final byte[] bytes = new byte[BUFFER_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final MessageDigest sha;
    private final OutputStream file;
    private long bytesWritten;

    /** Takes the digest only. */
    public LogRecorder() {
        this(OutputStream.nullOutputStream());
    }

    /** Takes the digest and writes the bytes to {@code file} as well, which is closed with the recorder. */
    public LogRecorder(OutputStream file) {
        this.file = file;
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public void begin(Dictionary dictionary) {
        byte[] text = dictionary.text().getBytes(StandardCharsets.UTF_8);
        buffer.put(MAGIC.getBytes(StandardCharsets.US_ASCII));
        buffer.putLong(dictionary.checksum());
        buffer.putInt(text.length);
        flush();
        sha.update(text);
        write(text, text.length);
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        List<Channel> channels = frame.channels();
        head(FRAME, cycle, utcNanos);
        buffer.put((byte) frameNumber);
        for (int i = 0; i < channels.size(); i++) {
            room(Double.BYTES);
            buffer.putLong(Double.doubleToLongBits(channels.get(i).value()));
        }
    }

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {
        head(EVENTS, cycle, utcNanos);
        buffer.putInt(events.count());
        for (int i = 0; i < events.count(); i++) {
            room(EVENT_BYTES);
            buffer.putInt(events.id(i));
            for (int argument = 0; argument < EVENT_ARGUMENTS; argument++) {
                buffer.putLong(Double.doubleToLongBits(events.argument(i, argument)));
            }
        }
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {
        head(REPORTS, cycle, utcNanos);
        buffer.putInt(reports.count());
        for (int i = 0; i < reports.count(); i++) {
            room(REPORT_BYTES);
            buffer.putInt(reports.keyId(i));
            buffer.putLong(reports.counter(i));
            buffer.put((byte) reports.stage(i).ordinal());
            buffer.put((byte) reports.reason(i).ordinal());
            buffer.putInt(reports.argument(i));
        }
    }

    private void head(byte kind, long cycle, long utcNanos) {
        room(HEAD_BYTES);
        buffer.put(kind);
        buffer.putLong(cycle);
        buffer.putLong(utcNanos);
    }

    private void room(int needed) {
        if (buffer.remaining() < needed) {
            flush();
        }
    }

    private void flush() {
        sha.update(bytes, 0, buffer.position());
        write(bytes, buffer.position());
        buffer.clear();
    }

    private void write(byte[] source, int length) {
        bytesWritten += length;
        try {
            file.write(source, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log", e);
        }
    }

    /** Ends the log; returns the SHA-256 of all its bytes as 64 hexadecimal digits. Once only. */
    public String finish() {
        flush();
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Bytes written so far. */
    public long bytesWritten() {
        return bytesWritten + buffer.position();
    }

    /** Closes the file, if there is one. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the log", e);
        }
    }
}
