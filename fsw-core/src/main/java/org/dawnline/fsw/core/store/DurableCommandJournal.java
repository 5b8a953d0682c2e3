package org.dawnline.fsw.core.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.ArchiveHealth;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;

/**
 * The journal of telecommands: one record of the archive for each that is open or whose end the ground has not heard of, and the
 * used counters in two checked copies beside it. A telecommand is opened before its counter is used up, so none is without an end; and
 * what the archive knows counts as used, so none is executed twice. The archive also keeps the counters themselves: one copy that is
 * damaged costs nothing. Without an archive the copies alone still see to it that nothing is executed twice: a broken disk must not
 * lock the ground out.
 */
public final class DurableCommandJournal implements CommandJournal {
    /** Owner of what it guards. */
    public static final String GUARDED = UsedCounters.OWNER;

    private static final String KIND = "telecommand";
    private static final String COUNTER_KIND = "counter";
    private static final int FORMAT = 1;
    private static final System.Logger LOG = System.getLogger(DurableCommandJournal.class.getName());

    private final Archive archive;
    private final UsedCounters counters;
    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private int openCount;
    private long lastOrder;
    private boolean endLost;

    /**
     * What is known of a telecommand.
     *
     * @param order order of closing; 0 while it is open
     * @param end how it ended; null while it is open
     */
    private record Entry(Open id, long order, @Nullable End end) {}

    /** A journal whose memory nobody scrubs. */
    public DurableCommandJournal(Storage storage, Archive archive) {
        this(storage, archive, new GuardedMemory());
    }

    /**
     * Reads what is kept; on the caller's thread, before the first cycle.
     *
     * @param memory where the used counters are guarded, of the thread that receives telecommands
     */
    public DurableCommandJournal(Storage storage, Archive archive, GuardedMemory memory) {
        this.archive = archive;
        counters = new UsedCounters(storage, memory);
        learnCounters();
        archive.load(KIND).forEach((name, content) -> {
            Open id = idOf(name);
            if (id != null) {
                take(name, read(id, content));
                counters.atLeast(id.keyId(), id.counter());
            }
        });
    }

    // One good copy may be the older one, and an archive that had to be mended may lack its end.
    private void learnCounters() {
        SortedMap<String, byte[]> kept = archive.load(COUNTER_KIND);
        SortedMap<Integer, Long> inCopies = new TreeMap<>(counters.all());
        kept.forEach((name, content) -> {
            Open id = idOf(name + "/0");
            if (id != null && content.length == Long.BYTES) {
                long counter = ByteBuffer.wrap(content).getLong();
                counters.atLeast(id.keyId(), counter);
                inCopies.computeIfPresent(id.keyId(), (key, inCopy) -> inCopy > counter ? inCopy : null);
            }
        });
        endLost = !inCopies.isEmpty(); // the archive has every counter before the copies have it
        ArchiveHealth health = archive.health();
        boolean readable = health.usable() && health.rebuilds() == 0 && health.damagedRecords() == 0;
        if (counters.lost() && readable && !kept.isEmpty()) {
            counters.mend();
        }
    }

    private void take(String name, Entry entry) {
        Entry before = entries.put(name, entry);
        openCount += (entry.end() == null ? 1 : 0) - (before != null && before.end() == null ? 1 : 0);
        lastOrder = Math.max(lastOrder, entry.order());
    }

    private static String nameOf(int keyId, long counter) {
        return keyId + "/" + counter;
    }

    private static @Nullable Open idOf(String name) {
        String[] words = name.split("/", -1);
        try {
            return words.length == 2 ? new Open(Integer.parseInt(words[0]), Long.parseLong(words[1])) : null;
        } catch (NumberFormatException e) {
            return null; // not one of ours
        }
    }

    @Override
    public boolean countersLost() {
        return counters.lost();
    }

    @Override
    public boolean endLost() {
        return endLost;
    }

    @Override
    public long lastCounter(int keyId) {
        return counters.last(keyId);
    }

