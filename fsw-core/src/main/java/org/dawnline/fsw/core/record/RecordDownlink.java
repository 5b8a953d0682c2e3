package org.dawnline.fsw.core.record;

import org.dawnline.fsw.core.archive.LogRecord;

/** Takes stored records for the ground. From the worker's thread. */
public interface RecordDownlink {
    /** Nobody takes any. */
    RecordDownlink NONE = record -> false;

    /** Takes a record unless too many wait already; says whether it did. Never blocks. */
    boolean offer(LogRecord record);
}
