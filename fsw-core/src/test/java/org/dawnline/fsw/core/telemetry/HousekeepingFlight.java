package org.dawnline.fsw.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.Problem;
import org.dawnline.fsw.core.table.Problems;
import org.dawnline.fsw.core.table.TableText;

/** Housekeeping over channels that the test sets. */
final class HousekeepingFlight {
    static final int CHANNELS = 300;

    /** One value of a report. */
    record Sent(int set, String channel, double value, boolean stale) {}

    final Bench bench = new Bench();
    final List<Channel> channels = new ArrayList<>();
    final Housekeeping housekeeping = new Housekeeping(bench.face("housekeeping"));
    final List<List<Sent>> reports = new ArrayList<>();

    HousekeepingFlight() {
        Face source = bench.face("source");
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(source.channel("c" + i, Unit.NONE, "one of many"));
        }
        bench.fly(Bench.S, housekeeping);
        housekeeping.use(bench.dictionary());
        housekeeping.attach((report, cycle, utcNanos) -> {
            List<Sent> sent = new ArrayList<>();
            for (int i = 0; i < report.count(); i++) {
                String name =
                        bench.dictionary().channels().get(report.channel(i)).name();
                sent.add(new Sent(report.set(), name, report.value(i), report.stale(i)));
            }
            reports.add(sent);
        });
        bench.tick(1);
    }

    Stage command(String verb, double... arguments) {
        return bench.command("housekeeping." + verb, arguments).stage();
    }

    Stage append(int set, int channel, SendRule rule, double by) {
        return command("APPEND", set, channels.get(channel).number(), rule.ordinal(), by);
    }

    List<String> load(String rows) {
        Problems problems = new Problems();
        var content = TableText.of("table housekeeping test version=1\n" + rows)
                .read(housekeeping.table(), bench.dictionary(), problems);
        if (content != null) {
            housekeeping.table().activate(content.value());
        }
        return problems.list().stream().map(Problem::toString).toList();
    }

    /** One step with new values of the first channels; returns what was sent. */
    List<Sent> tick(double... values) {
        for (int i = 0; i < values.length; i++) {
            channels.get(i).set(values[i]);
        }
        int before = reports.size();
        bench.tick(1);
        List<Sent> sent = new ArrayList<>();
        reports.subList(before, reports.size()).forEach(sent::addAll);
        return sent;
    }

    void assertSent(List<Sent> sent, Object... channelsAndValues) {
        List<Sent> wanted = new ArrayList<>();
        for (int i = 0; i < channelsAndValues.length; i += 2) {
            wanted.add(new Sent(0, "source.c" + channelsAndValues[i], (Double) channelsAndValues[i + 1], false));
        }
        assertThat(sent).isEqualTo(wanted);
    }
}
