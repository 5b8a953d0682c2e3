package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;

/** Samples the watched channels whenever their rate group has written them, and the watched events when they are raised. */
final class WatchRecorder implements Recorder {
    private final List<List<Watch>> byFrame = new ArrayList<>();
    private final List<List<Watch>> byEvent = new ArrayList<>();

    WatchRecorder(Dictionary dictionary) {
        dictionary.frames().forEach(frame -> byFrame.add(new ArrayList<>()));
        dictionary.events().forEach(event -> byEvent.add(new ArrayList<>()));
    }

    void addToFrame(int frame, Watch watch) {
        byFrame.get(frame).add(watch);
    }

    void addToEvent(int event, Watch watch) {
        byEvent.get(event).add(watch);
    }

    @Override
    public void begin(Dictionary dictionary) {}

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        List<Watch> watches = byFrame.get(frameNumber);
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).sample();
        }
    }

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {
        for (int i = 0; i < events.count(); i++) {
            List<Watch> watches = byEvent.get(events.id(i));
            for (int w = 0; w < watches.size(); w++) {
                watches.get(w).sample();
            }
        }
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {}
}
