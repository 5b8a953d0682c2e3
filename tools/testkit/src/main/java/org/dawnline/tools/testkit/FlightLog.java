package org.dawnline.tools.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;

/** Keeps everything that the executive reports. */
public final class FlightLog implements Recorder {
    private static final int ARGUMENTS = 4;

    private final List<RaisedEvent> events = new ArrayList<>();
    private final List<CommandReport> reports = new ArrayList<>();
    private List<String> eventNames = List.of();
    private long frames;

    /** An empty log. */
    public FlightLog() {}

    @Override
    public void begin(Dictionary dictionary) {
        eventNames = dictionary.events().stream().map(event -> event.name()).toList();
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
        frames++;
    }

    @Override
    public void events(EventLog raised, long cycle, long utcNanos) {
        for (int i = 0; i < raised.count(); i++) {
            Double[] arguments = new Double[ARGUMENTS];
            for (int position = 0; position < ARGUMENTS; position++) {
                arguments[position] = raised.argument(i, position);
            }
            events.add(new RaisedEvent(eventNames.get(raised.id(i)), Arrays.asList(arguments), cycle));
        }
    }

    @Override
    public void reports(CommandReports newReports, long cycle, long utcNanos) {
        for (int i = 0; i < newReports.count(); i++) {
            reports.add(new CommandReport(
                    newReports.counter(i), newReports.stage(i), newReports.reason(i), newReports.argument(i)));
        }
    }

    /** Events since the start or the last {@link #clear()}, the oldest first. */
    public List<RaisedEvent> events() {
        return events;
    }

    /** Verification reports since the start or the last {@link #clear()}, the oldest first. */
    public List<CommandReport> reports() {
        return reports;
    }

    /** Frames since the start. */
    public long frames() {
        return frames;
    }

    /** Forgets events and reports. */
    public void clear() {
        events.clear();
        reports.clear();
    }
}
