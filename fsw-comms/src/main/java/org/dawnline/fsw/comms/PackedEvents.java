package org.dawnline.fsw.comms;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.proto.Events;

/**
 * Events packed one behind the other: times as differences to the event before, numbers in the shortest form that gives back
 * every bit. An event of three arguments takes at most 32 bytes, as long as it comes within 6 s of the one before and its cycle
 * within 0.1 s of the even beat of its message; more usually 6 to 15. Each event is
 *
 * <pre>
 * number        varint    position in the dictionary * 2, + 1 if its cycle is another than that of the event before
 * cycles        zigzag    since the event before; only if so
 * time          zigzag    ns since the event before, less cycles * nanos_per_cycle; only if so
 * kinds         1 byte    2 bits for each argument, the first in the lowest: 0 none, 1 whole, 2 float, 3 double
 * arguments     zigzag varint, 4 bytes or 8 bytes, little-endian
 * </pre>
 */
public final class PackedEvents {
    private static final int NONE = 0;
    private static final int WHOLE = 1;
    private static final int FLOAT = 2;
    private static final int DOUBLE = 3;
    private static final int KIND_BITS = 2;
    private static final int KIND_MASK = 3;
    /** Number, cycles, time and kinds at their longest, and four doubles. */
    private static final int MOST_BYTES = 5 + 10 + 10 + 1 + SentEvent.MAX_ARGUMENTS * Double.BYTES;

    private PackedEvents() {}

    /** A message with the events, in their order; what it belongs to is still to be set. */
    static Events.Builder pack(List<SentEvent> events) {
        SentEvent first = events.get(0);
        SentEvent last = events.get(events.size() - 1);
        long cycles = last.cycle() - first.cycle();
        long nanosPerCycle = cycles == 0 ? 0 : (last.utcNanos() - first.utcNanos()) / cycles;
        byte[] buffer = new byte[events.size() * MOST_BYTES];
        CodedOutputStream out = CodedOutputStream.newInstance(buffer);
        try {
            SentEvent before = first;
            for (SentEvent event : events) {
                write(out, event, before, nanosPerCycle);
                before = event;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the buffer is too small for " + events.size() + " events", e);
        }
        return Events.newBuilder()
                .setCycle(first.cycle())
                .setUtcNanos(first.utcNanos())
                .setNanosPerCycle(nanosPerCycle)
                .setPacked(ByteString.copyFrom(buffer, 0, buffer.length - out.spaceLeft()));
    }

    private static void write(CodedOutputStream out, SentEvent event, SentEvent before, long nanosPerCycle)
            throws IOException {
        long cycles = event.cycle() - before.cycle();
        long nanos = event.utcNanos() - before.utcNanos() - cycles * nanosPerCycle;
        boolean later = cycles != 0 || nanos != 0;
        out.writeUInt64NoTag(2L * event.id() + (later ? 1 : 0));
        if (later) {
            out.writeSInt64NoTag(cycles);
            out.writeSInt64NoTag(nanos);
        }
        int kinds = 0;
        for (int i = event.arguments().size() - 1; i >= 0; i--) {
            kinds = kinds << KIND_BITS | kind(event.arguments().get(i));
        }
        out.write((byte) kinds);
        for (double argument : event.arguments()) {
            write(out, argument);
        }
    }

    private static int kind(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        boolean single = same((float) value, value);
        if (same((long) value, value)) {
            int bytes = CodedOutputStream.computeSInt64SizeNoTag((long) value);
            return bytes <= (single ? Float.BYTES : Double.BYTES) ? WHOLE : single ? FLOAT : DOUBLE;
        }
        return single ? FLOAT : DOUBLE;
    }

    // To the bit: minus zero is not zero.
    private static boolean same(double a, double b) {
        return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
    }

    private static void write(CodedOutputStream out, double value) throws IOException {
        switch (kind(value)) {
            case WHOLE -> out.writeSInt64NoTag((long) value);
            case FLOAT -> out.writeFloatNoTag((float) value);
            case DOUBLE -> out.writeDoubleNoTag(value);
            default -> {} // nothing is written for what is not there
        }
    }

    /** The events of a message; refuses bytes that are none. */
    public static List<SentEvent> unpack(Events message) throws InvalidProtocolBufferException {
        CodedInputStream in = message.getPacked().newCodedInput();
        List<SentEvent> events = new ArrayList<>();
        long cycle = message.getCycle();
        long utcNanos = message.getUtcNanos();
        try {
            while (!in.isAtEnd()) {
                long number = in.readUInt64();
                if ((number & 1) != 0) {
                    long cycles = in.readSInt64();
                    cycle += cycles;
                    utcNanos += cycles * message.getNanosPerCycle() + in.readSInt64();
                }
                events.add(new SentEvent((int) (number >>> 1), cycle, utcNanos, arguments(in)));
            }
        } catch (InvalidProtocolBufferException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidProtocolBufferException(e);
        }
        return events;
    }

    private static List<Double> arguments(CodedInputStream in) throws IOException {
        List<Double> arguments = new ArrayList<>(SentEvent.MAX_ARGUMENTS);
        for (int kinds = in.readRawByte() & 0xff; kinds != 0; kinds >>>= KIND_BITS) {
            arguments.add(
                    switch (kinds & KIND_MASK) {
                        case WHOLE -> (double) in.readSInt64();
                        case FLOAT -> (double) in.readFloat();
                        case DOUBLE -> in.readDouble();
                        default -> Double.NaN;
                    });
        }
        return arguments;
    }
}
