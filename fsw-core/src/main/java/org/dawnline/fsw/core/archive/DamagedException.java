package org.dawnline.fsw.core.archive;

import java.sql.SQLException;

/** The database opens, but it is not what was written. */
final class DamagedException extends SQLException {
    private static final long serialVersionUID = 1L;
    private static final int CORRUPT = 11;
    private static final int BASE_CODE_MASK = 0xFF;
    private static final int SHORT_READ = 522;

    DamagedException(String message) {
        super(message, "", CORRUPT);
    }

    /**
     * Whether an error of SQLite means that the file is damaged. What the computer around it does (no space, no right, no memory, a
     * lock of another process) is no damage, and building a new file would not help. Codes: sqlite.org/rescode.html.
     */
    static boolean isDamage(SQLException e) {
        return switch (e.getErrorCode() & BASE_CODE_MASK) {
            case 3, 5, 6, 7, 9, 13, 14, 23 -> false; // PERM BUSY LOCKED NOMEM INTERRUPT FULL CANTOPEN AUTH
            case 10 -> e.getErrorCode() == SHORT_READ; // IOERR
            case 0 -> false; // not from SQLite: no driver for this machine
            default -> true;
        };
    }
}
