package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.run.TelecommandBook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Flights in which the process is killed twice, each time at a point of its work that the seed draws, while telecommands come in every
 * tenth of a second.
 */
class KilledFlightsTest {
    private static final int SEEDS = Integer.getInteger("dawnline.killedFlights", 8);
    private static final double[] KILLS_S = {90, 180};
    private static final int AROUND = 12;
    private static final List<String> STATES = List.of("DISABLED", "OFF");
    private static final double SPACING_S = 0.1;

    static List<Long> seeds() {
        return java.util.stream.LongStream.rangeClosed(1, SEEDS).boxed().toList();
    }

    private static String body(long seed) {
        StringBuilder text = new StringBuilder("seed: " + seed + "\ntelecommands:\n");
        int number = 0;
        for (double killS : KILLS_S) {
            for (int i = 0; i < AROUND; i++) {
                String command = switch (i % 3) {
                    case 0 -> "comms.PING, arguments: {echo: " + number + "}";
                    case 1 -> "parameters.SET, arguments: {parameter: comms.silenceS, value: " + (1000 + number) + "}";
                    default -> "monitor.SET_STATE, arguments: {monitor: 101, state: " + STATES.get(i / 3 % 2) + "}";
                };
                text.append(String.format(
                        java.util.Locale.ROOT,
                        "  - {command: %s, at: %.1f s}%n",
                        command,
                        killS - 0.5 + i * SPACING_S));
                number++;
            }
        }
        return text + """
                faults:
                  - {fault: flight.kill, value: 4, at: 90 s}
                  - {fault: flight.kill, value: 4, at: 180 s}
                pass:
                  - {metric: telecommandsExecutedTwice, equals: 0}
                  - {metric: boots, equals: 3}
                  - {channel: truth.jobsRunning, equals: 1, from: 1 s}
                  - {channel: mode.current, equals: OPERATIONAL, when: end}
                  - {channel: state.bootCount, equals: 3, when: end}
                """;
    }

    private static Report fly(long seed, RunOptions options) {
        return SimulationRun.of(Flights.scenario("4 min", body(seed)), options).fly();
    }

    private static void judge(Report report) {
        assertThat(report.criteria()).allSatisfy(criterion -> {
            if (!criterion.name().startsWith("telecommand ")) {
                assertThat(criterion.pass()).as("%s", criterion).isTrue();
            }
        });
        assertThat(report.violations()).isEmpty();
        List<TelecommandBook.Line> lines = report.flight().telecommands().lines();
        assertThat(lines).hasSize(KILLS_S.length * AROUND).allSatisfy(line -> {
            boolean done = line.outcome() == Stage.COMPLETED;
            boolean cut = line.outcome() == Stage.FAILED && line.reason() == Reason.RESTART;
            assertThat(done || cut)
                    .as("%s is %s", line.planned(), line.outcomeText())
                    .isTrue();
        });
        assertThat(silenceS(report)).isIn(allowed(lines, "parameters.SET", i -> 1000.0 + i));
        for (String state : STATES) {
            double isSo = report.flight().channel("monitor.state." + state).getAsDouble();
            assertThat(isSo)
                    .as(state)
                    .isIn(allowed(
                            lines,
                            "monitor.SET_STATE",
                            i -> STATES.get(i / 3 % 2).equals(state) ? 1.0 : 0.0));
        }
    }

    private static double silenceS(Report report) {
        return report.flight().spacecraft().executive().dictionary().parameters().stream()
                .filter(parameter -> parameter.name().equals("comms.silenceS"))
                .mapToDouble(Parameter::value)
                .findFirst()
                .orElseThrow();
    }

    // What the last one that was acknowledged has made it, or a later one that a kill cut short after it was stored.
    private static List<Double> allowed(List<TelecommandBook.Line> lines, String command, IntToDoubleFunction made) {
        List<Double> values = new java.util.ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).planned().command().equals(command)) {
                if (lines.get(i).outcome() == Stage.COMPLETED) {
                    values.clear();
                }
                values.add(made.applyAsDouble(i));
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("TSIM-150")
    @Tag("A10")
    void whereverItIsKilledEachTelecommandHasOneEndAndNothingAcknowledgedIsGone(long seed) {
        judge(fly(seed, RunOptions.of(Flights.VEHICLES)));
    }

    @Test
    @Tag("TSIM-150")
    @Tag("A10")
    void theSameHoldsWithAnArchiveOnADisk(@TempDir Path folder) {
        Report report = fly(1, RunOptions.of(Flights.VEHICLES).withArchive(folder));
        judge(report);
        assertThat(folder.resolve("archive.db")).exists();
    }

    @Test
    @Tag("TSIM-150")
    void theSameSeedKillsAtTheSamePoint() {
        assertThat(fly(3, RunOptions.of(Flights.VEHICLES)).flight().digest())
                .isEqualTo(fly(3, RunOptions.of(Flights.VEHICLES)).flight().digest())
                .isNotEqualTo(fly(4, RunOptions.of(Flights.VEHICLES)).flight().digest());
    }
}
