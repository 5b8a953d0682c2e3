package org.dawnline.tools.ground;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.comms.proto.ArgumentEntry;
import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.fsw.comms.proto.CommandEntry;
import org.dawnline.fsw.comms.proto.Dictionary;
import org.dawnline.fsw.comms.proto.EnumerationEntry;
import org.dawnline.fsw.comms.proto.EventEntry;
import org.dawnline.fsw.comms.proto.FrameEntry;
import org.dawnline.fsw.comms.proto.ParameterEntry;
import org.dawnline.fsw.comms.proto.TelecommandArgument;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.jspecify.annotations.Nullable;

/** The satellite's dictionary as the ground uses it: finds entries by name, writes telecommands, reads events. */
public final class GroundDictionary {
    private static final String ARM = ".ARM";
    private static final int MOST_LISTED = 12;
    private static final String SET_PARAMETER = "parameters.SET";
    private static final String PARAMETER = "parameter";
    private static final String VALUE = "value";

    private final Dictionary message;
    private final Map<String, CommandEntry> commands = new TreeMap<>();
    private final Map<String, List<String>> enumerations = new TreeMap<>();
    private final Map<String, ChannelEntry> channels = new TreeMap<>();
    private final Map<String, ParameterEntry> parameters = new TreeMap<>();

    /** Takes the dictionary as it came from the satellite. */
    public GroundDictionary(Dictionary message) {
        this.message = message;
        message.getCommandsList().forEach(command -> commands.put(command.getName(), command));
        for (EnumerationEntry enumeration : message.getEnumerationsList()) {
            enumerations.put(enumeration.getName(), List.copyOf(enumeration.getEntriesList()));
        }
        for (FrameEntry frame : message.getFramesList()) {
            frame.getChannelsList().forEach(channel -> channels.put(channel.getName(), channel));
        }
        message.getParametersList().forEach(parameter -> parameters.put(parameter.getName(), parameter));
    }

    /** The dictionary as it came. */
    public Dictionary message() {
        return message;
    }

    /** Its checksum. */
    public long checksum() {
        return message.getChecksum();
    }

    /** A channel, or null when there is none of that name. */
    public @Nullable ChannelEntry channel(String name) {
        return channels.get(name);
    }

    /** The channel of that name; refuses one that does not exist, and says which may have been meant. */
    public ChannelEntry requireChannel(String name) {
        ChannelEntry channel = channels.get(name);
        if (channel == null) {
            throw new IllegalArgumentException(absent("channel", name, channels.keySet()));
        }
        return channel;
    }

