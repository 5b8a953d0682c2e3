package org.dawnline.fsw.comms;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dawnline.fsw.comms.proto.Frame;

/** Writes frames field by field into buffers that are there already; the result is a {@link Frame}. */
final class FrameEncoder {
    // Four numbers with their tags, tag and length of the values.
    private static final int HEADER_MAX_BYTES = 64;

    private FrameEncoder() {}

    /** Size of a buffer that holds any frame of that many channels, in bytes. */
    static int bufferBytes(int channels) {
        return HEADER_MAX_BYTES + channels * Double.BYTES;
    }

    /** Encodes one slot of the ring and returns the length in bytes. */
    static int encode(FrameRing ring, int slot, long dictionaryChecksum, byte[] buffer) {
        CodedOutputStream out = CodedOutputStream.newInstance(buffer);
        int count = ring.count[slot];
        double[] values = ring.values[slot];
        try {
            out.writeFixed64(Frame.DICTIONARY_CHECKSUM_FIELD_NUMBER, dictionaryChecksum);
            out.writeUInt32(Frame.NUMBER_FIELD_NUMBER, ring.number[slot]);
            out.writeInt64(Frame.CYCLE_FIELD_NUMBER, ring.cycle[slot]);
            out.writeSFixed64(Frame.UTC_NANOS_FIELD_NUMBER, ring.utcNanos[slot]);
            out.writeTag(Frame.VALUES_FIELD_NUMBER, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(count * Double.BYTES);
            for (int i = 0; i < count; i++) {
                out.writeDoubleNoTag(values[i]);
            }
            return buffer.length - out.spaceLeft();
        } catch (IOException e) {
            throw new UncheckedIOException("the buffer is too small for " + count + " channels", e);
        }
    }
}
