package org.dawnline.tools.ground;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dawnline.fsw.comms.proto.ArgumentEntry;
import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.fsw.comms.proto.CommandEntry;
import org.dawnline.fsw.comms.proto.Dictionary;
import org.dawnline.fsw.comms.proto.FrameEntry;

/**
 * The dictionary as XTCE 1.2 for other ground systems. A container is the packed field {@code values} of a frame's message, channel by
 * channel; telecommands are named with their arguments but not packed, since they travel signed, see {@code dawnline.proto}. XTCE has no
 * points in names: they become underscores, and the alias is the name.
 */
public final class DictionaryXtce {
    private static final String NAMESPACE = "http://www.omg.org/spec/XTCE/20180204";
    private static final String ALIASES = "dawnline";
    private static final String DOUBLE_BITS = "64";

    private final Dictionary dictionary;
    private final GroundDictionary names;
    private final XMLStreamWriter xml;

    private DictionaryXtce(Dictionary dictionary, XMLStreamWriter xml) {
        this.dictionary = dictionary;
        this.names = new GroundDictionary(dictionary);
        this.xml = xml;
    }

    /** The whole dictionary of a satellite of that name, as one document. */
    public static String of(Dictionary dictionary, String satellite) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new DictionaryXtce(dictionary, xml).write(satellite);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a tree of strings and numbers can be written", e);
        }
        return text.toString();
    }

    private void write(String satellite) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        begin("SpaceSystem", "name", named(satellite));
        xml.writeDefaultNamespace(NAMESPACE);
        empty("Header", "version", String.format("%016x", dictionary.getChecksum()), "validationStatus", "Working");
        telemetry();
        telecommands();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void telemetry() throws XMLStreamException {
        begin("TelemetryMetaData");
        begin("ParameterTypeSet");
        for (FrameEntry frame : dictionary.getFramesList()) {
            for (ChannelEntry channel : frame.getChannelsList()) {
                type(channel);
            }
        }
        xml.writeEndElement();
        begin("ParameterSet");
        for (FrameEntry frame : dictionary.getFramesList()) {
            for (ChannelEntry channel : frame.getChannelsList()) {
                String name = named(channel.getName());
                begin("Parameter", "name", name, "parameterTypeRef", name);
                description(channel.getDescription(), channel.getName());
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        begin("ContainerSet");
        for (FrameEntry frame : dictionary.getFramesList()) {
            begin("SequenceContainer", "name", named(frame.getName()));
            description("field values of the message Frame on the topic tm/" + frame.getName(), frame.getName());
            begin("EntryList");
            for (ChannelEntry channel : frame.getChannelsList()) {
                empty("ParameterRefEntry", "parameterRef", named(channel.getName()));
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void type(ChannelEntry channel) throws XMLStreamException {
        boolean state = channel.getStatesCount() > 0;
        if (state) {
            begin("EnumeratedParameterType", "name", named(channel.getName()));
        } else {
            begin("FloatParameterType", "name", named(channel.getName()), "sizeInBits", DOUBLE_BITS);
        }
        unit(channel.getUnit());
        empty("FloatDataEncoding", "sizeInBits", DOUBLE_BITS, "byteOrder", "leastSignificantByteFirst");
        if (state) {
            enumeration(channel.getStatesList());
        }
        xml.writeEndElement();
    }

    private void telecommands() throws XMLStreamException {
        begin("CommandMetaData");
        begin("ArgumentTypeSet");
        for (CommandEntry command : dictionary.getCommandsList()) {
            for (ArgumentEntry argument : command.getArgumentsList()) {
                type(command, argument);
            }
        }
        xml.writeEndElement();
        begin("MetaCommandSet");
        for (CommandEntry command : dictionary.getCommandsList()) {
            begin("MetaCommand", "name", named(command.getName()));
            description(command.getDescription(), command.getName());
            if (command.getArgumentsCount() > 0) {
                begin("ArgumentList");
                for (ArgumentEntry argument : command.getArgumentsList()) {
                    begin("Argument", "name", argument.getName(), "argumentTypeRef", typeName(command, argument));
                    text("LongDescription", argument.getDescription());
                    xml.writeEndElement();
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void type(CommandEntry command, ArgumentEntry argument) throws XMLStreamException {
        if (!argument.getChoices().isEmpty()) {
            begin("EnumeratedArgumentType", "name", typeName(command, argument));
            unit("");
            enumeration(names.enumeration(argument.getChoices()));
        } else {
            begin("FloatArgumentType", "name", typeName(command, argument), "sizeInBits", DOUBLE_BITS);
            unit(argument.getUnit());
            begin("ValidRangeSet");
            empty(
                    "ValidRange",
                    "minInclusive",
                    Double.toString(argument.getMin()),
                    "maxInclusive",
                    Double.toString(argument.getMax()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String typeName(CommandEntry command, ArgumentEntry argument) {
        return named(command.getName() + "." + argument.getName());
    }

    private static String named(String name) {
        return name.replace('.', '_');
    }

    private void unit(String unit) throws XMLStreamException {
        begin("UnitSet");
        if (!unit.isEmpty()) {
            text("Unit", unit);
        }
        xml.writeEndElement();
    }

    private void enumeration(List<String> entries) throws XMLStreamException {
        begin("EnumerationList");
        for (int i = 0; i < entries.size(); i++) {
            empty("Enumeration", "value", Integer.toString(i), "label", entries.get(i));
        }
        xml.writeEndElement();
    }

    private void description(String description, String alias) throws XMLStreamException {
        text("LongDescription", description);
        begin("AliasSet");
        empty("Alias", "nameSpace", ALIASES, "alias", alias);
        xml.writeEndElement();
    }

    private void text(String element, String content) throws XMLStreamException {
        begin(element);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private void begin(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
