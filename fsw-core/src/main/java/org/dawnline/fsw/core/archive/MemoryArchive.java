package org.dawnline.fsw.core.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An archive without a disk, for tests and for simulations that keep nothing. It survives the end of the flight software as a disk
 * would, as long as whoever starts the next one hands it over.
 */
public final class MemoryArchive implements Archive {
    private static final ArchiveHealth HEALTH = new ArchiveHealth(0, 0, 0, true, true);

    private final SortedMap<String, SortedMap<String, byte[]>> shelf = new TreeMap<>();
    private final Map<RecordKind, Deque<LogRecord>> log = new EnumMap<>(RecordKind.class);
    private final long[] bytes = new long[RecordKind.values().length];
    private long lastNumber;

    /** An empty archive. */
    public MemoryArchive() {
        for (RecordKind kind : RecordKind.values()) {
            log.put(kind, new ArrayDeque<>());
        }
    }

    @Override
    public synchronized boolean apply(List<Change> changes) {
        for (Change change : changes) {
            SortedMap<String, byte[]> ofKind = shelf.computeIfAbsent(change.kind(), kind -> new TreeMap<>());
            byte[] content = change.content();
            if (content == null) {
                ofKind.remove(change.name());
            } else {
                ofKind.put(change.name(), content);
            }
        }
        return true;
    }

    @Override
    public synchronized SortedMap<String, byte[]> load(String kind) {
        SortedMap<String, byte[]> copies = new TreeMap<>();
        shelf.getOrDefault(kind, Collections.emptySortedMap())
                .forEach((name, content) -> copies.put(name, content.clone()));
        return copies;
    }

    @Override
    public synchronized boolean append(List<LogRecord> records) {
        for (LogRecord record : records) {
            logOf(record.kind()).addLast(record.numbered(++lastNumber));
            bytes[record.kind().ordinal()] += record.content().length;
        }
        return true;
    }

    private Deque<LogRecord> logOf(RecordKind kind) {
        return log.computeIfAbsent(kind, missing -> new ArrayDeque<>());
    }

    @Override
    public synchronized List<LogRecord> find(Query query) {
        Deque<LogRecord> ofKind = logOf(query.kind());
        Iterator<LogRecord> records = query.newest() ? ofKind.descendingIterator() : ofKind.iterator();
        List<LogRecord> found = new ArrayList<>();
        while (records.hasNext() && found.size() < query.most()) {
            LogRecord record = records.next();
            if (query.fits(record)) {
                found.add(record);
            }
        }
        if (query.newest()) {
            Collections.reverse(found);
        }
        return found;
    }

    @Override
    public synchronized long trim(RecordKind kind, long maxBytes, long sinceUtcNanos) {
        Deque<LogRecord> ofKind = logOf(kind);
        long forgotten = 0;
        LogRecord oldest = ofKind.peekFirst();
        while (oldest != null && (bytes[kind.ordinal()] > maxBytes || oldest.utcNanos() < sinceUtcNanos)) {
            ofKind.removeFirst();
            bytes[kind.ordinal()] -= oldest.content().length;
            forgotten++;
            oldest = ofKind.peekFirst();
        }
        return forgotten;
    }

    @Override
    public synchronized long bytes(RecordKind kind) {
        return bytes[kind.ordinal()];
    }

    @Override
    public synchronized long count(RecordKind kind) {
        return logOf(kind).size();
    }

    @Override
    public ArchiveHealth health() {
        return HEALTH;
    }

    @Override
    public void close() {}
}
