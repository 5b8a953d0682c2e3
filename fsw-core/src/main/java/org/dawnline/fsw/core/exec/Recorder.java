package org.dawnline.fsw.core.exec;

import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;

/** Takes what a cycle reports, on the executive thread: copies it and returns; never blocks or allocates. */
public interface Recorder {
    /** Told once, before the first cycle. */
    void begin(Dictionary dictionary);

    /** A frame of channels has been written; the values stand in {@code frame.channels()}. */
    void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos);

    /** Events of the cycle; called only when there are some. */
    void events(EventLog events, long cycle, long utcNanos);

    /** Verification reports of the cycle; called only when there are some. */
    void reports(CommandReports reports, long cycle, long utcNanos);
}