    /** Number of the event of that name; refuses one that does not exist, and says which may have been meant. */
    public int requireEvent(String name) {
        List<String> names = eventNames();
        int number = names.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException(absent("event", name, names));
        }
        return number;
    }

    private static String absent(String kind, String name, Collection<String> names) {
        return "there is no " + kind + " " + name + "; " + Suggestion.forName(name, names);
    }

    /** Names of all events, by number. */
    public List<String> eventNames() {
        return message.getEventsList().stream().map(EventEntry::getName).toList();
    }

    /** Names of all channels, sorted. */
    public List<String> channelNames() {
        return List.copyOf(channels.keySet());
    }

    /** Names of all telecommands, sorted. */
    public List<String> commandNames() {
        return List.copyOf(commands.keySet());
    }

    /** A telecommand, or null when there is none of that name. */
    public @Nullable CommandEntry command(String name) {
        return commands.get(name);
    }

    /** Whether a telecommand must be armed before it is obeyed; no when there is none of that name. */
    public boolean critical(String name) {
        CommandEntry command = commands.get(name);
        return command != null && command.getCritical();
    }

    /** Name of the telecommand that arms others. */
    public String armCommand() {
        for (String name : commands.keySet()) {
            if (name.endsWith(ARM)) {
                return name;
            }
        }
        throw new IllegalStateException("the satellite has no telecommand that arms");
    }

    /** Entries of an enumeration; empty when there is none of that name. */
    public List<String> enumeration(String name) {
        return enumerations.getOrDefault(name, List.of());
    }

    /** Text of an event with its arguments filled in; rows of tables by their numbers only. */
    public String eventText(int id, List<Double> arguments) {
        return eventText(id, arguments, TableRows.NONE);
    }

    /** Text of an event with its arguments filled in. */
    public String eventText(int id, List<Double> arguments, TableRows rows) {
        if (id < 0 || id >= message.getEventsCount()) {
            return "event " + id + " is not in the dictionary";
        }
        return EventText.fill(message.getEvents(id).getPattern(), arguments, enumerations, rows);
    }

    /**
     * Content of a telecommand.
     *
     * @param arguments texts by name: numbers, or entries of the argument's enumeration
     * @throws WrongTelecommandException if name, arguments or values don't fit the dictionary
     */
    public TelecommandContent telecommand(String name, Map<String, String> arguments) throws WrongTelecommandException {
        CommandEntry command = commands.get(name);
        if (command == null) {
            throw new WrongTelecommandException(absent("telecommand", name, commandNames()));
        }
        List<String> known =
                command.getArgumentsList().stream().map(ArgumentEntry::getName).toList();
        for (String given : arguments.keySet()) {
            if (!known.contains(given)) {
                throw new WrongTelecommandException(name + " has no argument " + given + "; it takes "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
        TelecommandContent.Builder content = TelecommandContent.newBuilder().setName(name);
        for (ArgumentEntry argument : command.getArgumentsList()) {
            String text = arguments.get(argument.getName());
            if (text == null) {
                throw new WrongTelecommandException(name + " needs " + argument.getName() + ", " + expected(argument)
                        + ": " + argument.getDescription());
            }
            content.addArguments(argument(argument, text));
        }
        checkParameter(name, arguments);
        return content.build();
    }

    // The telecommand's own bounds are those of all parameters together; each has narrower ones, which the satellite
    // would check.
    private void checkParameter(String name, Map<String, String> arguments) throws WrongTelecommandException {
        String expected = expectedOfParameter(name, arguments);
        Double value = number(arguments.getOrDefault(VALUE, ""));
        ParameterEntry parameter = parameter(arguments);
        if (expected.isEmpty() || value == null || parameter == null) {
            return;
        }
        if (!(value >= parameter.getMin() && value <= parameter.getMax())) {
            throw new WrongTelecommandException(VALUE + " is \"" + arguments.get(VALUE) + "\"; " + expected);
        }
    }

    /**
     * What a parameter takes, such as "power.capW takes 0 W to 150000 W"; empty unless the telecommand sets a parameter that
     * exists.
     */
    public String expectedOfParameter(String name, Map<String, String> arguments) {
        ParameterEntry parameter = parameter(arguments);
        if (!name.equals(SET_PARAMETER) || parameter == null) {
            return "";
        }
        String unit = parameter.getUnit().isEmpty() ? "" : " " + parameter.getUnit();
        return parameter.getName() + " takes " + EventText.number(parameter.getMin()) + unit + " to "
                + EventText.number(parameter.getMax()) + unit;
    }

    private @Nullable ParameterEntry parameter(Map<String, String> arguments) {
        String wanted = arguments.getOrDefault(PARAMETER, "");
        for (ParameterEntry entry : parameters.values()) {
            if (entry.getName().equalsIgnoreCase(wanted)) {
                return entry;
            }
        }
        return null;
    }

    /** Content of a telecommand as it is, without looking into the dictionary: what is a number is sent as one. */
    public static TelecommandContent unchecked(String name, Map<String, String> arguments) {
        TelecommandContent.Builder content = TelecommandContent.newBuilder().setName(name);
        arguments.forEach((argument, text) -> {
            TelecommandArgument.Builder builder =
                    TelecommandArgument.newBuilder().setName(argument);
            Double number = number(text);
            content.addArguments(number == null ? builder.setChoice(text) : builder.setNumber(number));
        });
        return content.build();
    }

    private TelecommandArgument argument(ArgumentEntry argument, String text) throws WrongTelecommandException {
        TelecommandArgument.Builder builder = TelecommandArgument.newBuilder().setName(argument.getName());
        if (!argument.getChoices().isEmpty()) {
            return builder.setChoice(choice(argument, text)).build();
        }
        Double number = number(text);
        boolean fits = number != null
                && number >= argument.getMin()
                && number <= argument.getMax()
                && (!argument.getWhole() || number == Math.rint(number));
        if (number == null || !fits) {
            throw wrong(argument, text);
        }
        return builder.setNumber(number).build();
    }

    private String choice(ArgumentEntry argument, String text) throws WrongTelecommandException {
        for (String entry : enumeration(argument.getChoices())) {
            if (entry.equalsIgnoreCase(text)) {
                return entry;
            }
        }
        throw wrong(argument, text);
    }

    private WrongTelecommandException wrong(ArgumentEntry argument, String text) {
        return new WrongTelecommandException(
                argument.getName() + " is \"" + text + "\"; expected " + fitting(argument, text));
    }

    // Nobody reads forty names; the nearest do.
    private String fitting(ArgumentEntry argument, String text) {
        List<String> entries = enumeration(argument.getChoices());
        return entries.size() <= MOST_LISTED
                ? expected(argument)
                : "one of " + entries.size() + " names" + "; " + Suggestion.forName(text, entries);
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What values an argument takes, for people. */
    public String expected(ArgumentEntry argument) {
        if (!argument.getChoices().isEmpty()) {
            return "one of " + String.join(", ", enumeration(argument.getChoices()));
        }
        String unit = argument.getUnit().isEmpty() ? "" : " " + argument.getUnit();
        return (argument.getWhole() ? "a whole number from " : "a number from ") + EventText.number(argument.getMin())
                + " to " + EventText.number(argument.getMax()) + unit;
    }
}
