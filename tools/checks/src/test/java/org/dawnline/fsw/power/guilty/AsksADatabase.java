package org.dawnline.fsw.power.guilty;

import java.sql.Connection;
import java.sql.SQLException;

/** Breaks a rule on purpose: a database outside the archive. */
public final class AsksADatabase {
    public boolean sound(Connection connection) throws SQLException {
        return connection.isValid(0);
    }
}
