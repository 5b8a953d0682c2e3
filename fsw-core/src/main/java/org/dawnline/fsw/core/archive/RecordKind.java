package org.dawnline.fsw.core.archive;

import org.jspecify.annotations.Nullable;

/** What a record of the log holds. The code is what stands in the file: never give one a new meaning. */
public enum RecordKind {
    /** One event. */
    EVENT(1),
    /** One frame of channels. */
    FRAME(2),
    /** One verification report of a telecommand. */
    REPORT(3),
    /** A part of what the flight recorder held when the process before this one ended. */
    CRASH(4);

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    /** Its number in files, 1 to 127. */
    public int code() {
        return code;
    }

    static @Nullable RecordKind of(int code) {
        for (RecordKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }
}
