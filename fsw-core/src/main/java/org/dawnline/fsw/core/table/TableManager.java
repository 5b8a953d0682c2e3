package org.dawnline.fsw.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Tickets;
import org.dawnline.fsw.core.face.Unit;
import org.jspecify.annotations.Nullable;

/**
 * All tables on board. A packed table comes in parts into one inactive buffer, is checked as a whole on the worker and then waits;
 * all that wait are put in force together at one boundary between cycles, and are taken back together. What is half loaded, damaged or
 * wrong in one row is never in force. What is in force is kept over a restart.
 *
 * <p>Its {@link #boundary()} must step first in the fastest rate group: before it everybody reads the old tables, after it the new.
 */
public final class TableManager implements Component {
    /** Name of the dictionary enumeration of all tables. */
    public static final String TABLES = "table";

    private static final String FLAWS = "tableFlaw";

    private enum Wish {
        NOTHING,
        ACTIVATE,
        ROLL_BACK
    }

    private final String name;
    private final List<TableSlot<?>> slots = new ArrayList<>();
    private final Worker worker;
    private final Shelf shelf;
    private final Events<TableEvent> events;
    private final Channel stagedCount;
    private final Channel loadedBytes;
    private final Channel keepFailures;
    private final TableKeeper keeper;
    private final Tickets tickets;
    private final LoadBuffer buffer = new LoadBuffer();
    private final Runnable check = this::check;

    private @Nullable Dictionary dictionary;
    private Wish wish = Wish.NOTHING;
    private List<TableSlot<?>> lastActivated = List.of();
    private long changedUtcNanos = Long.MIN_VALUE;
    private Runnable listener = () -> {};

    // Handed to the worker while a check runs.
    private int checkedTable = LoadBuffer.NONE;
    private Problems problems = new Problems();
    private boolean right;
    private volatile boolean checkRuns;
    private boolean checkWasAsked;
    private long checkTicket = Tickets.NONE;
    private long keepTicket = Tickets.NONE;

    /** Declares the face: channels for each table, and their names as the enumeration {@link #TABLES}. */
    public TableManager(Face face, Worker worker, Shelf shelf, List<? extends Table<?>> tables) {
        this.name = face.name();
        this.worker = worker;
        this.shelf = shelf;
        tickets = face.tickets();
        events = face.events(TableEvent.class);
        stagedCount = face.channel("staged", Unit.COUNT, "tables that are right and wait for activation");
        loadedBytes = face.channel("loadedBytes", Unit.BYTE, "bytes of a packed table that have come without a gap");
        keepFailures =
                face.channel("keepFailures", Unit.COUNT, "times that tables in force could not be kept since start");
        keeper = new TableKeeper(slots, worker, shelf, events);
        tables.forEach(table -> slots.add(new TableSlot<>(table, face)));
        face.enumeration(TABLES, tables.stream().map(Table::name).toList());
        face.enumeration(FLAWS, Arrays.stream(Flaw.values()).map(Flaw::name).toList());
        TableCommands.declare(face, this);
    }

    /**
     * Reads what comes with the software and what was kept, and puts it in force; before the first cycle.
     *
     * @param sealed the dictionary that the tables' names belong to
     * @param standards the text that comes with the software for the table of a name, or null for one without rows
     * @throws IllegalArgumentException when such a text is not right
     */
    public void begin(Dictionary sealed, StandardText standards) {
        readStandards(sealed, standards);
        restore(sealed);
    }

    /** The same without what was kept, which stays kept: for a start in the safe topology, where a table may be what fails. */
    public void beginWithStandards(Dictionary sealed, StandardText standards) {
        readStandards(sealed, standards);
        slots.forEach(TableSlot::restore);
    }

    private void readStandards(Dictionary sealed, StandardText standards) {
        dictionary = sealed;
        for (TableSlot<?> slot : slots) {
            String text = standards.of(slot.table.name());
            slot.begin(TableText.of(text == null ? withoutRows(slot.table) : text), sealed);
        }
    }

    private static String withoutRows(Table<?> table) {
        return "table " + table.kind() + " none version=0\n";
    }

