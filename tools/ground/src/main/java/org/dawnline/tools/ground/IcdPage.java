package org.dawnline.tools.ground;

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

/** The dictionary as a page for people, in Markdown: the interface control document between space and ground. */
public final class IcdPage {
    private final GroundDictionary names;
    private final Dictionary dictionary;
    private final StringBuilder page = new StringBuilder();

    private IcdPage(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.names = new GroundDictionary(dictionary);
    }

    /** The text of the page. */
    public static String of(Dictionary dictionary) {
        return new IcdPage(dictionary).text();
    }

    private String text() {
        line("# Interface between space and ground");
        line("");
        line("Generated from the declarations of the flight software; do not edit. Checksum `"
                + String.format("%016x", dictionary.getChecksum()) + "`.");
        telecommands();
        dictionary.getFramesList().forEach(this::frame);
        parameters();
        events();
        enumerations();
        return page.toString();
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private void table(String title, String... columns) {
        line("");
        line("## " + title);
        line("");
        row(columns);
        line("|---".repeat(columns.length) + "|");
    }

    private void row(String... cells) {
        for (String cell : cells) {
            page.append("| ")
                    .append(cell.replace("|", "\\|").replace("\n", " "))
                    .append(' ');
        }
        line("|");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void telecommands() {
        table("Telecommands", "name", "arguments", "modes", "what it does");
        for (CommandEntry command : dictionary.getCommandsList()) {
            List<String> modes = DictionaryJson.modes(command);
            row(
                    code(command.getName()),
                    String.join(
                            "<br>",
                            command.getArgumentsList().stream()
                                    .map(this::argument)
                                    .toList()),
                    modes.size() == Mode.values().length ? "all" : String.join(", ", modes),
                    command.getDescription() + terms(command));
        }
    }

    private static String terms(CommandEntry command) {
        return (command.getCritical() ? " **Critical**: armed first." : "")
                + (command.getMaxDataBytes() > 0 ? " With up to " + command.getMaxDataBytes() + " bytes of data." : "")
                + (command.getLongestS() > 0 ? " Takes up to " + EventText.number(command.getLongestS()) + " s." : "");
    }

    private String argument(ArgumentEntry argument) {
        String expected = argument.getChoices().isEmpty()
                ? names.expected(argument)
                : "an entry of " + code(argument.getChoices());
        return code(argument.getName()) + ": " + argument.getDescription() + "; " + expected;
    }

    private void frame(FrameEntry frame) {
        table("Telemetry frame " + frame.getName(), "channel", "unit", "what it is");
        for (ChannelEntry channel : frame.getChannelsList()) {
            String states = channel.getStatesCount() == 0 ? "" : ": " + String.join(", ", channel.getStatesList());
            row(code(channel.getName()), channel.getUnit(), channel.getDescription() + states);
        }
    }

    private void parameters() {
        table("Parameters", "name", "unit", "default", "from", "to", "what it sets");
        for (ParameterEntry parameter : dictionary.getParametersList()) {
            row(
                    code(parameter.getName()),
                    parameter.getUnit(),
                    EventText.number(parameter.getDefaultValue()),
                    EventText.number(parameter.getMin()),
                    EventText.number(parameter.getMax()),
                    parameter.getDescription());
        }
    }

    private void events() {
        table("Events", "name", "severity", "text");
        for (EventEntry event : dictionary.getEventsList()) {
            row(code(event.getName()), event.getSeverity(), event.getPattern());
        }
    }

    private void enumerations() {
        table("Enumerations", "name", "entries");
        for (EnumerationEntry enumeration : dictionary.getEnumerationsList()) {
            row(code(enumeration.getName()), String.join(", ", enumeration.getEntriesList()));
        }
    }
}
