package org.dawnline.fsw.comms;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.archive.Shelf;

/**
 * The messages of an outbox as records of the archive, so that what the ground has not acknowledged is sent after a restart. When the
 * archive refuses, a message lives as long as this process, as it did before.
 */
final class KeptMessages {

    private final Shelf shelf;
    private final String kind;
    private final Map<Long, String> names = new LinkedHashMap<>();
    private long lastNumber;

    /**
     * A message of an earlier process.
     *
     * @param items reports or events in it
     */
    record Kept(byte[] payload, int items, String name) {}

    KeptMessages(Shelf shelf, String kind) {
        this.shelf = shelf;
        this.kind = kind;
    }

    /** What an earlier process has left, in its order. */
    List<Kept> left() {
        List<Kept> left = new ArrayList<>();
        shelf.load(kind).forEach((name, content) -> {
            if (content.length >= Integer.BYTES) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                int items = bytes.getInt();
                byte[] payload = new byte[bytes.remaining()];
                bytes.get(payload);
                left.add(new Kept(payload, items, name));
                lastNumber = Math.max(lastNumber, number(name));
            }
        });
        return left;
    }

    private static long number(String name) {
        try {
            return Long.parseLong(name);
        } catch (NumberFormatException e) {
            return 0; // not one of ours
        }
    }

    /** The message of an earlier process goes by a new ticket. */
    void adopt(long ticket, Kept message) {
        names.put(ticket, message.name());
    }

    void keep(Outbox.Entry entry) {
        String name = String.format(java.util.Locale.ROOT, "%019d", ++lastNumber);
        ByteBuffer content = ByteBuffer.allocate(Integer.BYTES + entry.payload().length);
        content.putInt(entry.items()).put(entry.payload());
        if (shelf.keep(kind, name, content.array())) {
            names.put(entry.ticket(), name);
        }
    }

    void drop(long ticket) {
        String name = names.remove(ticket);
        if (name != null) {
            shelf.drop(kind, name);
        }
    }
}