    private void restore(Dictionary sealed) {
        Map<String, byte[]> kept = shelf.load(TableKeeper.SHELF_KIND);
        int unknown = kept.size();
        int restored = 0;
        for (int i = 0; i < slots.size(); i++) {
            byte[] packed = kept.get(slots.get(i).table.name());
            if (packed != null) {
                unknown--;
                boolean sound = checkSafely(slots.get(i), packed, packed.length, sealed, new Problems());
                restored += sound ? 1 : 0;
                if (!sound) {
                    events.raise(TableEvent.LOST, i);
                }
            }
            slots.get(i).restore();
        }
        if (restored > 0) {
            events.raise(TableEvent.RESTORED, restored);
        }
        if (unknown > 0) {
            events.raise(TableEvent.UNKNOWN, unknown);
        }
    }

    // A handler that is asked whether arguments fit may be a wrong program: that must not end the worker's task half
    // done.
    private static boolean checkSafely(
            TableSlot<?> slot, byte[] bytes, int length, Dictionary sealed, Problems problems) {
        try {
            return slot.check(bytes, length, sealed, problems);
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            problems.add(Flaw.CONFLICT, "the check broke: " + e);
            return false;
        }
    }

    /** Number of tables. */
    public int tables() {
        return slots.size();
    }

    /** CRC32C of the text of a table that is in force. */
    public long checksum(int table) {
        return slots.get(table).checksum();
    }

    /** Names of the rows of a table that is in force, by the numbers that events tell. Allocates. */
    public SortedMap<Integer, String> names(int table) {
        return slots.get(table).names();
    }

    /** From when on what is in force has been in force, in nanoseconds of UTC; before all times when it was since the start. */
    public long changedUtcNanos() {
        return changedUtcNanos;
    }

    /** Calls somebody in the cycle in which other tables come in force, before anybody reads them. */
    public void onChange(Runnable newListener) {
        listener = newListener;
    }

