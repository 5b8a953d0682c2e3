package org.dawnline.fsw.core.table;

/** Takes the parts of a packed table in their order. A part that came twice does no harm; a gap is refused. */
final class LoadBuffer {
    /** No table is being loaded. */
    static final int NONE = -1;

    private final byte[] bytes = new byte[PackedTable.MAX_BYTES];
    private int table = NONE;
    private int total;
    private int received;

    /** Takes a part; the one at offset 0 begins a new load. Says whether it fits. */
    boolean put(int ofTable, int offset, int newTotal, byte[] part, int length) {
        boolean repeated = isRepetition(ofTable, offset, newTotal, part, length);
        if (offset == 0 && !repeated) {
            table = ofTable;
            total = newTotal;
            received = 0;
        }
        boolean fits = ofTable == table && newTotal == total && offset <= received && length > 0;
        if (!fits || offset + length > total) {
            return false;
        }
        System.arraycopy(part, 0, bytes, offset, length);
        received = Math.max(received, offset + length);
        return true;
    }

    private boolean isRepetition(int ofTable, int offset, int newTotal, byte[] part, int length) {
        if (ofTable != table || newTotal != total || offset + length > received) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    /** The table that is being loaded, or {@link #NONE}. */
    int table() {
        return table;
    }

    /** Whether all parts of that table have come. */
    boolean complete(int ofTable) {
        return table == ofTable && received == total;
    }

    int received() {
        return received;
    }

    int total() {
        return total;
    }

    /** What has come; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    void clear() {
        table = NONE;
        total = 0;
        received = 0;
    }
}
