package org.dawnline.fsw.core.table;

import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Request;

/** The telecommands of the table manager. */
final class TableCommands {
    /** A check or a write that has not ended by then has failed. */
    private static final double LONGEST_S = 120;

    private TableCommands() {}

    static void declare(Face face, TableManager manager) {
        Argument table = Argument.choice("table", TableManager.TABLES, "the table");
        face.request(
                "LOAD",
                "Takes a part of a packed table; the one at offset 0 begins a new load.",
                CommandTerms.always().withData(CommandTerms.MAX_DATA_BYTES),
                (arguments, request) -> load(manager, arguments, request),
                table,
                Argument.whole("offset", 0, PackedTable.MAX_BYTES, "where the part begins, in bytes"),
                Argument.whole("total", 1, PackedTable.MAX_BYTES, "length of the whole packed table, in bytes"));
        face.request(
                "VALIDATE",
                "Checks all rows of a table that is loaded whole; if all are right, it waits for activation.",
                CommandTerms.always().within(LONGEST_S),
                (arguments, request) -> goesOn(manager.validate((int) arguments[0], request.ticket())),
                table);
        face.command(
                "STAGE_STANDARD",
                "Lets the table that came with the software wait for activation.",
                arguments -> {
                    manager.stageStandard((int) arguments[0]);
                    return Outcome.COMPLETED;
                },
                table);
        face.request(
                "ACTIVATE",
                "Puts all tables that wait in force, together at one boundary between cycles; done when that is kept, too.",
                CommandTerms.always().within(LONGEST_S),
                (arguments, request) -> goesOn(manager.activate(request.ticket())));
        face.request(
                "ROLL_BACK",
                "Puts the tables of the last activation back as they were before it, all together.",
                CommandTerms.always().within(LONGEST_S),
                (arguments, request) -> goesOn(manager.rollBack(request.ticket())));
        face.command(
                "ABORT", "Drops the table that is being loaded and all that wait.", arguments -> done(manager.abort()));
    }

    private static Outcome load(TableManager manager, double[] arguments, Request request) {
        boolean fits = manager.load(
                (int) arguments[0], (int) arguments[1], (int) arguments[2], request.data(), request.dataLength());
        request.answer(manager.loadedBytes()); // where the next part begins
        return fits ? Outcome.COMPLETED : Outcome.FAILED_DATA;
    }

    private static Outcome goesOn(boolean begun) {
        return begun ? Outcome.RUNNING : Outcome.FAILED_STATE;
    }

    private static Outcome done(boolean yes) {
        return yes ? Outcome.COMPLETED : Outcome.FAILED_STATE;
    }
}
