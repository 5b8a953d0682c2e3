package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.ground.WrongTelecommandException;
import org.junit.jupiter.api.Test;

/** Every telecommand that a page or a help text gives as an example is one that the shipped vehicle takes. */
class ExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("dawnline tc ([A-Za-z]+(?:\\.\\w+)?)((?: \\w+=[\\w.-]+)*)");

    private final GroundDictionary dictionary =
            new GroundDictionary(WireDictionary.of(IcdPageTest.shippedDictionary()));

    @Test
    void everyExampleOfATelecommandCanBeSent() {
        assertThat(refused("./dawnline tc NOOP\n./dawnline tc mode.SET mode=SAFE --in 10m"))
                .isEmpty();
        assertThat(refused("./dawnline tc SLEEP\n./dawnline tc mode.SET mode=NAP"))
                .hasSize(2);

        assertThat(new SourceTree().findings(ExamplesTest::forPeople, this::refused))
                .isEmpty();
    }

    private static boolean forPeople(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.endsWith(".md") || name.startsWith(".ci/") || name.startsWith("tools/cli/src/main/java/");
    }

    private List<String> refused(String text) {
        List<String> found = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(text);
        while (example.find()) {
            try {
                dictionary.telecommand(fullName(example.group(1)), arguments(example.group(2)));
            } catch (WrongTelecommandException e) {
                found.add(example.group() + ": " + e.getMessage());
            }
        }
        return found;
    }

    // As the command line does: the component may be left out where the name is unique, and the core's wins.
    private String fullName(String name) {
        if (dictionary.commandNames().contains("core." + name)) {
            return "core." + name;
        }
        List<String> full = dictionary.commandNames().stream()
                .filter(known -> known.endsWith("." + name))
                .toList();
        return full.size() == 1 ? full.get(0) : name;
    }

    private static Map<String, String> arguments(String words) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String word : words.strip().split(" ")) {
            if (!word.isEmpty()) {
                arguments.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
        }
        return arguments;
    }
}
