package org.dawnline.tools.sim.run;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.archive.ArchiveHealth;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.LogRecord;
import org.dawnline.fsw.core.archive.Query;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.hal.Storage;
import org.jspecify.annotations.Nullable;

/** The disk of a process that may be killed before and after each write. */
final class KillableDisk {
    private KillableDisk() {}

    /** The small blobs. */
    static Storage over(Storage storage, KillSwitch kill) {
        return new Storage() {
            @Override
            public byte @Nullable [] read(String name) throws IOException {
                return storage.read(name);
            }

            @Override
            public void write(String name, byte[] content) throws IOException {
                kill.pass(KillPoint.BEFORE_WRITE);
                storage.write(name, content);
                kill.pass(KillPoint.AFTER_WRITE);
            }
        };
    }

    /** Everything else. */
    static Archive over(Archive archive, KillSwitch kill) {
        return new KillableArchive(archive, kill);
    }

    private record KillableArchive(Archive archive, KillSwitch kill) implements Archive {
        @Override
        public boolean apply(List<Change> changes) {
            kill.pass(KillPoint.BEFORE_WRITE);
            boolean durable = archive.apply(changes);
            kill.pass(KillPoint.AFTER_WRITE);
            return durable;
        }

        @Override
        public SortedMap<String, byte[]> load(String kind) {
            return archive.load(kind);
        }

        @Override
        public boolean append(List<LogRecord> records) {
            kill.pass(KillPoint.BEFORE_WRITE);
            boolean durable = archive.append(records);
            kill.pass(KillPoint.AFTER_WRITE);
            return durable;
        }

        @Override
        public List<LogRecord> find(Query query) {
            return archive.find(query);
        }

        @Override
        public long trim(RecordKind kind, long maxBytes, long sinceUtcNanos) {
            return archive.trim(kind, maxBytes, sinceUtcNanos);
        }

        @Override
        public long bytes(RecordKind kind) {
            return archive.bytes(kind);
        }

        @Override
        public long count(RecordKind kind) {
            return archive.count(kind);
        }

        @Override
        public ArchiveHealth health() {
            return archive.health();
        }

        @Override
        public void close() {
            archive.close();
        }
    }
}
