package org.dawnline.fsw.core.store;

import java.util.Comparator;
import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;

/** Lets the ground change parameters between cycles, each within its own bounds. */
public final class ParameterTable implements Component {
    private static final double LARGEST_VALUE = 1e15;

    /** Changes of parameters. */
    enum Event implements EventType {
        CHANGED(Severity.COMMAND, "{0:parameter} changed from {1} to {2}"),
        ALL_RESET(Severity.COMMAND, "{0} parameters set back to their defaults");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final String name;
    private final Registrar registrar;
    private final Events<Event> events;
    private final Channel changed;
    private List<Parameter> sorted = List.of();

    /** Declares the telecommands; {@code registrar} is the one that all components declare with. */
    public ParameterTable(Face face, Registrar registrar) {
        this.name = face.name();
        this.registrar = registrar;
        events = face.events(Event.class);
        changed = face.channel("changed", Unit.COUNT, "parameters that differ from their defaults");
        Argument parameter = Argument.choice("parameter", Argument.PARAMETERS, "the parameter");
        face.command(
                "SET",
                "Sets a parameter within its bounds.",
                new Setter(),
                parameter,
                Argument.real("value", Unit.NONE, -LARGEST_VALUE, LARGEST_VALUE, "value in the parameter's unit"));
        face.command("RESET", "Sets a parameter to its default.", this::reset, parameter);
        face.command(
                "RESET_ALL",
                "Sets all parameters to their defaults.",
                CommandTerms.always().critical(),
                arguments -> resetAll());
    }

    /** Asks the parameter itself whether it allows the value, before the telecommand is accepted. */
    private final class Setter implements CommandHandler {
        @Override
        public boolean allows(double[] arguments) {
            return sorted().get((int) arguments[0]).allows(arguments[1]);
        }

        @Override
        public Outcome execute(double[] arguments) {
            return change((int) arguments[0], arguments[1]);
        }
    }

    private Outcome reset(double[] arguments) {
        int number = (int) arguments[0];
        return change(number, sorted().get(number).defaultValue());
    }

    private Outcome change(int number, double value) {
        Parameter parameter = sorted().get(number);
        double before = parameter.value();
        if (!parameter.set(value)) {
            return Outcome.FAILED_STATE;
        }
        events.raise(Event.CHANGED, number, before, value);
        return Outcome.COMPLETED;
    }

    private Outcome resetAll() {
        int differing = countChanged();
        for (Parameter parameter : sorted()) {
            parameter.set(parameter.defaultValue());
        }
        events.raise(Event.ALL_RESET, differing);
        return Outcome.COMPLETED;
    }

    private int countChanged() {
        List<Parameter> all = sorted();
        int differing = 0;
        for (int i = 0; i < all.size(); i++) {
            differing += all.get(i).value() != all.get(i).defaultValue() ? 1 : 0;
        }
        return differing;
    }

    // In the order of the dictionary's enumeration, which exists only after the last component has declared its
    // parameters.
    private List<Parameter> sorted() {
        if (sorted.isEmpty()) {
            sorted = inDictionaryOrder(registrar);
        }
        return sorted;
    }

    static List<Parameter> inDictionaryOrder(Registrar registrar) {
        return registrar.parameters().stream()
                .sorted(Comparator.comparing(Parameter::name))
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        changed.set(countChanged());
    }
}
