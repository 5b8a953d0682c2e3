package org.dawnline.fsw.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.archive.Change;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.exec.Worker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TableManagerTest {
    private static final int OPERATIONS = 3_000;
    private static final int TABLES = 3;
    private static final long RETRY_CYCLES = 11;

    /** A table whose rows are numbers that must not be negative; its value is its version. */
    private static final class NumberTable implements Table<Integer> {
        private final String name;
        int value = -1;
        boolean breaks;

        NumberTable(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String kind() {
            return "numbers";
        }

        @Override
        public Integer read(Rows rows) {
            rows.list().forEach(row -> {
                row.word(0, "the word", List.of("number"));
                row.number("value", 0, 1e6);
            });
            return rows.header().whole("version", 0, TableText.MAX_VERSION);
        }

        @Override
        public SortedMap<Integer, String> names(Integer content) {
            return new TreeMap<>(Map.of(1, "row of " + content));
        }

        @Override
        public void activate(Integer content) {
            if (breaks) {
                breaks = false;
                throw new IllegalStateException("told to break");
            }
            value = content;
        }
    }

    /** Reads all tables in its step, as monitors and actions would. */
    private static final class Reader implements Component {
        private final String name;
        private final List<NumberTable> tables;
        final List<List<Integer>> seen = new ArrayList<>();

        Reader(String name, List<NumberTable> tables) {
            this.name = name;
            this.tables = tables;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void step(Tick tick) {
            seen.add(tables.stream().map(table -> table.value).toList());
        }
    }

    /** A worker that works when it is told to. */
    private static final class SlowWorker implements Worker {
        final List<Runnable> tasks = new ArrayList<>();
        boolean full;

        @Override
        public boolean offer(Runnable task) {
            return !full && tasks.add(task);
        }

        void work() {
            List<Runnable> present = List.copyOf(tasks);
            tasks.clear();
            present.forEach(Runnable::run);
        }
    }

    /** A shelf whose disk can fail. */
    private static final class FaultyShelf implements Shelf {
        final MemoryArchive archive = new MemoryArchive();
        boolean fails;

        @Override
        public boolean apply(List<Change> changes) {
            return !fails && archive.apply(changes);
        }

        @Override
        public java.util.SortedMap<String, byte[]> load(String kind) {
            return archive.load(kind);
        }
    }

    private final FaultyShelf shelf = new FaultyShelf();
    private List<NumberTable> tables;
    private TableManager manager;
    private Reader fast;
    private Reader slow;
    private Bench bench;

    private void start(Worker worker) {
        tables = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            tables.add(new NumberTable("numbers" + i));
        }
        bench = new Bench();
        manager = new TableManager(bench.face("tables"), worker, shelf, tables);
        fast = new Reader("fast", tables);
        slow = new Reader("slow", tables);
        bench.fly(
                Bench.S,
                List.of(
                        new RateGroup("fast", 1, 0, Bench.S / 4, List.of(manager.boundary(), fast)),
                        new RateGroup("slow", 1, 0, Bench.S / 4, List.of(slow, manager))));
        manager.begin(bench.dictionary(), name -> null);
    }

    private static byte[] packed(int version, String rows) {
        TableText text = TableText.of("table numbers test version=" + version + "\n" + rows);
        return PackedTable.pack(text, "numbers", "test", version);
    }

    private static byte[] packed(int version) {
        return packed(version, "number value=1\n");
    }

    private boolean load(int table, byte[] packed) {
        int half = packed.length / 2;
        byte[] rest = Arrays.copyOfRange(packed, half, packed.length);
        return manager.load(table, 0, packed.length, packed, half)
                && manager.load(table, half, packed.length, rest, rest.length);
    }

    private void stage(int table, int version) {
        assertThat(load(table, packed(version))).isTrue();
        assertThat(bench.command("tables.VALIDATE", table).reason()).isEqualTo(Reason.NONE);
    }

    /** How a telecommand ended that goes on for a while. */
    private Reason last(long counter) {
        bench.tick(2);
        return bench.reports.stream()
                .filter(report -> report.counter() == counter && report.stage().terminal())
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private List<Integer> values() {
        return tables.stream().map(table -> table.value).toList();
    }

    @Test
    @Tag("D3")
    @Tag("CORE-124")
    void whatWasLoadedIsCheckedThenWaitsThenIsInForceTogether() {
        start(new InlineWorker());
        bench.tick(1);
        assertThat(values()).containsExactly(0, 0, 0);

        stage(0, 5);
        stage(2, 6);
        bench.tick(1);
        assertThat(values()).containsExactly(0, 0, 0);
        assertThat(bench.value("tables.staged")).isEqualTo(2);
        assertThat(bench.value("tables.numbers2.state")).isEqualTo(2);

        assertThat(bench.command("tables.ACTIVATE").reason()).isEqualTo(Reason.NONE);
        assertThat(values()).containsExactly(5, 0, 6);
        assertThat(bench.value("tables.numbers2.state")).isEqualTo(1);
        assertThat(bench.value("tables.numbers2.version")).isEqualTo(6);
        assertThat(bench.value("tables.numbers2.rows")).isEqualTo(1);
        assertThat(bench.value("tables.numbers2.checksum"))
                .isEqualTo(TableText.of("table numbers test version=6\nnumber value=1\n")
                        .checksum())
                .isEqualTo(manager.checksum(2));

        assertThat(bench.command("tables.ROLL_BACK").reason()).isEqualTo(Reason.NONE);
        assertThat(values()).containsExactly(0, 0, 0);
        assertThat(bench.command("tables.ROLL_BACK").reason()).isEqualTo(Reason.STATE);
    }

    @Test
    @Tag("CORE-125")
    void whoFollowsTheTablesHearsOfOthersInTheirFirstCycleBeforeAnybodyReadsThem() {
        start(new InlineWorker());
        List<String> told = new ArrayList<>();
        manager.onChange(() -> told.add(manager.names(0).get(1)
                + (manager.changedUtcNanos() == bench.hal.utcNanos() ? " since now" : " since another time")
                + (fast.seen.contains(values()) ? ", read already" : "")));
        bench.tick(1);
        assertThat(manager.changedUtcNanos()).isEqualTo(Long.MIN_VALUE);
        stage(0, 5);
        assertThat(told).as("nothing is in force yet").isEmpty();
        bench.command("tables.ACTIVATE");
        assertThat(told).containsExactly("row of 5 since now");
        bench.command("tables.ROLL_BACK");
        assertThat(told).containsExactly("row of 5 since now", "row of 0 since now, read already");
    }

    @Test
    @Tag("D3")
    @Tag("CORE-124")
    void whatIsHalfLoadedOrDamagedOrWrongInOneRowIsNeverInForce() {
        start(new InlineWorker());
        byte[] good = packed(5);
        assertThat(bench.command("tables.VALIDATE", 0).reason()).isEqualTo(Reason.STATE);
        assertThat(manager.load(0, 0, good.length, good, 10)).isTrue();
        assertThat(manager.load(0, 11, good.length, good, 10)).as("a gap").isFalse();
        assertThat(bench.command("tables.VALIDATE", 0).reason()).isEqualTo(Reason.STATE);

        byte[] damaged = good.clone();
        damaged[good.length - 1]++;
        assertThat(load(0, damaged)).isTrue();
        assertThat(bench.command("tables.VALIDATE", 1).reason())
                .as("of another table")
                .isEqualTo(Reason.STATE);
        assertThat(last(bench.send("tables.VALIDATE", 0))).isEqualTo(Reason.DATA);
        assertThat(load(0, packed(5, "number value=1\n".repeat(99) + "number value=-1\n")))
                .isTrue();
        bench.command("tables.VALIDATE", 0);

        assertThat(bench.count("tables.REFUSED")).isEqualTo(2);
        assertThat(bench.command("tables.ACTIVATE").reason()).isEqualTo(Reason.STATE);
        assertThat(values()).containsExactly(0, 0, 0);
    }

    @Test
    @Tag("CORE-124")
    void aPartThatComesTwiceDoesNoHarmAndANewBeginForgetsTheOldParts() {
        start(new InlineWorker());
        byte[] a = packed(5);
        byte[] b = packed(6, "number value=3\n".repeat(5));
        assertThat(manager.load(0, 0, a.length, a, 20)).isTrue();
        assertThat(manager.load(0, 0, b.length, b, 20)).isTrue();
        assertThat(manager.load(0, 20, a.length, a, 5)).as("of another length").isFalse();
        assertThat(manager.load(1, 20, b.length, b, 5)).as("of another table").isFalse();
        assertThat(manager.load(0, 0, b.length, b, 20)).isTrue();
        byte[] rest = Arrays.copyOfRange(b, 20, b.length);
        assertThat(manager.load(0, 20, b.length, rest, rest.length)).isTrue();
        assertThat(manager.load(0, 20, b.length, rest, rest.length)).isTrue();
        assertThat(manager.load(0, b.length, b.length, rest, 1)).as("too much").isFalse();
        assertThat(manager.load(0, 0, PackedTable.MAX_BYTES + 1, b, 20)).isFalse();
        bench.command("tables.VALIDATE", 0);
        bench.command("tables.ACTIVATE");

        assertThat(values()).containsExactly(6, 0, 0);
    }

    /** Random loads, faults, checks, activations and ways back, and a naive model beside them. */
    @Test
    @Tag("D3")
    @Tag("N8")
    @Tag("CORE-125")
    void allReadersOfACycleSeeTheSameTablesWhateverHappens() {
        SlowWorker worker = new SlowWorker();
        start(worker);
        SplittableRandom luck = new SplittableRandom(4);
        int[] active = new int[TABLES];
        int[] before = null;
        Integer[] staged = new Integer[TABLES];
        int version = 0;
        int activations = 0;
        int rollBacks = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            int table = luck.nextInt(TABLES);
            switch (luck.nextInt(6)) {
                case 0 -> {
                    version++;
                    assertThat(load(table, packed(version))).isTrue();
                    bench.send("tables.VALIDATE", table);
                    tickAndWork(worker, luck);
                    staged[table] = version;
                }
                case 1 -> {
                    byte[] bad = packed(version, luck.nextBoolean() ? "number value=-1\n" : "numbr\n");
                    assertThat(load(table, bad)).isTrue();
                    bench.send("tables.VALIDATE", table);
                    tickAndWork(worker, luck);
                }
                case 2 -> manager.load(table, 0, 100, packed(999), 20);
                case 3 -> {
                    bench.send("tables.ACTIVATE");
                    if (Arrays.stream(staged).anyMatch(waiting -> waiting != null)) {
                        before = active.clone();
                        activations++;
                    }
                    for (int t = 0; t < TABLES; t++) {
                        active[t] = staged[t] == null ? active[t] : staged[t];
                        staged[t] = null;
                    }
                }
                case 4 -> {
                    bench.send("tables.ROLL_BACK");
                    rollBacks += before == null ? 0 : 1;
                    active = before == null ? active : before;
                    before = null;
                }
                default -> {
                    if (luck.nextInt(4) == 0) {
                        bench.send("tables.ABORT");
                        Arrays.fill(staged, null);
                    }
                }
            }
            tickAndWork(worker, luck);
            assertThat(values()).containsExactly(active[0], active[1], active[2]);
        }
        assertThat(fast.seen).hasSizeGreaterThan(OPERATIONS).isEqualTo(slow.seen);
        assertThat(activations).isGreaterThan(100);
        assertThat(rollBacks).isGreaterThan(50);
    }

    private void tickAndWork(SlowWorker worker, SplittableRandom luck) {
        bench.tick(luck.nextInt(1, 3));
        worker.work();
        bench.tick(1);
    }

    @Test
    @Tag("CORE-124")
    void nothingIsLoadedOrDroppedWhileTheWorkerChecks() {
        SlowWorker worker = new SlowWorker();
        start(worker);
        assertThat(load(0, packed(5))).isTrue();
        assertThat(bench.command("tables.VALIDATE", 0).reason()).isEqualTo(Reason.NONE);
        assertThat(load(0, packed(6))).isFalse();
        assertThat(bench.command("tables.VALIDATE", 0).reason()).isEqualTo(Reason.STATE);
        assertThat(bench.command("tables.ABORT").reason()).isEqualTo(Reason.STATE);
        assertThat(bench.count("tables.STAGED")).isZero();
        worker.work();
        bench.tick(1);
        assertThat(bench.count("tables.STAGED")).isEqualTo(1);
        worker.full = true;
        assertThat(load(1, packed(6))).isTrue();
        assertThat(bench.command("tables.VALIDATE", 1).reason()).isEqualTo(Reason.STATE);
    }

    @Test
    @Tag("CORE-126")
    void whatIsInForceSurvivesARestart() {
        start(new InlineWorker());
        stage(0, 5);
        stage(1, 6);
        bench.command("tables.ACTIVATE");
        stage(2, 7);

        start(new InlineWorker());
        bench.tick(1);
        assertThat(values()).containsExactly(5, 6, 0);
        assertThat(bench.count("tables.RESTORED")).isEqualTo(1);

        bench.command("tables.STAGE_STANDARD", 0);
        bench.command("tables.ACTIVATE");
        start(new InlineWorker());
        assertThat(values()).containsExactly(0, 6, 0);
    }

    @Test
    @Tag("CORE-126")
    void aStartInTheSafeTopologyFliesTheStandards() {
        start(new InlineWorker());
        stage(0, 5);
        bench.command("tables.ACTIVATE");
        start(new InlineWorker());
        manager.beginWithStandards(bench.dictionary(), name -> "table numbers standard version=9\n");
        assertThat(values()).containsExactly(9, 9, 9);
    }

    @Test
    @Tag("CORE-126")
    void whatWasKeptAndIsDamagedOrUnknownGivesTheStandardAndAnEvent() {
        start(new InlineWorker());
        stage(0, 5);
        stage(1, 6);
        bench.command("tables.ACTIVATE");
        byte[] damaged = shelf.load("table").get("numbers0");
        damaged[damaged.length / 2] ^= 4;
        shelf.keep("table", "numbers0", damaged);
        shelf.keep("table", "gone", damaged);

        start(new InlineWorker());
        bench.tick(1);
        assertThat(values()).containsExactly(0, 6, 0);
        assertThat(bench.count("tables.LOST")).isEqualTo(1);
        assertThat(bench.count("tables.UNKNOWN")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-126")
    void aDiskThatFailsIsToldAndTriedAgain() {
        start(new InlineWorker());
        stage(0, 5);
        shelf.fails = true;
        assertThat(last(bench.send("tables.ACTIVATE"))).isEqualTo(Reason.DEVICE);
        assertThat(values()).containsExactly(5, 0, 0);
        bench.tick(RETRY_CYCLES);
        assertThat(bench.count("tables.KEEP_FAILED")).isGreaterThanOrEqualTo(1);
        assertThat(bench.value("tables.keepFailures")).isGreaterThanOrEqualTo(1);
        shelf.fails = false;
        bench.tick(RETRY_CYCLES);

        start(new InlineWorker());
        assertThat(values()).containsExactly(5, 0, 0);
    }

    @Test
    @Tag("CORE-125")
    void anOwnerThatBreaksLeavesAllTablesAsTheyWere() {
        start(new InlineWorker());
        stage(0, 5);
        stage(1, 6);
        stage(2, 7);
        tables.get(1).breaks = true;
        bench.command("tables.ACTIVATE");

        assertThat(values()).containsExactly(0, 0, 0);
        assertThat(bench.count("tables.ACTIVATION_BROKE")).isEqualTo(1);
        assertThat(bench.command("tables.ROLL_BACK").reason()).isEqualTo(Reason.STATE);
        assertThat(bench.value("tables.staged")).isZero();
    }

    @Test
    @Tag("CORE-121")
    void aWrongTableOfTheSoftwareItselfDoesNotFly() {
        start(new InlineWorker());
        assertThatThrownBy(() -> manager.begin(bench.dictionary(), name -> "table numbers a version=1\nnumber\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table numbers0: line 2: value is missing");
    }
}
