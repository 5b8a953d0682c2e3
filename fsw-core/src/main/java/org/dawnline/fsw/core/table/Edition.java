package org.dawnline.fsw.core.table;

/**
 * One content of a table, right in itself, with what telemetry says of it.
 *
 * @param value what its rows say
 * @param packed its packed form; empty for what came with the software
 * @param checksum CRC32C of its text
 * @param version the version in its header
 * @param rows rows beside the header
 */
record Edition<T>(T value, byte[] packed, long checksum, int version, int rows) {
    private static final byte[] NOT_PACKED = new byte[0];

    /** What came with the software; needs not be kept over a restart. */
    static <T> Edition<T> standard(TableText text, TableText.Content<T> content) {
        return new Edition<>(content.value(), NOT_PACKED, text.checksum(), content.version(), content.rows());
    }

    /** What was uploaded. */
    static <T> Edition<T> uploaded(byte[] packed, TableText text, TableText.Content<T> content) {
        return new Edition<>(content.value(), packed, text.checksum(), content.version(), content.rows());
    }

    boolean standard() {
        return packed.length == 0;
    }
}
