package org.dawnline.tools.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {
    @Option(names = "--json", description = "Write the result as JSON, for scripts.")
    private boolean json;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for keys and state that commands make (default: .dawnline in the project).")
    private @Nullable Path home;

    boolean json() {
        return json;
    }

    ProjectFolder project() {
        return ProjectFolder.of(home);
    }
}
