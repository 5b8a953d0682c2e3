package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Problem;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.table.TableText;

/** Monitors and actions over a component that the test plays. */
final class ActionFlight {
    enum Alarm implements EventType {
        BELL,
        ECHO;

        @Override
        public Severity severity() {
            return Severity.ACTIVITY_LO;
        }

        @Override
        public String pattern() {
            return "";
        }
    }

    final Bench bench = new Bench();
    final Face source = bench.face("source");
    final Channel value = source.channel("value", Unit.NONE, "what is judged");
    final Channel other = source.channel("other", Unit.NONE, "what is judged, too");
    final Events<Alarm> alarms = source.events(Alarm.class);
    final List<String> deeds = new ArrayList<>();
    final Monitors monitors;
    final Actions actions;
    boolean sequencesStart = true;
    boolean echoes;

    ActionFlight(Shelf shelf) {
        source.command(
                "SET_FAN",
                "Turns the fan.",
                arguments -> {
                    deeds.add("fan " + arguments[0] + " " + arguments[1]);
                    if (echoes) {
                        alarms.raise(Alarm.ECHO);
                    }
                    return arguments[0] < 0 ? Outcome.FAILED_DEVICE : Outcome.COMPLETED;
                },
                Argument.real("speed", Unit.NONE, -1, 1, "speed"),
                Argument.whole("fan", 0, 3, "which"));
        monitors = new Monitors(bench.face("monitor"), shelf, new InlineWorker());
        actions = new Actions(
                bench.face("action"),
                bench.registrar.events(),
                monitors,
                new Actions.Means(
                        bench.commands,
                        (slot, by) -> {
                            deeds.add("sequence " + slot + " by " + by);
                            return sequencesStart;
                        },
                        () -> deeds.add("safe")),
                shelf,
                new InlineWorker());
        bench.fly(Bench.S, monitors, actions);
    }

    List<String> problems(Table<?> table, String text) {
        Problems problems = new Problems();
        TableText.of(text).read(table, bench.dictionary(), problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    <T> void load(Table<T> table, String text) {
        Problems problems = new Problems();
        var content = TableText.of(text).read(table, bench.dictionary(), problems);
        assertThat(problems.list()).isEmpty();
        table.activate(content.value());
    }

    void loadMonitors(String rows) {
        load(monitors.table(), "table monitors test version=1\n" + rows);
    }

    void loadActions(String rows) {
        load(actions.table(), "table actions test version=1\n" + rows);
    }

    void tick(double newValue) {
        value.set(newValue);
        bench.tick(1);
    }

    Stage set(int id, MonitorState state) {
        return lasting("action.SET_STATE", id, state.ordinal());
    }

    Stage setMonitor(int id, MonitorState state) {
        return lasting("monitor.SET_STATE", id, state.ordinal());
    }

    /** The end of a telecommand that is done when it is kept. */
    Stage lasting(String command, double... arguments) {
        long sent = bench.send(command, arguments);
        bench.tick(2);
        return bench.last(sent).stage();
    }
}
