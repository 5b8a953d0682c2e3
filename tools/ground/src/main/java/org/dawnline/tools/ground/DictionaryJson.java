package org.dawnline.tools.ground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.comms.proto.ArgumentEntry;
import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.fsw.comms.proto.CommandEntry;
import org.dawnline.fsw.comms.proto.Dictionary;
import org.dawnline.fsw.comms.proto.EnumerationEntry;
import org.dawnline.fsw.comms.proto.EventEntry;
import org.dawnline.fsw.comms.proto.FrameEntry;
import org.dawnline.fsw.comms.proto.ParameterEntry;
import org.dawnline.fsw.core.mode.Mode;

/** The dictionary as JSON, for programs. */
public final class DictionaryJson {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DictionaryJson() {}

    /** The text of the whole dictionary. */
    public static String of(Dictionary dictionary) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("checksum", String.format("%016x", dictionary.getChecksum()));
        ArrayNode frames = root.putArray("frames");
        dictionary.getFramesList().forEach(frame -> add(frames.addObject(), frame));
        ArrayNode parameters = root.putArray("parameters");
        dictionary.getParametersList().forEach(parameter -> add(parameters.addObject(), parameter));
        ArrayNode commands = root.putArray("telecommands");
        dictionary.getCommandsList().forEach(command -> add(commands.addObject(), command));
        ArrayNode events = root.putArray("events");
        for (EventEntry event : dictionary.getEventsList()) {
            events.addObject()
                    .put("name", event.getName())
                    .put("severity", event.getSeverity())
                    .put("pattern", event.getPattern());
        }
        ObjectNode enumerations = root.putObject("enumerations");
        for (EnumerationEntry enumeration : dictionary.getEnumerationsList()) {
            strings(enumerations.putArray(enumeration.getName()), enumeration.getEntriesList());
        }
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers can be written", e);
        }
    }

    private static void add(ObjectNode node, FrameEntry frame) {
        node.put("name", frame.getName());
        ArrayNode channels = node.putArray("channels");
        for (ChannelEntry channel : frame.getChannelsList()) {
            ObjectNode entry = channels.addObject()
                    .put("name", channel.getName())
                    .put("unit", channel.getUnit())
                    .put("description", channel.getDescription());
            if (channel.getStatesCount() > 0) {
                strings(entry.putArray("states"), channel.getStatesList());
            }
        }
    }

    private static void add(ObjectNode node, ParameterEntry parameter) {
        node.put("name", parameter.getName())
                .put("unit", parameter.getUnit())
                .put("default", parameter.getDefaultValue())
                .put("min", parameter.getMin())
                .put("max", parameter.getMax())
                .put("description", parameter.getDescription());
    }

    private static void add(ObjectNode node, CommandEntry command) {
        node.put("name", command.getName()).put("description", command.getDescription());
        strings(node.putArray("modes"), modes(command));
        node.put("critical", command.getCritical())
                .put("urgent", command.getUrgent())
                .put("maxDataBytes", command.getMaxDataBytes())
                .put("longestS", command.getLongestS());
        ArrayNode arguments = node.putArray("arguments");
        for (ArgumentEntry argument : command.getArgumentsList()) {
            ObjectNode entry = arguments.addObject().put("name", argument.getName());
            if (argument.getChoices().isEmpty()) {
                entry.put("unit", argument.getUnit())
                        .put("min", argument.getMin())
                        .put("max", argument.getMax())
                        .put("whole", argument.getWhole());
            } else {
                entry.put("choices", argument.getChoices());
            }
            entry.put("description", argument.getDescription());
        }
    }

    /** Names of the modes in which a telecommand is allowed. */
    static List<String> modes(CommandEntry command) {
        return Arrays.stream(Mode.values())
                .filter(mode -> (command.getModes() & mode.bit()) != 0)
                .map(Mode::name)
                .toList();
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
