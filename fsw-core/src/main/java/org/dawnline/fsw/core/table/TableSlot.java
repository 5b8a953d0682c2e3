package org.dawnline.fsw.core.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.jspecify.annotations.Nullable;

/** One table in the manager's care: what is in force, what waits, and what was in force before. Executive thread, but for checks. */
final class TableSlot<T> {
    /** What a table's state channel says. */
    private static final List<String> STATES = List.of("STANDARD", "UPLOADED", "STAGED");

    private static final int STATE_STANDARD = 0;
    private static final int STATE_UPLOADED = 1;
    private static final int STATE_STAGED = 2;

    final Table<T> table;
    private final Channel checksum;
    private final Channel version;
    private final Channel rows;
    private final Channel state;
    private @Nullable Edition<T> standard;
    private @Nullable Edition<T> active;
    private @Nullable Edition<T> staged;
    private @Nullable Edition<T> before;
    private @Nullable Edition<T> checked; // the worker's until it says that the check is over
    private boolean unkept;

    TableSlot(Table<T> table, Face face) {
        this.table = table;
        String name = table.name();
        checksum = face.channel(name + ".checksum", Unit.NONE, "CRC32C of the text of the table that is in force");
        version = face.channel(name + ".version", Unit.NONE, "version in the header of the table that is in force");
        rows = face.channel(name + ".rows", Unit.COUNT, "rows of the table that is in force");
        state = face.stateChannel(
                name + ".state", STATES, "where the table in force comes from, or STAGED when another one waits");
    }

    /** Reads what comes with the software; a flaw in it is a wrong program. */
    void begin(TableText text, Dictionary dictionary) {
        Problems problems = new Problems();
        TableText.Content<T> content = text.read(table, dictionary, problems);
        if (content == null) {
            throw new IllegalArgumentException("table " + table.name() + ": " + problems.first());
        }
        standard = Edition.standard(text, content);
        active = standard;
    }

    /** Checks a packed table, on the worker or before the first cycle; says whether all of it is right. */
    boolean check(byte[] bytes, int length, Dictionary dictionary, Problems problems) {
        checked = null;
        TableText text = PackedTable.unpack(bytes, length, problems);
        if (text == null) {
            return false;
        }
        TableText.Content<T> content = text.read(table, dictionary, problems);
        if (content == null) {
            return false;
        }
        checked = Edition.uploaded(Arrays.copyOf(bytes, length), text, content);
        return true;
    }

    /** Lets what the last check found right wait for activation. */
    void stageChecked() {
        staged = Objects.requireNonNull(checked);
        checked = null;
    }

    /** Lets what came with the software wait for activation. */
    void stageStandard() {
        staged = standard;
    }

    boolean isStaged() {
        return staged != null;
    }

    void unstage() {
        staged = null;
    }

    /** Puts what waits in force; {@link #undo} takes that back. */
    void activate() {
        before = active;
        active = staged;
        staged = null;
        table.activate(active().value());
        unkept = true;
    }

    /** Puts in force what was so before the last {@link #activate}. */
    void undo() {
        active = before;
        before = null;
        table.activate(active().value());
        unkept = true;
    }

    /** Puts in force what the last check found right, or the standard, without a way back: at a start. */
    void restore() {
        if (checked != null) {
            active = checked;
            checked = null;
        }
        table.restore(active().value());
    }

    /** Whether what waits can be put in force just now. */
    boolean fits() {
        return table.fits(Objects.requireNonNull(staged).value());
    }

    /** Whether what is in force has not been handed over to be kept. */
    boolean unkept() {
        return unkept;
    }

    /** Hands over what is in force. */
    Change change(String shelfKind) {
        unkept = false;
        byte[] packed = active().packed();
        return active().standard()
                ? Change.drop(shelfKind, table.name())
                : Change.keep(shelfKind, table.name(), packed);
    }

    /** It could not be kept. */
    void keepAgain() {
        unkept = true;
    }

    SortedMap<Integer, String> names() {
        return table.names(active().value());
    }

    long checksum() {
        return active().checksum();
    }

    int stagedVersion() {
        return Objects.requireNonNull(staged).version();
    }

    int stagedRows() {
        return Objects.requireNonNull(staged).rows();
    }

    private Edition<T> active() {
        return Objects.requireNonNull(active, "the table manager has not begun");
    }

    void publish() {
        checksum.set(active().checksum());
        version.set(active().version());
        rows.set(active().rows());
        state.set(staged != null ? STATE_STAGED : active().standard() ? STATE_STANDARD : STATE_UPLOADED);
    }
}
