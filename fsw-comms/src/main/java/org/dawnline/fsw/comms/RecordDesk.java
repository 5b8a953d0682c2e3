package org.dawnline.fsw.comms;

import com.google.protobuf.ByteString;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.proto.StoredRecord;
import org.dawnline.fsw.comms.proto.StoredRecords;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.record.RecordDownlink;
import org.jspecify.annotations.Nullable;

/**
 * Stored records on their way from the worker to the ground. They are in the archive anyhow, so few of them wait here, and none
 * survives a restart: the ground asks again.
 */
final class RecordDesk implements RecordDownlink {
    /** Records that can wait. */
    static final int CAPACITY = 128;

    private static final int MAX_MESSAGE_BYTES = 32 * 1024;
    private static final int MOST_MESSAGES = 4;

    private final ArrayBlockingQueue<LogRecord> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Outbox box;
    private final Topic topic;
    private final LongSupplier tickets;
    private long bootUtcNanos;
    private long sequence;

    RecordDesk(Outbox box, Topic topic, LongSupplier tickets) {
        this.box = box;
        this.topic = topic;
        this.tickets = tickets;
    }

    void begin(long newBootUtcNanos) {
        bootUtcNanos = newBootUtcNanos;
    }

    @Override
    public boolean offer(LogRecord record) {
        return queue.offer(record);
    }

    /** On the communication thread: packs what waits into messages, while few of those wait themselves. */
    void drain() {
        while (box.fill() < MOST_MESSAGES && !queue.isEmpty()) {
            StoredRecords.Builder message =
                    StoredRecords.newBuilder().setBoot(bootUtcNanos).setSequence(++sequence);
            RecordKind kind = queue.element().kind();
            int bytes = 0;
            for (LogRecord next = queue.peek();
                    next != null && next.kind() == kind && bytes < MAX_MESSAGE_BYTES;
                    next = take()) {
                bytes += next.content().length;
                message.addRecords(StoredRecord.newBuilder()
                        .setNumber(next.number())
                        .setKind(next.kind().name())
                        .setPriority(next.priority())
                        .setUtcNanos(next.utcNanos())
                        .setContent(ByteString.copyFrom(next.content())));
            }
            byte[] payload = MessageSeal.seal(message.build().toByteArray());
            box.add(new Outbox.Entry(tickets.getAsLong(), topic, types(kind), payload, message.getRecordsCount()));
        }
    }

    // What may not leave as it comes may not leave as a record, either.
    private static int types(RecordKind kind) {
        int content = switch (kind) {
            case EVENT -> Forwarding.Type.EVENT.bit();
            case FRAME -> Forwarding.Type.FRAME.bit();
            case REPORT -> Forwarding.Type.REPORT.bit();
            case CRASH -> 0;
        };
        return Forwarding.Type.RECORD.bit() | content;
    }

    // Drops the first one, which is packed, and looks at the next.
    private @Nullable LogRecord take() {
        queue.poll();
        return queue.peek();
    }
}
