package org.dawnline.fsw.core.face;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.jspecify.annotations.Nullable;

/**
 * Takes the declarations of all components while they are constructed, then seals them into the {@link Dictionary}. Refuses
 * names that are not {@code [A-Za-z][A-Za-z0-9_.]*} and names that are taken.
 */
public final class Registrar {
    /** Who declares the lists of all names. */
    private static final String DICTIONARY = "the dictionary";

    private final Wiring wiring = new Wiring();
    private final Map<String, List<Channel>> channels = new LinkedHashMap<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<DerivedChannel> derived = new ArrayList<>();
    private final List<CommandDeclaration> commands = new ArrayList<>();
    private final Map<String, List<String>> enumerations = new TreeMap<>();
    private final EventLog events = new EventLog();
    private final GuardedMemory memory = new GuardedMemory();
    private final Tickets tickets = new Tickets();
    private Saving saving = Saving.NONE;
    private boolean sealed;

    /**
     * The face through which a component of that name declares; refused when the name is taken. NOOP, RESET_COUNTERS and the counts
     * of telecommands are declared here, for everybody.
     */
    public Face component(String name) {
        claim(name, name);
        channels.put(name, new ArrayList<>());
        return new Face(this, name, commandCounts(name));
    }

    private CommandCounts commandCounts(String component) {
        return new CommandCounts(
                add(component, count(component + ".commandsAccepted", "telecommands that it took")),
                add(component, count(component + ".commandsRejected", "telecommands that failed a check")));
    }

    private static Channel count(String name, String description) {
        return new Channel(name, Unit.COUNT, description + " since its counters were reset", List.of());
    }

    /** Telecommands that go on after their handler has returned. */
    public Tickets tickets() {
        return tickets;
    }

    /** Says what makes parameters and mode durable; before it is told, nothing outlives the process. */
    public void savedBy(Saving newSaving) {
        saving = newSaving;
    }

    Outcome save(long ticket) {
        return saving.save(ticket);
    }

    /** Where all events go. */
    public EventLog events() {
        return events;
    }

    /** All state that is guarded against flipped bits. */
    public GuardedMemory memory() {
        return memory;
    }

    /** All parameters declared so far. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /** All derived channels declared so far, in order. */
    public List<DerivedChannel> derived() {
        return List.copyOf(derived);
    }

    void add(DerivedChannel channel) {
        derived.add(channel);
    }

    /** Connects a port of a component with a channel. */
    Channel connect(String port, @Nullable Channel source, Unit unit) {
        return wiring.connect(port, source, unit, allChannels());
    }

    /** Refuses a port whose channel belongs to a component that is not among those that step. */
    public void checkSources(Set<String> stepping) {
        wiring.checkSources(stepping);
    }

    Channel add(String component, Channel channel) {
        claim(channel.name(), component);
        List<Channel> ofComponent = channels.get(component);
        if (ofComponent == null) {
            throw new IllegalArgumentException("no component " + component);
        }
        ofComponent.add(channel);
        return channel;
    }

    Parameter add(Parameter parameter) {
        claim(parameter.name(), componentOf(parameter.name()));
        parameters.add(parameter);
        return parameter;
    }

    void add(CommandDeclaration command) {
        claim(command.name(), componentOf(command.name()));
        commands.add(command);
    }

    void add(String component, String enumeration, List<String> entries) {
        claim("enumeration." + enumeration, component);
        enumerations.put(enumeration, List.copyOf(entries));
    }

    <E extends Enum<E> & EventType> Events<E> add(String component, Class<E> type) {
        List<EventDeclaration> declared = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = component + "." + constant.name();
            claim("event." + name, component);
            declared.add(new EventDeclaration(name, constant.severity(), constant.pattern()));
        }
        return new Events<>(events, declare(component, declared));
    }

    private int declare(String component, List<EventDeclaration> declared) {
        if (events.knows(component)) {
            return events.declareMore(component, declared);
        }
        String text = "its events held back by a throttle since its counters were reset";
        Channel suppressed = add(component, new Channel(component + ".eventsHeldBack", Unit.COUNT, text, List.of()));
        return events.declare(component, declared, suppressed);
    }

    /**
     * Ends the declarations.
     *
     * @param frames for each telemetry frame, in order, its name and the components whose channels it carries; a component
     *     that stands in none of them goes into {@code defaultFrame}
     */
    public Dictionary seal(Map<String, List<String>> frames, String defaultFrame) {
        if (sealed) {
            throw new IllegalStateException("the dictionary is sealed already");
        }
        add(DICTIONARY, Argument.PARAMETERS, sortedNames(parameters, Parameter::name));
        add(DICTIONARY, Argument.COMMANDS, sortedNames(commands, CommandDeclaration::name));
        add(DICTIONARY, Argument.CHANNELS, sortedNames(allChannels(), Channel::name));
        add(DICTIONARY, Argument.EVENTS, sortedNames(events.declarations(), EventDeclaration::name));
        add(DICTIONARY, GuardedMemory.ENUMERATION, memory.owners());
        sealed = true;
        Dictionary dictionary = new Dictionary(
                framesOf(frames, defaultFrame), parameters, commands, events.declarations(), enumerations);
        events.seal(dictionary.eventIds(events.declarations()));
        return dictionary;
    }

    private List<Channel> allChannels() {
        return channels.values().stream().flatMap(List::stream).toList();
    }

    private static <T> List<String> sortedNames(List<T> declared, Function<T, String> name) {
        return declared.stream().map(name).sorted().toList();
    }

    private Map<String, List<Channel>> framesOf(Map<String, List<String>> frames, String defaultFrame) {
        Map<String, List<Channel>> result = new LinkedHashMap<>();
        frames.keySet().forEach(frame -> result.put(frame, new ArrayList<>()));
        for (Map.Entry<String, List<Channel>> ofComponent : channels.entrySet()) {
            String frame = frames.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(ofComponent.getKey()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(defaultFrame);
            List<Channel> target = result.get(frame);
            if (target == null) {
                throw new IllegalArgumentException("no frame " + frame);
            }
            target.addAll(ofComponent.getValue());
        }
        return result;
    }

    private void claim(String name, String component) {
        if (sealed) {
            throw new IllegalStateException(name + " is declared after the dictionary was sealed");
        }
        wiring.claim(name, component);
    }

    // A component's name has no dot; what it declares begins with it.
    private static String componentOf(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
