package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.fsw.comms.proto.CommandEntry;
import org.dawnline.fsw.comms.proto.Dictionary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DictionaryXtceTest {
    private final Dictionary dictionary = SmallDictionary.onGround().message();

    private Document document() throws Exception {
        String text = DictionaryXtce.of(dictionary, "test-1");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<String> all(Document document, String element, String attribute) {
        NodeList nodes = document.getElementsByTagName(element);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(((Element) nodes.item(i)).getAttribute(attribute));
        }
        return found;
    }

    @Test
    @Tag("GND-021")
    @Tag("D4")
    void aContainerHasTheChannelsOfItsFrameInTheOrderOfTheWire() throws Exception {
        Document document = document();
        List<String> channels = dictionary.getFrames(0).getChannelsList().stream()
                .map(ChannelEntry::getName)
                .map(name -> name.replace('.', '_'))
                .toList();
        assertThat(all(document, "SequenceContainer", "name"))
                .containsExactly(dictionary.getFrames(0).getName());
        assertThat(all(document, "ParameterRefEntry", "parameterRef")).isEqualTo(channels);
        assertThat(all(document, "Parameter", "name")).isEqualTo(channels).doesNotHaveDuplicates();
        assertThat(all(document, "Parameter", "parameterTypeRef")).isEqualTo(channels);
        assertThat(all(document, "Alias", "alias")).contains("lamp.shown", "lamp.SET");
        assertThat(all(document, "Enumeration", "label")).contains("OFF", "ON", "RED", "GREEN");
        assertThat(all(document, "Header", "version"))
                .containsExactly(String.format("%016x", dictionary.getChecksum()));
    }

    @Test
    @Tag("GND-021")
    @Tag("D4")
    void telecommandsHaveTheirArgumentsAndRanges() throws Exception {
        Document document = document();
        assertThat(all(document, "MetaCommand", "name"))
                .hasSameSizeAs(dictionary.getCommandsList())
                .contains("lamp_SET");
        List<String> types = all(document, "FloatArgumentType", "name");
        types.addAll(all(document, "EnumeratedArgumentType", "name"));
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(all(document, "Argument", "argumentTypeRef"))
                .contains("lamp_SET_level", "lamp_SET_colour");
        assertThat(types.size())
                .isEqualTo(dictionary.getCommandsList().stream()
                        .mapToInt(CommandEntry::getArgumentsCount)
                        .sum());
        int level = all(document, "FloatArgumentType", "name").indexOf("lamp_SET_level");
        assertThat(all(document, "ValidRange", "minInclusive").get(level)).isEqualTo("0.0");
        assertThat(all(document, "ValidRange", "maxInclusive").get(level)).isEqualTo("1.0");
    }
}