    @Override
    public List<Open> open() {
        List<Open> open = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.end() == null) {
                open.add(entry.id());
            }
        }
        return open;
    }

    @Override
    public boolean hasEnded(Open command) {
        Entry entry = entries.get(nameOf(command.keyId(), command.counter()));
        return entry != null && entry.end() != null;
    }

    @Override
    public List<End> unheard() {
        List<Entry> ended = new ArrayList<>(entries.values());
        ended.sort(Comparator.comparingLong(Entry::order));
        List<End> ends = new ArrayList<>();
        for (Entry entry : ended) {
            if (entry.end() != null) {
                ends.add(entry.end());
            }
        }
        return ends;
    }

    @Override
    public boolean open(List<Open> commands) {
        if (openCount + commands.size() > MAX_OPEN) {
            return false;
        }
        List<Change> keep = new ArrayList<>();
        List<Change> drop = new ArrayList<>();
        SortedMap<Integer, Long> used = counters.all();
        for (Open command : commands) {
            String name = nameOf(command.keyId(), command.counter());
            keep.add(Change.keep(KIND, name, new byte[0]));
            drop.add(Change.drop(KIND, name));
            used.merge(command.keyId(), command.counter(), Math::max);
        }
        used.forEach((key, counter) -> keep.add(Change.keep(
                COUNTER_KIND,
                Integer.toString(key),
                ByteBuffer.allocate(Long.BYTES).putLong(counter).array())));
        if (!archive.apply(keep) && archive.health().usable()) {
            return false;
        }
        if (!counters.use(commands)) {
            archive.apply(drop);
            return false;
        }
        commands.forEach(command -> take(nameOf(command.keyId(), command.counter()), new Entry(command, 0, null)));
        return true;
    }

    @Override
    public boolean close(List<End> ends) {
        SortedMap<String, Entry> closed = new TreeMap<>();
        List<Change> changes = new ArrayList<>();
        long order = lastOrder;
        for (End end : ends) {
            Entry entry = new Entry(new Open(end.keyId(), end.counter()), ++order, end);
            String name = nameOf(end.keyId(), end.counter());
            closed.put(name, entry);
            changes.add(Change.keep(KIND, name, write(entry.order(), end)));
        }
        boolean durable = archive.apply(changes);
        if (durable || !archive.health().usable()) {
            closed.forEach(this::take);
            return true;
        }
        LOG.log(System.Logger.Level.WARNING, "the ends of {0} telecommands cannot be kept", ends.size());
        return false;
    }

    @Override
    public void heard(List<End> ends) {
        List<Change> changes = new ArrayList<>();
        for (End end : ends) {
            String name = nameOf(end.keyId(), end.counter());
            Entry entry = entries.get(name);
            if (entry != null && entry.end() != null) {
                entries.remove(name);
                changes.add(Change.drop(KIND, name));
            }
        }
        archive.apply(changes);
    }

    private static byte[] write(long order, End end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(order);
            out.writeUTF(end.stage().name());
            out.writeUTF(end.reason().name());
            out.writeInt(end.argument());
            out.writeLong(end.answer());
            out.writeLong(end.utcNanos());
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory never fails", e);
        }
        return bytes.toByteArray();
    }

    // What another software has written and this one cannot read has ended somehow: it must not be reported twice.
    private static Entry read(Open id, byte[] content) {
        if (content.length == 0) {
            return new Entry(id, 0, null);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readByte() == FORMAT) {
                long order = in.readLong();
                Stage stage = named(Stage.values(), in.readUTF(), Stage.FAILED);
                Reason reason = named(Reason.values(), in.readUTF(), Reason.INTERNAL);
                End end = new End(id.keyId(), id.counter(), stage, reason, in.readInt(), in.readLong(), in.readLong());
                return new Entry(id, order, end);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "the end of a telecommand is of another format", e);
        }
        return new Entry(id, 1, new End(id.keyId(), id.counter(), Stage.FAILED, Reason.INTERNAL, -1, 0, 0));
    }

    private static <E extends Enum<E>> E named(E[] constants, String name, E otherwise) {
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return otherwise;
    }
}
