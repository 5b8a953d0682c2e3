package org.dawnline.fsw.core.sequence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.store.CheckedStore;
import org.dawnline.hal.Storage;

/**
 * The pieces of the schedule on the shelf, each with the number of its writing. Which number is the newest of each, and the small
 * state, also lie in two checked copies beside it: a shelf that has lost its last changes, as a log that was cut off has, must not
 * give an entry back that has been executed, deleted or moved since. On the worker, or before the first cycle.
 */
final class SchedulePieces {
    /** The name of the small state. */
    static final String STATE = "state";

    private static final String KIND = "schedule";
    private static final int MOST_PIECES = 1_000;
    private static final System.Logger LOG = System.getLogger(SchedulePieces.class.getName());

    private final Shelf shelf;
    private final CheckedStore beside;
    /** Number of the newest writing by name; negative when it took the piece off the shelf. */
    private final SortedMap<String, Long> numbers = new TreeMap<>();

    private final List<String> lost = new ArrayList<>();
    private byte[] state = new byte[0];
    private long last;

    SchedulePieces(Shelf shelf, Storage storage) {
        this.shelf = shelf;
        beside = new CheckedStore(storage, KIND);
    }

    /** A change of a piece; without bytes it goes. */
    static Change change(String name, byte[] bytes) {
        return bytes.length == 0 ? Change.drop(KIND, name) : Change.keep(KIND, name, bytes);
    }

    /** Makes all changes, or none that counts; says whether they are durable. */
    boolean apply(List<Change> changes) {
        long number = last + 1;
        List<Change> numbered = new ArrayList<>();
        for (Change change : changes) {
            byte[] content = change.content();
            numbered.add(content == null ? change : Change.keep(KIND, change.name(), numbered(number, content)));
        }
        if (!shelf.apply(numbered)) {
            return false;
        }
        last = number;
        for (Change change : changes) {
            byte[] content = change.content();
            numbers.put(change.name(), content == null ? -number : number);
            state = content != null && change.name().equals(STATE) ? content : state;
        }
        return saveBeside();
    }

    private static byte[] numbered(long number, byte[] content) {
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(number)
                .put(content)
                .array();
    }

    /** All pieces that are the newest of their names, with the state. */
    SortedMap<String, byte[]> load() {
        loadBeside();
        SortedMap<String, byte[]> pieces = new TreeMap<>();
        shelf.load(KIND).forEach((name, content) -> {
            long number =
                    content.length < Long.BYTES ? 0 : ByteBuffer.wrap(content).getLong();
            last = Math.max(last, number);
            if (number > 0 && number >= Math.abs(numbers.getOrDefault(name, 0L))) {
                pieces.put(name, Arrays.copyOfRange(content, Long.BYTES, content.length));
            } else {
                lost.add(name);
            }
        });
        for (Map.Entry<String, Long> entry : numbers.entrySet()) {
            last = Math.max(last, Math.abs(entry.getValue()));
            if (entry.getValue() > 0 && !pieces.containsKey(entry.getKey()) && !lost.contains(entry.getKey())) {
                lost.add(entry.getKey());
            }
        }
        if (!pieces.containsKey(STATE) && state.length > 0) {
            pieces.put(STATE, state);
            lost.remove(STATE);
        }
        return pieces;
    }

    /** Names of the pieces whose newest bytes were not on the shelf any more; what came from telecommands is told to have failed. */
    List<String> lost() {
        return lost;
    }

    private boolean saveBeside() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(state.length);
            out.write(state);
            out.writeShort(numbers.size());
            for (Map.Entry<String, Long> entry : numbers.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeLong(entry.getValue());
            }
            beside.save(bytes.toByteArray());
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the numbers of the schedule cannot be kept: {0}", e.getMessage());
            return false;
        }
    }

    private void loadBeside() {
        byte[] bytes = beside.load();
        if (bytes == null) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            state = in.readNBytes(in.readUnsignedShort());
            int count = Math.min(MOST_PIECES, in.readUnsignedShort());
            for (int i = 0; i < count; i++) {
                numbers.put(in.readUTF(), in.readLong());
            }
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the numbers of the schedule are of another format: {0}",
                    e.getMessage());
        }
    }
}
