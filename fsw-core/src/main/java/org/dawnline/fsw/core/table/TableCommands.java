package org.dawnline.fsw.core.table;

import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;

/** The telecommands of the table manager. */
final class TableCommands {
    private TableCommands() {}

    static void declare(Face face, TableManager manager) {
        Argument table = Argument.choice("table", TableManager.TABLES, "the table");
        face.command(
                "VALIDATE",
                "Checks all rows of a table that is loaded whole; if all are right, it waits for activation.",
                arguments -> done(manager.validate((int) arguments[0])),
                table);
        face.command(
                "STAGE_STANDARD",
                "Lets the table that came with the software wait for activation.",
                arguments -> {
                    manager.stageStandard((int) arguments[0]);
                    return Outcome.COMPLETED;
                },
                table);
        face.command(
                "ACTIVATE",
                "Puts all tables that wait in force, together at one boundary between cycles.",
                arguments -> done(manager.activate()));
        face.command(
                "ROLL_BACK",
                "Puts the tables of the last activation back as they were before it, all together.",
                arguments -> done(manager.rollBack()));
        face.command(
                "ABORT", "Drops the table that is being loaded and all that wait.", arguments -> done(manager.abort()));
    }

    private static Outcome done(boolean yes) {
        return yes ? Outcome.COMPLETED : Outcome.FAILED_STATE;
    }
}
