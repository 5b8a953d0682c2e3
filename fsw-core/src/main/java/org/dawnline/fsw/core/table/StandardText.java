package org.dawnline.fsw.core.table;

import org.jspecify.annotations.Nullable;

/** Where the texts are that come with the software. */
@FunctionalInterface
public interface StandardText {
    /** The text for the table of that name, or null for one without rows. */
    @Nullable
    String of(String table);
}
