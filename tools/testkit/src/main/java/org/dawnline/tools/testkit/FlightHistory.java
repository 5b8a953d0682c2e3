package org.dawnline.tools.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;

/** What every channel was in every cycle. */
public final class FlightHistory implements Recorder {
    private static final int MOST_EVENTS_SHOWN = 12;

    private final Map<String, ChannelHistory> channels = new LinkedHashMap<>();
    private final FlightLog log;
    private long lastCycle = -1;

    FlightHistory(FlightLog log) {
        this.log = log;
    }

    @Override
    public void begin(Dictionary dictionary) {
        dictionary.channels().forEach(one -> channels.put(one.name(), new ChannelHistory(one.name())));
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        lastCycle = cycle;
        for (Channel channel : frame.channels()) {
            of(channel.name()).add(cycle, channel.value());
        }
    }

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {
        // The flight log keeps them.
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {
        // The flight log keeps them.
    }

    /** History of a channel by its full name; refuses one that nobody declared. */
    public ChannelHistory of(String channel) {
        ChannelHistory found = channels.get(channel);
        if (found == null) {
            throw new IllegalArgumentException("no channel " + channel);
        }
        return found;
    }

    /** Number of the last cycle; -1 before the first. */
    public long lastCycle() {
        return lastCycle;
    }

    /** For people: the last events, and all channels of components whose value has changed but for those of the services. */
    public String text() {
        StringBuilder text = new StringBuilder("flown " + (lastCycle + 1) + " cycles\n");
        List<RaisedEvent> events = log.events();
        for (RaisedEvent event : events.subList(Math.max(0, events.size() - MOST_EVENTS_SHOWN), events.size())) {
            text.append("event in cycle ").append(event.cycle()).append(": ").append(event.name());
            text.append(event.arguments()).append('\n');
        }
        channels.values().stream()
                .filter(channel ->
                        !channel.name().startsWith("core.") && channel.steps().size() > 1)
                .forEach(channel -> text.append(channel.text()).append('\n'));
        return text.toString();
    }
}
