package org.dawnline.fsw.core.face;

import java.util.List;
import org.dawnline.fsw.core.guard.GuardedDouble;
import org.dawnline.fsw.core.guard.GuardedLong;
import org.dawnline.fsw.core.guard.GuardedState;
import org.jspecify.annotations.Nullable;

/** The face of one component: what it declares while it is constructed. Names are made unique by the component's name. */
public final class Face {
    private final Registrar registrar;
    private final String component;
    private final CommandCounts counts;

    Face(Registrar registrar, String component, CommandCounts counts) {
        this.registrar = registrar;
        this.component = component;
        this.counts = counts;
        command("NOOP", "Does nothing; shows that the component can be commanded.", arguments -> Outcome.COMPLETED);
        command("RESET_COUNTERS", "Sets the component's counters to zero.", arguments -> counts.reset());
    }

    /** The component's name. */
    public String name() {
        return component;
    }

    /** Declares a channel that holds a number. */
    public Channel channel(String name, Unit unit, String description) {
        return registrar.add(component, new Channel(component + "." + name, unit, description, List.of()));
    }

    /**
     * Declares a channel that holds a grant or another number that must not change by a flipped bit: it is kept in three copies,
     * and not valid when they are lost.
     */
    public Channel guardedChannel(String name, Unit unit, String description) {
        String fullName = component + "." + name;
        GuardedDouble value = new GuardedDouble(registrar.memory(), fullName, Double.NaN, Double.NaN);
        return registrar.add(component, new Channel(fullName, unit, description, List.of(), value));
    }

    /**
     * Connects a port of the component: refused at once when there is no channel, when it is in another unit, or when it is not of
     * this satellite.
     *
     * @param port name of the port, for the message
     * @param source the channel that feeds it
     * @param unit the unit that it must be in
     * @return the channel
     */
    public Channel input(String port, @Nullable Channel source, Unit unit) {
        return registrar.connect(component + "." + port, source, unit);
    }

    /** A number in three copies that falls back to {@code safe} when they are lost; {@code name} is for events only. */
    public GuardedDouble guardedDouble(String name, double initial, double safe) {
        return new GuardedDouble(registrar.memory(), component + "." + name, initial, safe);
    }

    /** A whole number in three copies that falls back to {@code safe} when they are lost; {@code name} is for events only. */
    public GuardedLong guardedLong(String name, long initial, long safe) {
        return new GuardedLong(registrar.memory(), component + "." + name, initial, safe);
    }

    /** A state in three copies that falls back to {@code safe} when they are lost; {@code name} is for events only. */
    public <E extends Enum<E>> GuardedState<E> guardedState(String name, E initial, E safe) {
        return new GuardedState<>(registrar.memory(), component + "." + name, initial, safe);
    }

    /**
     * Declares a channel that is computed from others by a pure function, after all components of its rate group have stepped. It
     * is not valid while one of its inputs is not, and as old as the oldest of them.
     */
    public Channel derived(String name, Unit unit, String description, Formula formula, Channel... inputs) {
        Channel target = channel(name, unit, description);
        registrar.add(new DerivedChannel(target, formula, inputs));
        return target;
    }

    /** Declares a channel that holds a state; its value is the position in {@code states}. */
    public Channel stateChannel(String name, List<String> states, String description) {
        return registrar.add(component, new Channel(component + "." + name, Unit.NONE, description, states));
    }

    /** Declares a parameter. */
    public Parameter parameter(
            String name, Unit unit, double defaultValue, double min, double max, String description) {
        return registrar.add(
                new Parameter(registrar.memory(), component + "." + name, unit, defaultValue, min, max, description));
    }

    /** Declares a telecommand that is allowed in every mode. */
    public void command(String verb, String description, CommandHandler handler, Argument... arguments) {
        command(verb, description, CommandTerms.always(), handler, arguments);
    }

    /** Declares a telecommand that is allowed in the modes of a bit mask. */
    public void command(String verb, String description, int modes, CommandHandler handler, Argument... arguments) {
        command(verb, description, CommandTerms.always().inModes(modes), handler, arguments);
    }

    /** Declares a telecommand with its terms. */
    public void command(
            String verb, String description, CommandTerms terms, CommandHandler handler, Argument... arguments) {
        registrar.add(new CommandDeclaration(
                component + "." + verb, description, terms, handler, List.of(arguments), counts));
    }

    /** Declares a telecommand whose handler wants its data or its ticket, or answers with a number. */
    public void request(
            String verb, String description, CommandTerms terms, RequestHandler handler, Argument... arguments) {
        command(verb, description, terms, handler.handler(), arguments);
    }

    /** Declares a telecommand that changes parameters: done when a restart would not undo it. */
    public void lasting(String verb, String description, CommandHandler change, Argument... arguments) {
        lasting(verb, description, saving(), change, arguments);
    }

    /** Declares a telecommand that changes what {@code saving} keeps: done when a restart would not undo it. */
    public void lasting(String verb, String description, Saving saving, CommandHandler change, Argument... arguments) {
        request(
                verb,
                description + " Done when a restart would not undo it.",
                CommandTerms.always().within(Saving.LONGEST_S),
                new LastingHandler(change, saving),
                arguments);
    }

    /** What makes parameters and mode durable. */
    public Saving saving() {
        return registrar::save;
    }

    /** Adds what RESET_COUNTERS of this component does, beside the counts of telecommands. */
    public void onResetCounters(Runnable reset) {
        counts.onReset(reset);
    }

    /** Where components tell progress and end of telecommands that take long. */
    public Tickets tickets() {
        return registrar.tickets();
    }

    /** Declares all events of an enum and returns what raises them; a channel counts those that are held back. */
    public <E extends Enum<E> & EventType> Events<E> events(Class<E> type) {
        Events<E> events = registrar.add(component, type);
        counts.onReset(() -> registrar.events().resetSuppressed(component));
        return events;
    }

    /** Declares a list of names that arguments, events and channels can point into. */
    public void enumeration(String name, List<String> entries) {
        registrar.add(component, name, entries);
    }
}
