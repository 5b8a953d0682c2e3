package org.dawnline.fsw.core.record;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.Query;

/** One wish of the ground for stored records, served piece by piece on the worker, as fast as the link takes them. */
final class Replay {
    private static final int PIECE = 64;

    final long ticket;
    private final Query query;
    private long lastNumber;
    private final AtomicInteger handedOver = new AtomicInteger();
    private volatile boolean done;

    Replay(long ticket, Query query) {
        this.ticket = ticket;
        this.query = query;
    }

    /** Worker: hands over what the link takes now. */
    void serve(Archive archive, RecordDownlink link) {
        List<LogRecord> piece = archive.find(query.after(lastNumber).oldest(PIECE));
        for (LogRecord record : piece) {
            if (!link.offer(record)) {
                return; // the next step goes on here
            }
            lastNumber = record.number();
            handedOver.incrementAndGet();
        }
        done = piece.size() < PIECE;
    }

    int handedOver() {
        return handedOver.get();
    }

    boolean done() {
        return done;
    }
}
