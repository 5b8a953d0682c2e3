package org.dawnline.tools.sim.table;

import java.util.List;
import java.util.stream.IntStream;
import org.dawnline.app.Spacecraft;
import org.dawnline.app.SpacecraftOptions;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.PackedTable;
import org.dawnline.fsw.core.table.Problem;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.table.TableManager;
import org.dawnline.fsw.core.table.TableText;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.WorldOptions;
import org.dawnline.tools.ground.LoopbackWire;
import org.jspecify.annotations.Nullable;

/** Checks tables for one vehicle: the flight software of that vehicle reads them, over a satellite that does not move. */
public final class TableDesk {
    private final TableManager tables;
    private final Dictionary dictionary;

    /**
     * What came of a check.
     *
     * @param problems all that is wrong; empty when it is right
     * @param kind its kind; empty when it has none
     * @param title its name, when it is right
     * @param version its version, when it is right
     * @param rows its rows, when it is right
     * @param checksum CRC32C of its text, as telemetry will show it
     * @param content what it says, or null when it is wrong
     */
    public record Verdict(
            List<Problem> problems,
            String kind,
            String title,
            int version,
            int rows,
            long checksum,
            @Nullable Object content) {
        /** Whether it would be put in force. */
        public boolean right() {
            return problems.isEmpty();
        }
    }

    /** A desk for that vehicle. */
    public TableDesk(VehicleProfile vehicle) {
        Spacecraft spacecraft = new Spacecraft(
                new SimWorld(vehicle, WorldOptions.defaults()).hal(),
                vehicle,
                new LoopbackWire(),
                new InlineWorker(),
                SpacecraftOptions.of(vehicle.name(), KeyRing.parse("")));
        tables = spacecraft.tables();
        dictionary = spacecraft.executive().dictionary();
    }

    /** What is declared on that vehicle. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** The kinds of tables that the vehicle has. */
    public List<String> kinds() {
        return IntStream.range(0, tables.tables())
                .mapToObj(i -> tables.table(i).kind())
                .distinct()
                .toList();
    }

    /** Reads a text as flight software would. */
    public Verdict check(TableText text) {
        Problems problems = new Problems();
        int number = tables.first(text.kind());
        if (number < 0) {
            problems.add(
                    Flaw.UNKNOWN_NAME,
                    "the first row must be: table KIND NAME version=N, with one of the kinds "
                            + String.join(", ", kinds()));
            return new Verdict(problems.list(), "", "", 0, 0, text.checksum(), null);
        }
        return read(tables.table(number), text, problems);
    }

    private <T> Verdict read(Table<T> table, TableText text, Problems problems) {
        TableText.Content<T> content = text.read(table, dictionary, problems);
        if (content == null) {
            return new Verdict(problems.list(), table.kind(), "", 0, 0, text.checksum(), null);
        }
        return new Verdict(
                List.of(),
                content.kind(),
                content.title(),
                content.version(),
                content.rows(),
                text.checksum(),
                content.value());
    }

    /** The packed form of a text that is right. */
    public static byte[] pack(TableText text, Verdict verdict) {
        return PackedTable.pack(text, verdict.kind(), verdict.title(), verdict.version());
    }
}
