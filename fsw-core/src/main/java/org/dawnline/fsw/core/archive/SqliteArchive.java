package org.dawnline.fsw.core.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The archive in a file of SQLite with a write-ahead log. Whatever happens to the bytes of its files, what is left of them is carved
 * out by the records' own seals and a new file is built: damage costs the records that it hit.
 */
public final class SqliteArchive implements Archive {
    private static final String FILE = "archive.db";
    private static final String SET_ASIDE_SUFFIX = "-wal.old";
    private static final String UNFINISHED_SUFFIX = ".new";

    /** Size of the write-ahead log, in bytes, above which it is brought into the database. */
    private static final long CHECKPOINT_BYTES = 4L << 20;

    /** Calls that are refused at once before another try is made to open a file that could not be opened. */
    private static final int CALLS_BETWEEN_TRIES = 100;

    private static final System.Logger LOG = System.getLogger(SqliteArchive.class.getName());

    private final Path folder;
    private final Path file;
    private final Path log;
    private final Path setAside;
    private final long[] bytes = new long[RecordKind.values().length];
    private final long[] counts = new long[RecordKind.values().length];
    private @Nullable Database database;
    private long lastNumber;
    private long rebuilds;
    private long damagedRecords;
    private long failedWrites;
    private boolean created;
    private int callsUntilTry;
    private boolean closed;
    private volatile ArchiveHealth health = new ArchiveHealth(0, 0, 0, false, false);

    /** Opens the archive of a folder, or makes one there. Never throws: see {@link #health()}. */
    public SqliteArchive(Path folder) {
        this.folder = folder;
        file = folder.resolve(FILE);
        log = Database.logOf(file);
        setAside = folder.resolve(FILE + SET_ASIDE_SUFFIX);
        open();
    }

    private void open() {
        try {
            Files.createDirectories(folder);
            if (Files.exists(setAside) || WalFile.damaged(log) || (empty(file) && !empty(log)) || logIsOlder()) {
                rebuild();
            } else if (empty(file)) {
                create();
            } else {
                openOrRebuild();
            }
        } catch (SQLException | IOException e) {
            giveUp(e);
        }
        publish();
    }

    // A log that was cut after it had been brought into the database: its older pages must not come over the newer
    // ones, not even
    // for a look, since SQLite writes them there when it closes the file.
    private boolean logIsOlder() throws IOException {
        int name = WalFile.name(log);
        return name != WalFile.NONE && name == Database.announced(file) && name != WalFile.announced(log);
    }

    private static boolean empty(Path path) throws IOException {
        return !Files.exists(path) || Files.size(path) == 0;
    }

