package org.dawnline.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.tools.sim.table.TableDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which vehicle a table is for, and how its file is read: text, or packed. */
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class TableFiles {
    private static final int MAGIC_BYTES = 3;

    @Option(
            names = "--vehicle",
            paramLabel = "NAME|FILE",
            defaultValue = "ai1",
            description = "Vehicle that it is for (default: ${DEFAULT-VALUE}).")
    private String vehicle = "ai1";

    String vehicle() {
        return vehicle;
    }

    TableDesk desk(ProjectFolder project) {
        return new TableDesk(VehicleFile.read(project.vehicle(vehicle)));
    }

    /** The text in a file, unpacked when it is packed; null with problems when the packed form is damaged. */
    static @Nullable TableText read(Path file, Problems problems) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.usage("cannot read " + file + ": " + e);
        }
        boolean packed = bytes.length >= MAGIC_BYTES && bytes[0] == 'D' && bytes[1] == 'W' && bytes[2] == 'T';
        return packed ? PackedTable.unpack(bytes, bytes.length, problems) : TableText.of(bytes);
    }

    /** The same where a damaged file ends the command. */
    static TableText readSound(Path file) {
        Problems problems = new Problems();
        TableText text = read(file, problems);
        if (text == null) {
            throw CommandFailure.failed(file + ": " + problems.first());
        }
        return text;
    }
}
