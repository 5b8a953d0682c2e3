package org.dawnline.fsw.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** The database file: tables of sealed records, where the columns are only the way to find them. One thread at a time. */
final class Database implements AutoCloseable {
    /** Large enough that no record overflows into a second page. */
    static final int PAGE_BYTES = 16_384;

    /** Where in the first page SQLite keeps the number that is free for its users: sqlite.org/fileformat2.html, section 1.3. */
    static final int ANNOUNCED_AT = 68;

    private static final int FORMAT = 1;
    private static final String LOG_SUFFIX = "-wal";
    private static final int CACHE_KIB = 4096;
    private static final int BUSY_MILLIS = 2000;
    private static final List<String> TABLES = List.of(
            "CREATE TABLE shelf (kind TEXT NOT NULL, name TEXT NOT NULL, part INTEGER NOT NULL, sealed BLOB NOT NULL)",
            "CREATE UNIQUE INDEX shelf_names ON shelf (kind, name, part)",
            "CREATE TABLE stub (kind TEXT NOT NULL, name TEXT NOT NULL, dropped INTEGER NOT NULL, sealed BLOB NOT NULL)",
            "CREATE UNIQUE INDEX stub_names ON stub (kind, name)",
            "CREATE TABLE log (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, utc INTEGER NOT NULL, sealed BLOB NOT NULL)",
            "CREATE INDEX log_times ON log (kind, utc)");

    private final Path log;
    private final Connection connection;
    private final PreparedStatement insertPart;
    private final PreparedStatement deleteParts;
    private final PreparedStatement insertStub;
    private final PreparedStatement insertLog;
    private final PreparedStatement deleteLog;

    /** The write-ahead log that SQLite keeps beside a database. */
    static Path logOf(Path file) {
        return file.resolveSibling(file.getFileName() + LOG_SUFFIX);
    }

    private Database(Path file, Connection connection) throws SQLException {
        log = logOf(file);
        this.connection = connection;
        insertPart = connection.prepareStatement("INSERT INTO shelf (kind, name, part, sealed) VALUES (?, ?, ?, ?)");
        deleteParts = connection.prepareStatement("DELETE FROM shelf WHERE kind = ? AND name = ?");
        insertStub = connection.prepareStatement(
                "INSERT OR REPLACE INTO stub (kind, name, dropped, sealed) VALUES (?, ?, ?, ?)");
        insertLog = connection.prepareStatement(
                "INSERT OR IGNORE INTO log (number, kind, utc, sealed) VALUES (?, ?, ?, ?)");
        deleteLog = connection.prepareStatement("DELETE FROM log WHERE number = ?");
    }

