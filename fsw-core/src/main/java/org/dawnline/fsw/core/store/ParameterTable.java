package org.dawnline.fsw.core.store;

import java.util.Comparator;
import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.RequestHandler;
import org.dawnline.fsw.core.face.Saving;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;

/** Lets the ground change parameters between cycles, each within its own bounds. */
public final class ParameterTable implements Component {
    private static final double LARGEST_VALUE = 1e15;
    private static final double SAVED_WITHIN_S = 30;

    /** Changes of parameters. */
    enum Event implements EventType {
        VALUE(Severity.COMMAND, "{0:parameter} is {1}, its default is {2}"),
        OUT_OF_RANGE(Severity.COMMAND, "{0:parameter} cannot be {1}: {2} to {3}; nothing of the list was set"),
        LIST_UNREADABLE(Severity.COMMAND, "line {0} of the list is no parameter=value; nothing of it was set"),
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
    private final Saving saving;

    /** Declares the telecommands; {@code registrar} is the one that all components declare with. */
    public ParameterTable(Face face, Registrar registrar) {
        this.name = face.name();
        this.registrar = registrar;
        saving = face.saving();
        events = face.events(Event.class);
        changed = face.channel("changed", Unit.COUNT, "parameters that differ from their defaults");
        Argument parameter = Argument.choice("parameter", Argument.PARAMETERS, "the parameter");
        face.request(
                "SET",
                "Sets a parameter within its bounds; done when it would survive a restart.",
                CommandTerms.always().within(SAVED_WITHIN_S),
                new Setter(),
                parameter,
                Argument.real("value", Unit.NONE, -LARGEST_VALUE, LARGEST_VALUE, "value in the parameter's unit"));
        face.command("GET", "Tells the value of a parameter by an event.", this::get, parameter);
        face.request(
                "SET_LIST",
                "Sets all parameters of a list or none: lines of parameter=value, where default is a value, too.",
                CommandTerms.always().withData(CommandTerms.MAX_DATA_BYTES).within(SAVED_WITHIN_S),
                this::setList);
        face.request(
                "RESET",
                "Sets a parameter to its default.",
                CommandTerms.always().within(SAVED_WITHIN_S),
                this::reset,
                parameter);
        face.request(
                "RESET_ALL",
                "Sets all parameters to their defaults.",
                CommandTerms.always().critical().within(SAVED_WITHIN_S),
                (arguments, request) -> resetAll(request));
    }

    private Outcome get(double[] arguments) {
        int number = (int) arguments[0];
        Parameter parameter = sorted().get(number);
        events.raise(Event.VALUE, number, parameter.value(), parameter.defaultValue());
        return Outcome.COMPLETED;
    }

    private Outcome setList(double[] arguments, Request request) {
        ParameterList list = ParameterList.parse(request.data(), request.dataLength(), sorted());
        if (list.wrongLine() > 0) {
            events.raise(Event.LIST_UNREADABLE, list.wrongLine());
            return Outcome.FAILED_DATA;
        }
        for (ParameterList.Setting setting : list.settings()) {
            Parameter parameter = sorted().get(setting.number());
            if (!parameter.allows(setting.value())) {
                events.raise(Event.OUT_OF_RANGE, setting.number(), setting.value(), parameter.min(), parameter.max());
                return Outcome.FAILED_DATA;
            }
        }
        for (ParameterList.Setting setting : list.settings()) {
            put(setting.number(), setting.value());
        }
        return saving.save(request.ticket());
    }

    /** Asks the parameter itself whether it allows the value, before the telecommand is accepted. */
    private final class Setter implements RequestHandler {
        @Override
        public boolean allows(double[] arguments) {
            return sorted().get((int) arguments[0]).allows(arguments[1]);
        }

        @Override
        public Outcome execute(double[] arguments, Request request) {
            return change((int) arguments[0], arguments[1], request);
        }
    }

    private Outcome reset(double[] arguments, Request request) {
        int number = (int) arguments[0];
        return change(number, sorted().get(number).defaultValue(), request);
    }

    private Outcome change(int number, double value, Request request) {
        return put(number, value) ? saving.save(request.ticket()) : Outcome.FAILED_STATE;
    }

    private boolean put(int number, double value) {
        Parameter parameter = sorted().get(number);
        double before = parameter.value();
        if (!parameter.set(value)) {
            return false;
        }
        events.raise(Event.CHANGED, number, before, value);
        return true;
    }

    private Outcome resetAll(Request request) {
        int differing = countChanged();
        for (Parameter parameter : sorted()) {
            parameter.set(parameter.defaultValue());
        }
        events.raise(Event.ALL_RESET, differing);
        return saving.save(request.ticket());
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
