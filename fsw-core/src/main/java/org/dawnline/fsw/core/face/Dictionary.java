package org.dawnline.fsw.core.face;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that was declared, sorted and sealed: the whole interface between space and ground. The position of an entry in
 * its list is its number on the wire; the {@link #checksum()} travels in every frame, so that nobody decodes with the wrong one.
 */
public final class Dictionary {
    private static final MathContext TEXT_DIGITS = new MathContext(12);

    private final List<Frame> frames;
    private final List<Channel> channels;
    private final List<Parameter> parameters;
    private final List<CommandDeclaration> commands;
    private final List<EventDeclaration> events;
    private final Map<String, List<String>> enumerations;
    private final long checksum;

    /**
     * A telemetry frame: the channels that are sampled together.
     *
     * @param name name of the rate group that writes them
     * @param channels the channels, sorted by name
     */
    public record Frame(String name, List<Channel> channels) {}

    Dictionary(
            Map<String, List<Channel>> frames,
            List<Parameter> parameters,
            List<CommandDeclaration> commands,
            List<EventDeclaration> events,
            Map<String, List<String>> enumerations) {
        List<Frame> sortedFrames = new ArrayList<>();
        frames.forEach((name, channels) -> sortedFrames.add(new Frame(name, sorted(channels, Channel::name))));
        this.frames = List.copyOf(sortedFrames);
        this.channels = sorted(
                sortedFrames.stream()
                        .flatMap(frame -> frame.channels().stream())
                        .toList(),
                Channel::name);
        for (int i = 0; i < this.channels.size(); i++) {
            this.channels.get(i).number(i);
        }
        this.parameters = sorted(parameters, Parameter::name);
        this.commands = sorted(commands, CommandDeclaration::name);
        this.events = sorted(events, EventDeclaration::name);
        this.enumerations = Collections.unmodifiableMap(new TreeMap<>(enumerations));
        checkChoices();
        this.checksum = checksumOf(text());
    }

    private static <T> List<T> sorted(List<T> items, Function<T, String> name) {
        return items.stream().sorted(Comparator.comparing(name)).toList();
    }

    private void checkChoices() {
        for (CommandDeclaration command : commands) {
            for (Argument argument : command.arguments()) {
                if (!argument.choices().isEmpty() && !enumerations.containsKey(argument.choices())) {
                    throw new IllegalArgumentException(
                            command.name() + "." + argument.name() + ": no enumeration " + argument.choices());
                }
            }
        }
    }

    /** Frames, in the order of the rate groups. */
    public List<Frame> frames() {
        return frames;
    }

    /** All channels, sorted by name; the position is the number in the enumeration {@link Argument#CHANNELS}. */
    public List<Channel> channels() {
        return channels;
    }

    /** Parameters, sorted by name. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Telecommands, sorted by name; the position is the number on the wire. */
    public List<CommandDeclaration> commands() {
        return commands;
    }

    /** Events, sorted by name; the position is the number on the wire. */
    public List<EventDeclaration> events() {
        return events;
    }

    /** Named lists of names, sorted by name. */
    public Map<String, List<String>> enumerations() {
        return enumerations;
    }

    /** Entries of an enumeration; empty when there is none of that name. */
    public List<String> enumeration(String name) {
        return enumerations.getOrDefault(name, List.of());
    }

    /** First eight bytes of the SHA-256 of {@link #text()}. */
    public long checksum() {
        return checksum;
    }

    /** The number of a telecommand, or -1 when there is none of that name. */
    public int commandNumber(String name) {
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The channel of that name; refuses a name that nobody declared. */
    public Channel channel(String name) {
        for (Channel channel : channels) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("no channel " + name);
    }

    int[] eventIds(List<EventDeclaration> inDeclarationOrder) {
        return inDeclarationOrder.stream().mapToInt(events::indexOf).toArray();
    }

    /** Canonical text, one line an entry: what the checksum covers and what a reviewer compares. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Frame frame : frames) {
            for (Channel c : frame.channels()) {
                line(
                        text,
                        "channel",
                        frame.name(),
                        c.name(),
                        c.unit().symbol(),
                        c.states().toString(),
                        c.description());
            }
        }
        for (Parameter p : parameters) {
            line(
                    text,
                    "parameter",
                    p.name(),
                    p.unit().symbol(),
                    number(p.defaultValue()),
                    number(p.min()),
                    number(p.max()),
                    p.description());
        }
        for (CommandDeclaration c : commands) {
            line(
                    text,
                    "command",
                    c.name(),
                    Integer.toString(c.modes()),
                    c.terms().hazard().name(),
                    Boolean.toString(c.terms().urgent()),
                    Integer.toString(c.terms().maxDataBytes()),
                    number(c.terms().longestS()),
                    c.description());
            for (Argument a : c.arguments()) {
                line(
                        text,
                        "argument",
                        a.name(),
                        a.unit().symbol(),
                        number(a.min()),
                        number(a.max()),
                        Boolean.toString(a.whole()),
                        a.choices(),
                        a.description());
            }
        }
        for (EventDeclaration e : events) {
            line(text, "event", e.name(), e.severity().name(), e.pattern());
        }
        enumerations.forEach((name, entries) -> line(text, "enumeration", name, entries.toString()));
        return text.toString();
    }

    // The shortest decimal of a double differs between JDKs before and after 19; a rounded exact one does not.
    private static String number(double value) {
        return new BigDecimal(value).round(TEXT_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static void line(StringBuilder text, String... fields) {
        text.append(String.join("|", fields)).append('\n');
    }

    private static long checksumOf(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
