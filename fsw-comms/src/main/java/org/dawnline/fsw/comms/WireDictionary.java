package org.dawnline.fsw.comms;

import org.dawnline.fsw.comms.proto.ArgumentEntry;
import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.fsw.comms.proto.CommandEntry;
import org.dawnline.fsw.comms.proto.EnumerationEntry;
import org.dawnline.fsw.comms.proto.EventEntry;
import org.dawnline.fsw.comms.proto.FrameEntry;
import org.dawnline.fsw.comms.proto.ParameterEntry;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventDeclaration;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.face.Parameter;

/** The dictionary as it goes to the ground. */
public final class WireDictionary {
    private WireDictionary() {}

    /** The message that holds all of a dictionary. */
    public static org.dawnline.fsw.comms.proto.Dictionary of(Dictionary dictionary) {
        org.dawnline.fsw.comms.proto.Dictionary.Builder message =
                org.dawnline.fsw.comms.proto.Dictionary.newBuilder().setChecksum(dictionary.checksum());
        dictionary.frames().forEach(frame -> message.addFrames(entry(frame)));
        dictionary.parameters().forEach(parameter -> message.addParameters(entry(parameter)));
        dictionary.commands().forEach(command -> message.addCommands(entry(command)));
        dictionary.events().forEach(event -> message.addEvents(entry(event)));
        dictionary
                .enumerations()
                .forEach((name, entries) -> message.addEnumerations(
                        EnumerationEntry.newBuilder().setName(name).addAllEntries(entries)));
        return message.build();
    }

    private static FrameEntry entry(Dictionary.Frame frame) {
        FrameEntry.Builder entry = FrameEntry.newBuilder().setName(frame.name());
        frame.channels().forEach(channel -> entry.addChannels(entry(channel)));
        return entry.build();
    }

    private static ChannelEntry entry(Channel channel) {
        return ChannelEntry.newBuilder()
                .setName(channel.name())
                .setUnit(channel.unit().symbol())
                .setDescription(channel.description())
                .addAllStates(channel.states())
                .build();
    }

    private static ParameterEntry entry(Parameter parameter) {
        return ParameterEntry.newBuilder()
                .setName(parameter.name())
                .setUnit(parameter.unit().symbol())
                .setDefaultValue(parameter.defaultValue())
                .setMin(parameter.min())
                .setMax(parameter.max())
                .setDescription(parameter.description())
                .build();
    }

    private static CommandEntry entry(CommandDeclaration command) {
        CommandEntry.Builder entry = CommandEntry.newBuilder()
                .setName(command.name())
                .setDescription(command.description())
                .setModes(command.modes())
                .setCritical(command.terms().hazard() == Hazard.CRITICAL)
                .setUrgent(command.terms().urgent())
                .setMaxDataBytes(command.terms().maxDataBytes())
                .setLongestS(command.terms().longestS());
        command.arguments().forEach(argument -> entry.addArguments(entry(argument)));
        return entry.build();
    }

    private static ArgumentEntry entry(Argument argument) {
        return ArgumentEntry.newBuilder()
                .setName(argument.name())
                .setUnit(argument.unit().symbol())
                .setMin(argument.min())
                .setMax(argument.max())
                .setWhole(argument.whole())
                .setChoices(argument.choices())
                .setDescription(argument.description())
                .build();
    }

    private static EventEntry entry(EventDeclaration event) {
        return EventEntry.newBuilder()
                .setName(event.name())
                .setSeverity(event.severity().name())
                .setPattern(event.pattern())
                .build();
    }
}