    /** Opens a file that {@link #create} made; fails when anything about it is wrong. */
    static Database open(Path file) throws SQLException {
        Connection connection = connect(file);
        try {
            run(connection, "PRAGMA locking_mode = EXCLUSIVE"); // also keeps the log's index out of a shared file
            run(connection, "PRAGMA journal_mode = WAL");
            run(connection, "PRAGMA wal_autocheckpoint = 0");
            run(connection, "PRAGMA synchronous = FULL");
            run(connection, "PRAGMA cell_size_check = ON");
            if (number(connection, "PRAGMA user_version") != FORMAT) {
                throw new DamagedException("the database is of another format");
            }
            if (!"ok".equals(text(connection, "PRAGMA integrity_check(1)"))) {
                throw new DamagedException("the database is not sound");
            }
            connection.setAutoCommit(false);
            return new Database(file, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Makes a new file, durable when {@link #commit} and {@link #close} are done. */
    static Database create(Path file) throws SQLException {
        Connection connection = connect(file);
        try {
            run(connection, "PRAGMA page_size = " + PAGE_BYTES);
            run(connection, "PRAGMA journal_mode = MEMORY"); // a file that is not finished is thrown away
            run(connection, "PRAGMA synchronous = FULL");
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                run(connection, table);
            }
            run(connection, "PRAGMA user_version = " + FORMAT);
            return new Database(file, connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        Connection connection = source.getConnection();
        try {
            run(connection, "PRAGMA busy_timeout = " + BUSY_MILLIS);
            run(connection, "PRAGMA secure_delete = ON"); // what was deleted must not be found again by salvage
            run(connection, "PRAGMA cache_size = -" + CACHE_KIB);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Puts a record into its table. */
    void put(SealedRecord record) throws SQLException {
        switch (record.type()) {
            case CONTENT -> putNamed(insertPart, record, record.part());
            case NUMBER -> putNamed(insertStub, record, 0);
            case TOMBSTONE -> putNamed(insertStub, record, 1);
            case LOG -> putLog(record);
        }
    }

    private static void putNamed(PreparedStatement insert, SealedRecord record, int third) throws SQLException {
        insert.setString(1, record.kind());
        insert.setString(2, record.name());
        insert.setInt(3, third);
        insert.setBytes(4, record.toBytes());
        insert.executeUpdate();
    }

    private void putLog(SealedRecord record) throws SQLException {
        insertLog.setLong(1, record.number());
        insertLog.setInt(2, record.code());
        insertLog.setLong(3, record.utcNanos());
        insertLog.setBytes(4, record.toBytes());
        insertLog.executeUpdate();
    }

    void removeContent(String kind, String name) throws SQLException {
        deleteParts.setString(1, kind);
        deleteParts.setString(2, name);
        deleteParts.executeUpdate();
    }

    void removeLog(long number) throws SQLException {
        deleteLog.setLong(1, number);
        deleteLog.executeUpdate();
    }

    /** Forgets that names were dropped; right only when nothing of what was dropped is left in any file. */
    void removeTombstones() throws SQLException {
        run(connection, "DELETE FROM stub WHERE dropped = 1");
    }

    /** Whether some names are known to have been dropped. */
    boolean hasTombstones() throws SQLException {
        return number(connection, "SELECT count(*) FROM stub WHERE dropped = 1") > 0;
    }

    /** A record as the columns lead to it. */
    record Row(String kind, String name, int part, byte[] sealed) {}

    /** All rows of the shelf, or of one kind, in order of kind, name and part. */
    List<Row> shelf(@Nullable String kind) throws SQLException {
        String where = kind == null ? "" : " WHERE kind = ?";
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT kind, name, part, sealed FROM shelf" + where + " ORDER BY kind, name, part")) {
            if (kind != null) {
                select.setString(1, kind);
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getString(1), row.getString(2), row.getInt(3), row.getBytes(4)));
                }
            }
            return rows;
        }
    }

    /** The greatest number that any record has. */
    long lastNumber() throws SQLException {
        long last = number(connection, "SELECT max(number) FROM log");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sealed FROM stub UNION ALL SELECT sealed FROM shelf")) {
            while (row.next()) {
                SealedRecord record = SealedRecord.of(row.getBytes(1));
                last = record == null ? last : Math.max(last, record.number());
            }
        }
        return last;
    }

    /** Takes records of the log as long as it wants more. */
    interface LogReader {
        /** One row: its number and its sealed bytes; says whether more is wanted. */
        boolean row(long number, byte[] sealed) throws SQLException;
    }

    /** Reads the log of a kind between two times in ns of UTC, in order of its numbers or against it. */
    void log(RecordKind kind, long fromUtcNanos, long toUtcNanos, long afterNumber, boolean backwards, LogReader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, sealed FROM log WHERE kind = ? AND utc BETWEEN ? AND ? AND number > ? ORDER BY number"
                        + (backwards ? " DESC" : ""))) {
            select.setInt(1, kind.code());
            select.setLong(2, fromUtcNanos);
            select.setLong(3, toUtcNanos);
            select.setLong(4, afterNumber);
            try (ResultSet row = select.executeQuery()) {
                boolean more = row.next();
                while (more) {
                    more = reader.row(row.getLong(1), row.getBytes(2)) && row.next();
                }
            }
        }
    }

    /** Takes how much is in the log of each kind. */
    interface StockReader {
        /** A kind's code, how many records it has, and the length of their sealed bytes. */
        void kind(int code, long records, long sealedBytes);
    }

    void stock(StockReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT kind, count(*), sum(length(sealed)) FROM log GROUP BY kind")) {
            while (row.next()) {
                reader.kind(row.getInt(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    /** Takes number, time in ns of UTC and length of its sealed bytes, oldest first, as long as it wants more. */
    interface AgeReader {
        /** One row; says whether more is wanted. */
        boolean row(long number, long utcNanos, long sealedBytes) throws SQLException;
    }

    void ages(RecordKind kind, AgeReader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, utc, length(sealed) FROM log WHERE kind = ? ORDER BY number")) {
            select.setInt(1, kind.code());
            try (ResultSet row = select.executeQuery()) {
                boolean more = row.next();
                while (more) {
                    more = reader.row(row.getLong(1), row.getLong(2), row.getLong(3)) && row.next();
                }
            }
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /** Brings the write-ahead log into the database and empties it. */
    void checkpoint() throws SQLException {
        announceLog();
        connection.setAutoCommit(true);
        try {
            run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /**
     * The log that comes, or came, into a file, by its {@link WalFile#name}; {@link WalFile#NONE} when none ever did. Each log says
     * so of itself by its last transaction, and the first page is what a checkpoint writes first. So a log that a file announces
     * and that does not announce itself has lost its end, and holds older pages than the file.
     */
    static int announced(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ANNOUNCED_AT + Integer.BYTES);
            return head.length < ANNOUNCED_AT + Integer.BYTES
                    ? WalFile.NONE
                    : ByteBuffer.wrap(head).getInt(ANNOUNCED_AT);
        }
    }

    /** Lets the log say that it is about to come into the file. */
    void announceLog() throws SQLException {
        try {
            int name = WalFile.name(log);
            if (name != WalFile.NONE) {
                run(connection, "PRAGMA application_id = " + name);
                connection.commit();
            }
        } catch (IOException e) {
            throw new SQLException("the log cannot be read", e);
        }
    }

    /** Forgets what is not committed. SQLite brings the log into the file, so it is announced as for a checkpoint. */
    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
            announceLog();
        } finally {
            connection.close();
        }
    }
}
