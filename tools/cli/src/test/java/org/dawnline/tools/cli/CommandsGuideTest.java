package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page on the commands says what the commands say themselves. */
class CommandsGuideTest {
    private static final Path PAGE = Path.of("../../docs/guides/commands.md");
    private static final String ACCEPT = "dawnline.acceptCommands";

    @Test
    @Tag("CLI-001")
    @Tag("N7")
    void theGuideSaysWhatTheCommandsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readAllLines(PAGE))
                .as("docs/guides/commands.md is not what --help says; run ./mvnw -pl tools/cli -am test"
                        + " -Dtest=CommandsGuideTest -Dsurefire.failIfNoSpecifiedTests=false -D" + ACCEPT
                        + "=true and look at the difference")
                .containsExactlyElementsOf(page.lines().toList());
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # The commands

                What `./dawnline COMMAND --help` says, all on one page. Generated; a test compares it with the program.

                The first terminal flies, the second talks:

                ```
                ./dawnline run
                ```
                ```
                ./dawnline tc NOOP
                ./dawnline tm --watch power.soc
                ./dawnline events --follow
                ```

                What they answer:

                ```
                $ ./dawnline tc NOOP
                core.NOOP #1  received > accepted > started > COMPLETED  in 0.22 s
                $ ./dawnline tm power.soc power.busLoadW
                power.busLoadW       131.71 kW
                power.soc             100.0 %
                $ ./dawnline sim --scenario flow-lost
                PASS  flow-lost on ai1, seed 1: 40.0 min in 2.4 s, 20.0 kWh of compute
                  ok    rack power before  120.00 kW  (limit >= 118 kW)
                  ok    jobs stopped       0.4000 s  (limit = 0 within 1 s)
                  ok    rack at idle       0.4000 s  (limit <= 15 kW within 1 s)
                  ok    trays off          11.20 s  (limit <= 0.1 kW within 30 s)
                  ok    maxGpuTempC        79.85 °C  (limit <= 86 °C)
                  ok    thermalSlowdowns   0  (limit = 0)
                  ok    cycleSlips         0  (limit = 0)
                ```
                """);
        CommandLine root = Dawnline.commandLine(Terminal.plain(System.out, System.err));
        Set<CommandLine> commands = new LinkedHashSet<>();
        collect(root, commands);
        commands.forEach(command -> append(command, page));
        return page.toString();
    }

    private static void collect(CommandLine command, Set<CommandLine> found) {
        found.add(command);
        command.getSubcommands().values().forEach(word -> collect(word, found));
    }

    private static void append(CommandLine command, StringBuilder page) {
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
        command.getUsageMessage()
                .lines()
                .map(String::stripTrailing)
                .forEach(line -> page.append(line).append('\n'));
        page.append("```\n");
    }
}