    /** Number of the first table of a kind, or -1. */
    public int first(String kind) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).table.kind().equals(kind)) {
                return i;
            }
        }
        return -1;
    }

    /** What a table is: who reads it. For tools on the ground. */
    public Table<?> table(int table) {
        return slots.get(table).table;
    }

    /**
     * Takes a part of a packed table; the one at offset 0 begins a new load.
     *
     * @param total bytes of the whole packed table
     * @return false when it leaves a gap, exceeds {@link PackedTable#MAX_BYTES}, or a check is under way
     */
    boolean load(int table, int offset, int total, byte[] part, int length) {
        return !checkWasAsked && total <= PackedTable.MAX_BYTES && buffer.put(table, offset, total, part, length);
    }

    /** Bytes of the table that is being loaded that have come without a gap. */
    int loadedBytes() {
        return buffer.received();
    }

    /** Begins the check of a table that is loaded whole; false when it is not, or another check is under way. */
    boolean validate(int table, long ticket) {
        if (checkWasAsked || !buffer.complete(table)) {
            return false;
        }
        checkedTable = table;
        checkTicket = ticket;
        problems = new Problems();
        checkRuns = true;
        checkWasAsked = worker.offer(check);
        checkRuns &= checkWasAsked;
        return checkWasAsked;
    }

    // On the worker.
    private void check() {
        TableSlot<?> slot = slots.get(checkedTable);
        right = checkSafely(slot, buffer.bytes(), buffer.total(), known(), problems);
        checkRuns = false; // last: it hands over the rest
    }

    private Dictionary known() {
        Dictionary present = dictionary;
        if (present == null) {
            throw new IllegalStateException("the table manager has not begun");
        }
        return present;
    }

    /** Lets what came with the software wait for activation. */
    void stageStandard(int table) {
        slots.get(table).stageStandard();
    }

    /** Wants all tables that wait in force from the next boundary on; false when none waits. */
    boolean activate(long ticket) {
        return wish(Wish.ACTIVATE, staged() > 0, ticket);
    }

    /** Wants the tables of the last activation as they were before it; false when there is no way back. */
    boolean rollBack(long ticket) {
        return wish(Wish.ROLL_BACK, !lastActivated.isEmpty(), ticket);
    }

    // The one before must have ended: each telecommand gets its own verdict.
    private boolean wish(Wish wanted, boolean possible, long ticket) {
        boolean granted = possible && wish == Wish.NOTHING && keepTicket == Tickets.NONE;
        if (granted) {
            wish = wanted;
            keepTicket = ticket;
        }
        return granted;
    }

    /** Drops what is being loaded and what waits; false while a check is under way or an activation is wanted. */
    boolean abort() {
        if (checkWasAsked || wish != Wish.NOTHING) {
            return false;
        }
        events.raise(TableEvent.ABORTED, staged());
        slots.forEach(TableSlot::unstage);
        buffer.clear();
        return true;
    }

    private int staged() {
        int count = 0;
        for (int i = 0; i < slots.size(); i++) {
            count += slots.get(i).isStaged() ? 1 : 0;
        }
        return count;
    }

    @Override
    public String name() {
        return name;
    }

    /** Copies its accounts to the channels. */
    @Override
    public void step(Tick tick) {
        stagedCount.set(staged());
        loadedBytes.set(buffer.received());
        keepFailures.set(keeper.failures());
        for (int i = 0; i < slots.size(); i++) {
            slots.get(i).publish();
        }
    }

    /** The boundary between old and new tables: to be stepped first in each cycle. */
    public Component boundary() {
        return new Boundary();
    }

    /** Does what has to happen between two cycles. */
    private final class Boundary implements Component {
        private final String boundaryName = name + "Boundary";

        @Override
        public String name() {
            return boundaryName;
        }

        @Override
        public void step(Tick tick) {
            if (checkWasAsked && !checkRuns) {
                checkWasAsked = false;
                takeVerdict();
            }
            if (wish != Wish.NOTHING) {
                changedUtcNanos = tick.utcNanos();
                swap();
                listener.run();
            }
            keeper.step(tick);
            if (keepTicket != Tickets.NONE && keeper.hasResult()) {
                tickets.finish(keepTicket, keeper.done() ? Outcome.COMPLETED : Outcome.FAILED_DEVICE);
                keepTicket = Tickets.NONE;
            }
        }
    }

    private void takeVerdict() {
        TableSlot<?> slot = slots.get(checkedTable);
        buffer.clear();
        if (right) {
            slot.stageChecked();
            events.raise(TableEvent.STAGED, checkedTable, slot.stagedVersion(), slot.stagedRows());
            tickets.finish(checkTicket, Outcome.COMPLETED);
        } else {
            Problem first = problems.first();
            events.raise(
                    TableEvent.REFUSED,
                    checkedTable,
                    problems.count(),
                    first.line(),
                    first.flaw().ordinal());
            tickets.finish(checkTicket, Outcome.FAILED_DATA, first.line());
        }
    }

    private void swap() {
        boolean activating = wish == Wish.ACTIVATE;
        wish = Wish.NOTHING;
        if (activating) {
            activateStaged();
        } else {
            lastActivated.forEach(TableSlot::undo);
            events.raise(TableEvent.ROLLED_BACK, lastActivated.size());
            lastActivated = List.of();
        }
        keeper.want();
    }

    private void activateStaged() {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).isStaged() && !slots.get(i).fits()) {
                events.raise(TableEvent.NO_ROOM, i);
                tickets.finish(keepTicket, Outcome.FAILED_STATE);
                keepTicket = Tickets.NONE;
                return;
            }
        }
        List<TableSlot<?>> activated = new ArrayList<>();
        for (TableSlot<?> slot : slots) {
            if (slot.isStaged()) {
                activated.add(slot);
                if (!activateSafely(slot)) {
                    activated.forEach(TableSlot::undo);
                    slots.forEach(TableSlot::unstage);
                    events.raise(TableEvent.ACTIVATION_BROKE, slots.indexOf(slot), activated.size());
                    lastActivated = List.of();
                    tickets.finish(keepTicket, Outcome.FAILED_INTERNAL);
                    keepTicket = Tickets.NONE;
                    return;
                }
            }
        }
        lastActivated = activated;
        events.raise(TableEvent.ACTIVATED, activated.size());
    }

    // An owner that breaks is a wrong program; that all tables are as before is worth more than to know where.
    private static boolean activateSafely(TableSlot<?> slot) {
        try {
            slot.activate();
            return true;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
            return false;
        }
    }
}
