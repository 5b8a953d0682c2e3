package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.sim.WorldState;

/** Samples the watched channels whenever their rate group has written them. */
final class ChannelWatches implements Recorder {
    private final WorldState world;
    private final List<List<CriterionWatch>> byFrame = new ArrayList<>();

    ChannelWatches(WorldState world, int frames) {
        this.world = world;
        for (int i = 0; i < frames; i++) {
            byFrame.add(new ArrayList<>());
        }
    }

    void add(int frame, CriterionWatch watch) {
        byFrame.get(frame).add(watch);
    }

    @Override
    public void begin(Dictionary dictionary) {}

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        List<CriterionWatch> watches = byFrame.get(frameNumber);
        for (int i = 0; i < watches.size(); i++) {
            watches.get(i).sample(world);
        }
    }

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {}

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {}
}
