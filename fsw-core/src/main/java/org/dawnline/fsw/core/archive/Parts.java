package org.dawnline.fsw.core.archive;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A long content out of its parts. */
final class Parts {
    private Parts() {}

    /** The whole content, or null unless all parts of one writing are there, in order. */
    static byte @Nullable [] join(List<SealedRecord> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            SealedRecord part = parts.get(i);
            boolean next = part.part() == i
                    && part.parts() == parts.size()
                    && part.number() == parts.get(0).number();
            if (!next) {
                return null;
            }
            whole.writeBytes(part.content());
        }
        return parts.isEmpty() ? null : whole.toByteArray();
    }
}
