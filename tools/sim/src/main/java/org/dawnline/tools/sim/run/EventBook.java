package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventDeclaration;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.ground.TableRows;
import org.jspecify.annotations.Nullable;

/** Keeps the events of a flight as readable lines, the first ones of a long list, and counts all by severity. */
final class EventBook implements Recorder {
    /** Lines that are kept. */
    static final int CAPACITY = 5_000;

    private static final int ARGUMENTS = 4;

    private final WorldState world;
    private final TableRows rows;
    private final Consumer<FlightEvent> listener;
    private final List<FlightEvent> lines = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private List<EventDeclaration> declarations = List.of();
    private @Nullable GroundDictionary ground;
    private long dropped;

    EventBook(WorldState world, TableRows rows, Consumer<FlightEvent> listener) {
        this.world = world;
        this.rows = rows;
        this.listener = listener;
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
    }

    @Override
    public void begin(Dictionary dictionary) {
        declarations = dictionary.events();
        ground = new GroundDictionary(WireDictionary.of(dictionary));
    }

    @Override
    public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {}

    @Override
    public void events(EventLog events, long cycle, long utcNanos) {
        for (int i = 0; i < events.count(); i++) {
            EventDeclaration declaration = declarations.get(events.id(i));
            counts.merge(declaration.severity(), 1L, Long::sum);
            FlightEvent line = new FlightEvent(
                    world.timeS(), utcNanos, declaration.severity(), declaration.name(), text(declaration, events, i));
            listener.accept(line);
            if (lines.size() < CAPACITY) {
                lines.add(line);
            } else {
                dropped++;
            }
        }
    }

    private String text(EventDeclaration declaration, EventLog events, int i) {
        List<Double> arguments = new ArrayList<>(ARGUMENTS);
        for (int argument = 0; argument < ARGUMENTS; argument++) {
            arguments.add(events.argument(i, argument));
        }
        return ground == null ? declaration.pattern() : ground.eventText(events.id(i), arguments, rows);
    }

    @Override
    public void reports(CommandReports reports, long cycle, long utcNanos) {}

    /** The first {@value #CAPACITY} events, in their order. */
    List<FlightEvent> lines() {
        return List.copyOf(lines);
    }

    /** How many there were of a severity. */
    long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    /** Events that are counted but not kept. */
    long dropped() {
        return dropped;
    }
}
