package org.dawnline.fsw.core.face;

import java.util.List;

/** The face of one component: what it declares while it is constructed. Names are made unique by the component's name. */
public final class Face {
    private final Registrar registrar;
    private final String component;

    Face(Registrar registrar, String component) {
        this.registrar = registrar;
        this.component = component;
    }

    /** The component's name. */
    public String name() {
        return component;
    }

    /** Declares a channel that holds a number. */
    public Channel channel(String name, Unit unit, String description) {
        return registrar.add(component, new Channel(component + "." + name, unit, description, List.of()));
    }

    /** Declares a channel that holds a state; its value is the position in {@code states}. */
    public Channel stateChannel(String name, List<String> states, String description) {
        return registrar.add(component, new Channel(component + "." + name, Unit.NONE, description, states));
    }

    /** Declares a parameter. */
    public Parameter parameter(
            String name, Unit unit, double defaultValue, double min, double max, String description) {
        return registrar.add(new Parameter(component + "." + name, unit, defaultValue, min, max, description));
    }

    /** Declares a telecommand that is allowed in every mode. */
    public void command(String verb, String description, CommandHandler handler, Argument... arguments) {
        command(verb, description, CommandDeclaration.ALL_MODES, handler, arguments);
    }

    /** Declares a telecommand that is allowed in the modes of a bit mask. */
    public void command(String verb, String description, int modes, CommandHandler handler, Argument... arguments) {
        registrar.add(new CommandDeclaration(component + "." + verb, description, modes, handler, List.of(arguments)));
    }

    /** Declares all events of an enum and returns what raises them. */
    public <E extends Enum<E> & EventType> Events<E> events(Class<E> type) {
        return registrar.add(component, type);
    }

    /** Declares a list of names that arguments, events and channels can point into. */
    public void enumeration(String name, List<String> entries) {
        registrar.add(name, entries);
    }
}
