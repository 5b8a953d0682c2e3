package org.dawnline.fsw.core.archive;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One change of a {@link Shelf}.
 *
 * @param kind what sort of record, such as {@code sequence}: 1 to {@value #MAX_NAME_BYTES} bytes of UTF-8
 * @param name which one of that kind: 1 to {@value #MAX_NAME_BYTES} bytes of UTF-8
 * @param content its new bytes, at most {@value #MAX_CONTENT_BYTES}; null to drop the record
 */
public record Change(String kind, String name, byte @Nullable [] content) {
    /** Longest kind and longest name, in bytes of UTF-8. */
    public static final int MAX_NAME_BYTES = 200;

    /** Largest content, in bytes. */
    public static final int MAX_CONTENT_BYTES = 1 << 20;

    /** Refuses what could not be stored. */
    public Change {
        check("kind", kind);
        check("name", name);
        if (content != null && content.length > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    kind + " " + name + " has " + content.length + " bytes, at most " + MAX_CONTENT_BYTES);
        }
    }

    private static void check(String what, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MAX_NAME_BYTES) {
            throw new IllegalArgumentException(
                    what + " has " + bytes + " bytes, expected 1 to " + MAX_NAME_BYTES + ": \"" + text + "\"");
        }
    }

    /** Puts a record on the shelf, or replaces the one of that name. */
    public static Change keep(String kind, String name, byte[] content) {
        return new Change(kind, name, content.clone());
    }

    /** Takes a record off the shelf; no harm when there is none of that name. */
    public static Change drop(String kind, String name) {
        return new Change(kind, name, null);
    }
}
