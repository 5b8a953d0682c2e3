package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.archive.MoodyShelf;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitorsTest {
    private static final String ROWS = """
            table monitors test version=1
            limit id=10 name=hot channel=source.value max=50 age=never group=1 severity=WARNING_HI
            limit id=20 name=cold channel=source.value min=-50 age=never group=1
            limit id=30 name=high channel=source.value max=60 age=never group=2 severity=ACTIVITY_HI
            """;

    private final MoodyShelf shelf = new MoodyShelf(new MemoryArchive());
    private Flight flight = new Flight(new InlineWorker());

    /** Monitors on board, from one start to the next. */
    private final class Flight {
        final Bench bench = new Bench();
        final Channel value = bench.face("source").channel("value", Unit.NONE, "what is judged");
        final Monitors monitors;

        Flight(Worker worker) {
            monitors = new Monitors(bench.face("monitor"), shelf, worker);
            bench.fly(Bench.S, monitors);
            load(ROWS);
        }

        void load(String rows) {
            Problems problems = new Problems();
            var content = TableText.of(rows).read(monitors.table(), bench.dictionary(), problems);
            assertThat(problems.list()).isEmpty();
            monitors.table().activate(content.value());
        }

        void tick(double newValue) {
            value.set(newValue);
            bench.tick(1);
        }

        MonitorState state(int id) {
            return monitors.state(monitors.bank().indexOf(id));
        }

        Stage set(int id, MonitorState state) {
            return lasting("monitor.SET_STATE", id, state.ordinal());
        }

        /** The end of a telecommand that is done when it is kept. */
        Stage lasting(String command, double... arguments) {
            long sent = bench.send(command, arguments);
            bench.tick(2);
            return bench.last(sent).stage();
        }
    }

    private void restart() {
        flight = new Flight(new InlineWorker());
    }

    @Test
    @Tag("CORE-145")
    @Tag("E1")
    void aFailureIsSaidOnceAsSevereAsItsRowSaysAndSoIsItsEnd() {
        flight.tick(0);
        for (int i = 0; i < 5; i++) {
            flight.tick(55);
        }
        flight.tick(100);
        flight.tick(0);
        assertThat(flight.bench.events)
                .containsSubsequence(
                        "monitor.TABLE",
                        "monitor.FAILED_HI",
                        "monitor.NOTED",
                        "monitor.RECOVERED",
                        "monitor.RECOVERED");
        assertThat(flight.bench.count("monitor.FAILED_HI")).isEqualTo(1);
        assertThat(flight.bench.count("monitor.FAILED_LO")).isZero();
        assertThat(flight.bench.value("monitor.failures")).isEqualTo(2);
        assertThat(flight.bench.value("monitor.lastFailed")).isEqualTo(30);
        assertThat(flight.bench.value("monitor.result.PASS")).isEqualTo(3);
    }

    @Test
    @Tag("CORE-143")
    @Tag("E3")
    void aDisabledOneIsSilentButCountedAndAPassiveOneSpeaks() {
        flight.bench.tick(1);
        flight.set(10, MonitorState.DISABLED);
        flight.set(20, MonitorState.PASSIVE);
        flight.tick(55);
        assertThat(flight.bench.count("monitor.FAILED_HI")).isZero();
        assertThat(flight.bench.value("monitor.result.FAIL")).isEqualTo(1);
        flight.tick(-55);
        assertThat(flight.bench.count("monitor.FAILED_LO")).isEqualTo(1);
        assertThat(flight.bench.value("monitor.state.DISABLED")).isEqualTo(1);
        assertThat(flight.bench.value("monitor.state.PASSIVE")).isEqualTo(1);
        assertThat(flight.bench.value("monitor.state.ACTIVE")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-143")
    @Tag("E3")
    void noTelecommandRearmsWhatIsPermanentlyOff() {
        flight.bench.tick(1);
        assertThat(flight.set(10, MonitorState.PERMANENTLY_OFF)).isEqualTo(Stage.COMPLETED);
        for (MonitorState state : MonitorState.values()) {
            boolean same = state == MonitorState.PERMANENTLY_OFF;
            assertThat(flight.set(10, state)).isEqualTo(same ? Stage.COMPLETED : Stage.FAILED);
        }
        flight.bench.command("monitor.SET_GROUP", 1, MonitorState.ACTIVE.ordinal());
        flight.bench.command("monitor.SET_ALL", MonitorState.ACTIVE.ordinal());
        flight.bench.command("monitor.RESET", 10);
        flight.bench.command("monitor.RESET_ALL");
        flight.bench.command("monitor.DISABLE");
        flight.bench.command("monitor.ENABLE");
        restart();
        flight.load(ROWS); // the same rows are no new table
        assertThat(flight.state(10)).isEqualTo(MonitorState.PERMANENTLY_OFF);
        assertThat(flight.state(20)).isEqualTo(MonitorState.ACTIVE);

        flight.load(ROWS.replace("max=50", "max=51"));
        assertThat(flight.state(10)).isEqualTo(MonitorState.ACTIVE);
    }

    @Test
    @Tag("CORE-143")
    @Tag("E3")
    void onlyOneAtATimeIsTurnedOffForGood() {
        flight.bench.tick(1);
        int off = MonitorState.PERMANENTLY_OFF.ordinal();
        assertThat(flight.bench.command("monitor.SET_ALL", off).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(flight.bench.command("monitor.SET_GROUP", 1, off).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(flight.state(10)).isEqualTo(MonitorState.ACTIVE);
    }

    @Test
    @Tag("CORE-143")
    void aGroupChangesTogetherAndAnUnknownOneFails() {
        flight.bench.tick(1);
        flight.bench.command("monitor.SET_GROUP", 1, MonitorState.OFF.ordinal());
        assertThat(flight.state(10)).isEqualTo(MonitorState.OFF);
        assertThat(flight.state(20)).isEqualTo(MonitorState.OFF);
        assertThat(flight.state(30)).isEqualTo(MonitorState.ACTIVE);
        assertThat(flight.bench.command("monitor.SET_GROUP", 9, 0).stage()).isEqualTo(Stage.FAILED);
        assertThat(flight.bench.command("monitor.SET_STATE", 11, 0).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(flight.bench.command("monitor.REPORT", 11).reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    @Tag("CORE-143")
    @Tag("E3")
    void whileTheyAreDisabledNoneJudges() {
        flight.tick(0);
        flight.bench.command("monitor.DISABLE");
        flight.tick(1000);
        assertThat(flight.bench.value("monitor.enabled")).isZero();
        assertThat(flight.bench.value("monitor.failures")).isZero();
        assertThat(flight.bench.value("monitor.result.STALE")).isEqualTo(3); // and none claims to pass
        flight.bench.command("monitor.ENABLE");
        flight.tick(1000);
        assertThat(flight.bench.value("monitor.failures")).isEqualTo(2);
    }

    @Test
    @Tag("CORE-145")
    void allThatAreBadAreReportedOneAStep() {
        flight.tick(100);
        flight.bench.command("monitor.REPORT_BAD");
        flight.bench.tick(5);
        assertThat(flight.bench.count("monitor.REPORT")).isEqualTo(2);
        flight.bench.command("monitor.REPORT", 20);
        assertThat(flight.bench.count("monitor.REPORT")).isEqualTo(3);
    }

    @Test
    @Tag("CORE-143")
    void aStateOutlivesARestartAlsoWhenTheWorkerIsBusyAtFirst() {
        boolean[] busy = {true};
        Worker worker = task -> {
            if (!busy[0]) {
                task.run();
            }
            return !busy[0];
        };
        flight = new Flight(worker);
        flight.bench.tick(1);
        flight.set(20, MonitorState.PASSIVE);
        busy[0] = false;
        flight.bench.tick(1);
        restart();
        assertThat(flight.state(20)).isEqualTo(MonitorState.PASSIVE);
        assertThat(flight.state(10)).isEqualTo(MonitorState.ACTIVE);
    }

    @Test
    @Tag("CORE-186")
    void aStateIsSetWhenAKillWouldNotUndoItAndFailsWhenTheDiskRefusesIt() {
        List<Runnable> queue = new ArrayList<>();
        flight = new Flight(queue::add);
        flight.bench.tick(1);
        queue.remove(0).run();
        flight.bench.send("monitor.SET_STATE", 20, MonitorState.PASSIVE.ordinal());
        flight.bench.tick(2);
        assertThat(stages()).containsExactly(Stage.ACCEPTED, Stage.STARTED);
        flight.bench.send("monitor.SET_GROUP", 2, MonitorState.DISABLED.ordinal());
        flight.bench.tick(2);
        queue.remove(0).run();
        flight.bench.tick(2);
        assertThat(stages()).as("the second came after the copy").endsWith(Stage.STARTED, Stage.COMPLETED);
        assertThat(flight.bench.reports.get(flight.bench.reports.size() - 1).counter())
                .isEqualTo(1);
        MonitorState inForce = flight.state(20);
        shelf.refuses = true;
        queue.remove(0).run();
        flight.bench.tick(2);
        assertThat(stages()).endsWith(Stage.COMPLETED, Stage.FAILED);
        assertThat(flight.state(20)).isEqualTo(inForce);
    }

    private List<Stage> stages() {
        return flight.bench.reports.stream().map(Bench.Report::stage).toList();
    }

    @Test
    @Tag("CORE-145")
    void anEmptyTableJudgesNothing() {
        flight.load("table monitors none version=2\n");
        flight.tick(1000);
        assertThat(flight.bench.value("monitor.count")).isZero();
        assertThat(flight.bench.value("monitor.failures")).isZero();
    }
}
