package org.dawnline.fsw.core.sequence;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.table.Call;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;

/**
 * Reads a sequence. Its header says {@code times=previous} (each time counts from the step before) or {@code times=start}, and may say
 * {@code priority=5 group=0 modes=SAFE,OPERATIONAL failure=stop}, how much power it may switch on ({@code grantW=1500}) and from which
 * charge it shall be able to run without the Sun ({@code socRatio=0.5}, else the routine reserve). A row is a time and a telecommand with its arguments,
 * {@code +00:00:05.000 loads.POWER load=heater power=ON}, or a wait: {@code +0s WAIT channel=power.soc above=0.5 for=60s else=stop}.
 */
final class SequenceText {
    private static final String WAIT = "WAIT";
    private static final int DEFAULT_PRIORITY = 5;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long MILLISECOND_NANOS = 1_000_000L;
    private static final double LARGEST_LIMIT = 1e15;
    private static final double[] NO_ARGUMENTS = new double[0];

    private SequenceText() {}

    static Sequence read(Rows rows, EnergyReserve reserve) {
        SequenceHeader header = header(rows);
        List<Sequence.Step> steps = new ArrayList<>();
        if (rows.list().size() > Sequence.MAX_STEPS) {
            rows.problems().add(Flaw.TOO_MANY, rows.list().size() + " steps, at most " + Sequence.MAX_STEPS);
        } else {
            long beforeNanos = 0;
            for (Row row : rows.list()) {
                Sequence.Step step = step(row, header, rows.dictionary());
                if (header.fromStart() && step.timeNanos() < beforeNanos) {
                    row.problem(
                            Flaw.CONFLICT,
                            "the time is before that of the step before, and times count from the start");
                }
                beforeNanos = step.timeNanos();
                steps.add(step);
            }
        }
        double grantW = rows.header().number("grantW", 0, LARGEST_LIMIT, LARGEST_LIMIT);
        double socRatio = rows.header().number("socRatio", 0, 1, reserve.routineRatio());
        if (!rows.problems().none()) {
            return new Sequence(header, List.of());
        }
        Sequence sequence = new Sequence(header, steps, rows.dictionary());
        checkPower(rows, sequence.forecast(), grantW, socRatio, reserve);
        return sequence;
    }

    // What its telecommands switch on must be within what the ground grants it, and within what the battery gives
    // without the Sun.
    private static void checkPower(
            Rows rows, PowerForecast forecast, double grantW, double socRatio, EnergyReserve reserve) {
        if (forecast.mostW() > grantW) {
            rows.list()
                    .get(forecast.mostStep())
                    .problem(
                            Flaw.CONFLICT,
                            "what is switched on draws up to " + Math.round(forecast.mostW())
                                    + " W from here on, grantW is " + Math.round(grantW));
        }
        if (!reserve.carries(socRatio, forecast.energyWh())) {
            rows.header()
                    .problem(
                            Flaw.CONFLICT,
                            "what is switched on takes up to " + Math.round(forecast.energyWh())
                                    + " Wh, which the battery does not carry down to its floor from a charge of "
                                    + socRatio);
        }
    }

    private static SequenceHeader header(Rows rows) {
        Row row = rows.header();
        boolean empty = rows.list().isEmpty();
        int times = empty && !row.has("times") ? 0 : row.choice("times", List.of("previous", "start"));
        return new SequenceHeader(
                row.word(2, "the name"),
                row.whole("priority", 0, Sequence.MAX_PRIORITY, DEFAULT_PRIORITY),
                row.whole("group", 0, Sequence.MAX_GROUP, 0),
                times == 1,
                modes(row, rows.dictionary()),
                row.has("failure") && row.choice("failure", List.of("stop", "continue")) == 1);
    }

    private static int modes(Row row, Dictionary dictionary) {
        if (!row.has("modes")) {
            return CommandDeclaration.ALL_MODES;
        }
        int mask = 0;
        List<String> names = dictionary.enumeration("mode");
        for (String name : row.text("modes").split(",", -1)) {
            int mode = names.indexOf(name);
            if (mode < 0) {
                row.problem("modes", Flaw.UNKNOWN_NAME, "has " + name + ", expected " + String.join(",", names));
            } else {
                mask |= 1 << mode;
            }
        }
        return mask;
    }

    private static Sequence.Step step(Row row, SequenceHeader header, Dictionary dictionary) {
        long timeNanos = time(row);
        if (row.words() > 1 && row.word(1, "the telecommand").equals(WAIT)) {
            return new Sequence.Step(timeNanos, Sequence.WAIT, NO_ARGUMENTS, waiting(row));
        }
        Call call = row.callOfWord(1);
        if (call == null) {
            return new Sequence.Step(timeNanos, 0, NO_ARGUMENTS, List.of());
        }
        check(row, call.declaration(), header, dictionary);
        return new Sequence.Step(timeNanos, call.number(), call.values(), List.of());
    }

    private static long time(Row row) {
        String word = row.word(0, "the time");
        if (!word.startsWith("+")) {
            row.problem(
                    Flaw.WRONG_KIND, "the time is " + word + ", expected a + and a duration, such as +00:00:05.000");
            return 0;
        }
        return row.durationNanos(word.substring(1), "the time", 1, 0, DAY_NANOS);
    }

    // What the dispatcher would refuse whenever the sequence may run is refused here.
    private static void check(Row row, CommandDeclaration command, SequenceHeader header, Dictionary dictionary) {
        List<String> modes = dictionary.enumeration("mode");
        for (int mode = 0; mode < modes.size() && header.modes() != CommandDeclaration.ALL_MODES; mode++) {
            if ((header.modes() & (1 << mode)) != 0 && !command.allowedIn(mode)) {
                row.problem(Flaw.CONFLICT, command.name() + " is not allowed in mode " + modes.get(mode));
            }
        }
        if (header.modes() == CommandDeclaration.ALL_MODES && command.modes() != CommandDeclaration.ALL_MODES) {
            row.problem(Flaw.CONFLICT, command.name() + " is not allowed in all modes: say modes= in the header");
        }
        if (command.terms().hazard() == Hazard.CRITICAL && !Origin.SEQUENCE.mayBeCritical()) {
            row.problem(Flaw.CONFLICT, command.name() + " is critical: no sequence may give it");
        }
    }

    private static List<Sequence.Wait> waiting(Row row) {
        Channel channel = row.channel("channel");
        boolean above = row.has("above");
        if (above == row.has("below")) {
            row.problem(Flaw.CONFLICT, "a WAIT has either above= or below=");
        }
        double limit = row.number(above ? "above" : "below", -LARGEST_LIMIT, LARGEST_LIMIT, 0);
        long longestNanos = row.durationNanos("for", MILLISECOND_NANOS, DAY_NANOS);
        boolean goesOn = row.has("else") && row.choice("else", List.of("stop", "continue")) == 1;
        return channel == null ? List.of() : List.of(new Sequence.Wait(channel, above, limit, longestNanos, goesOn));
    }
}