    private void create() throws SQLException, IOException {
        Path unfinished = unfinished();
        try (Database fresh = Database.create(unfinished)) {
            fresh.commit();
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        created = true;
        use(Database.open(file));
    }

    private void openOrRebuild() throws SQLException, IOException {
        try {
            use(Database.open(file));
        } catch (SQLException e) {
            if (!DamagedException.isDamage(e)) {
                throw e;
            }
            LOG.log(System.Logger.Level.DEBUG, "the archive is damaged: {0}", e.getMessage());
            rebuild();
        }
    }

    // Any step may be the last one before a power cut: the files that it leaves lead here again.
    private void rebuild() throws SQLException, IOException {
        Database broken = database;
        database = null;
        if (broken != null) {
            closeQuietly(broken);
        }
        rebuilds++;
        Path unfinished = unfinished();
        try (Database fresh = Database.create(unfinished)) {
            Salvage salvage = new Salvage(fresh);
            for (Path source : List.of(file, log, setAside)) {
                salvage.take(source);
            }
            damagedRecords += salvage.finish();
            fresh.commit();
        }
        if (Files.exists(log)) {
            // Else SQLite would replay the old database's log over the new one.
            Files.move(log, setAside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
        Files.deleteIfExists(setAside);
        use(Database.open(file));
    }

    private Path unfinished() throws IOException {
        Path unfinished = folder.resolve(FILE + UNFINISHED_SUFFIX);
        Files.deleteIfExists(unfinished);
        return unfinished;
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void use(Database opened) throws SQLException {
        database = opened;
        try {
            takeStock(opened);
        } catch (SQLException e) {
            database = null;
            closeQuietly(opened);
            throw e;
        }
    }

    // A column that differs from what was sealed means that rows may not be found by it any more.
    private void takeStock(Database opened) throws SQLException {
        lastNumber = Math.max(lastNumber, opened.lastNumber());
        for (Database.Row row : opened.shelf(null)) {
            SealedRecord record = SealedRecord.of(row.sealed());
            if (record != null && !leadsTo(row, record)) {
                throw new DamagedException("a record does not stand where it belongs");
            }
        }
        Arrays.fill(bytes, 0);
        Arrays.fill(counts, 0);
        opened.stock((code, records, sealedBytes) -> {
            RecordKind kind = RecordKind.of(code);
            if (kind != null) {
                bytes[kind.ordinal()] = sealedBytes - records * SealedRecord.MIN_BYTES;
                counts[kind.ordinal()] = records;
            }
        });
        if (opened.hasTombstones()) {
            clearOut(opened);
        }
        opened.rollback();
    }

    private static boolean leadsTo(Database.Row row, SealedRecord record) {
        return record.type() == SealedRecord.Type.CONTENT
                && record.kind().equals(row.kind())
                && record.name().equals(row.name())
                && record.part() == row.part();
    }

    /** Something to be done with the database. */
    private interface Task {
        void run(Database opened) throws SQLException;
    }

    // Says whether it was done. After damage it is tried once more on what could be saved.
    private boolean run(Task task) {
        Database opened = usable();
        if (opened == null) {
            return false;
        }
        try {
            task.run(opened);
            return true;
        } catch (SQLException e) {
            return DamagedException.isDamage(e) ? runOnNew(task) : undo(opened, e);
        }
    }

    private @Nullable Database usable() {
        if (database == null && !closed && --callsUntilTry <= 0) {
            callsUntilTry = CALLS_BETWEEN_TRIES;
            open();
        }
        return database;
    }

    private boolean runOnNew(Task task) {
        try {
            rebuild();
            Database opened = database;
            if (opened != null) {
                task.run(opened);
                return true;
            }
        } catch (SQLException | IOException e) {
            giveUp(e);
        }
        return false;
    }

    private boolean undo(Database opened, SQLException cause) {
        LOG.log(System.Logger.Level.WARNING, "the archive could not be written: {0}", cause.getMessage());
        try {
            opened.rollback();
        } catch (SQLException e) {
            giveUp(e);
        }
        return false;
    }

    private void giveUp(Exception e) {
        LOG.log(System.Logger.Level.ERROR, "there is no archive: {0}", e.getMessage());
        Database broken = database;
        database = null;
        callsUntilTry = CALLS_BETWEEN_TRIES;
        if (broken != null) {
            closeQuietly(broken);
        }
    }

    private static void closeQuietly(Database broken) {
        try {
            broken.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a broken database could not be closed", e);
        }
    }

    private boolean write(Task task) {
        long before = lastNumber;
        boolean done = run(opened -> {
            lastNumber = before;
            task.run(opened);
            opened.commit();
        });
        if (done) {
            checkpointIfLong();
        } else {
            failedWrites++;
        }
        publish();
        return done;
    }

    private void checkpointIfLong() {
        try {
            if (Files.exists(log) && Files.size(log) > CHECKPOINT_BYTES) {
                run(this::clearOut);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the size of the write-ahead log is not known", e);
        }
    }

    // Once the log is empty, nothing that was dropped is left anywhere: nobody has to be told any more.
    private void clearOut(Database opened) throws SQLException {
        opened.checkpoint();
        opened.removeTombstones();
        opened.commit();
        opened.checkpoint(); // the log that follows holds what is newer than all that the database holds
    }

    private void publish() {
        health = new ArchiveHealth(rebuilds, damagedRecords, failedWrites, created, database != null);
    }

    @Override
    public synchronized boolean apply(List<Change> changes) {
        return changes.isEmpty()
                || write(opened -> {
                    for (Change change : changes) {
                        apply(opened, change);
                    }
                });
    }

    private void apply(Database opened, Change change) throws SQLException {
        long number = ++lastNumber;
        opened.removeContent(change.kind(), change.name());
        opened.put(SealedRecord.stub(change, number));
        byte[] content = change.content();
        if (content == null) {
            return;
        }
        int parts = Math.max(1, (content.length + SealedRecord.MAX_PART_BYTES - 1) / SealedRecord.MAX_PART_BYTES);
        for (int part = 0; part < parts; part++) {
            int from = part * SealedRecord.MAX_PART_BYTES;
            int to = Math.min(content.length, from + SealedRecord.MAX_PART_BYTES);
            opened.put(SealedRecord.content(change, number, part, parts, Arrays.copyOfRange(content, from, to)));
        }
    }

    @Override
    public synchronized SortedMap<String, byte[]> load(String kind) {
        List<Database.Row> rows = new ArrayList<>();
        run(opened -> {
            rows.clear();
            rows.addAll(opened.shelf(kind));
            opened.rollback();
        });
        SortedMap<String, List<SealedRecord>> parts = new TreeMap<>();
        for (Database.Row row : rows) {
            SealedRecord record = SealedRecord.of(row.sealed());
            List<SealedRecord> ofName = parts.computeIfAbsent(row.name(), name -> new ArrayList<>());
            if (record != null && leadsTo(row, record)) {
                ofName.add(record);
            }
        }
        SortedMap<String, byte[]> contents = new TreeMap<>();
        parts.forEach((name, ofName) -> {
            byte[] content = Parts.join(ofName);
            if (content == null) {
                remove(kind, name);
            } else {
                contents.put(name, content);
            }
        });
        return contents;
    }

    // What is damaged is counted once, then dropped.
    private void remove(String kind, String name) {
        damagedRecords++;
        apply(List.of(Change.drop(kind, name)));
        publish();
    }

    @Override
    public synchronized boolean append(List<LogRecord> records) {
        if (records.isEmpty()) {
            return true;
        }
        boolean durable = write(opened -> {
            for (LogRecord record : records) {
                opened.put(SealedRecord.log(record.numbered(++lastNumber)));
            }
        });
        if (durable) {
            for (LogRecord record : records) {
                bytes[record.kind().ordinal()] += record.content().length;
                counts[record.kind().ordinal()]++;
            }
        }
        return durable;
    }

    @Override
    public synchronized List<LogRecord> find(Query query) {
        List<LogRecord> found = new ArrayList<>();
        List<Long> damaged = new ArrayList<>();
        run(opened -> {
            found.clear();
            damaged.clear();
            opened.log(
                    query.kind(),
                    query.fromUtcNanos(),
                    query.toUtcNanos(),
                    query.afterNumber(),
                    query.newest(),
                    (number, row) -> {
                        LogRecord record = unsealed(row);
                        if (record == null || record.number() != number) {
                            damaged.add(number);
                        } else if (query.fits(record)) {
                            found.add(record);
                        }
                        return found.size() < query.most();
                    });
            opened.rollback();
        });
        forget(query.kind(), damaged);
        if (query.newest()) {
            Collections.reverse(found);
        }
        return found;
    }

    private static @Nullable LogRecord unsealed(byte[] row) {
        SealedRecord record = SealedRecord.of(row);
        return record == null ? null : record.toLog();
    }

    private void forget(RecordKind kind, List<Long> damaged) {
        if (damaged.isEmpty()) {
            return;
        }
        damagedRecords += damaged.size();
        counts[kind.ordinal()] -= damaged.size();
        write(opened -> {
            for (long number : damaged) {
                opened.removeLog(number);
            }
        });
    }

    @Override
    public synchronized long trim(RecordKind kind, long maxBytes, long sinceUtcNanos) {
        List<Long> oldest = new ArrayList<>();
        long[] left = {bytes[kind.ordinal()]};
        run(opened -> {
            oldest.clear();
            left[0] = bytes[kind.ordinal()];
            opened.ages(kind, (number, utcNanos, sealedBytes) -> {
                boolean goes = left[0] > maxBytes || utcNanos < sinceUtcNanos;
                if (goes) {
                    oldest.add(number);
                    left[0] -= sealedBytes - SealedRecord.MIN_BYTES;
                }
                return goes;
            });
            opened.rollback();
        });
        boolean gone = oldest.isEmpty()
                || write(opened -> {
                    for (long number : oldest) {
                        opened.removeLog(number);
                    }
                });
        if (!gone) {
            return 0;
        }
        bytes[kind.ordinal()] = left[0];
        counts[kind.ordinal()] -= oldest.size();
        return oldest.size();
    }

    @Override
    public synchronized long bytes(RecordKind kind) {
        return bytes[kind.ordinal()];
    }

    @Override
    public synchronized long count(RecordKind kind) {
        return counts[kind.ordinal()];
    }

    @Override
    public ArchiveHealth health() {
        return health;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Database opened = database;
        database = null;
        if (opened != null) {
            closeQuietly(opened);
        }
        publish();
    }
}
