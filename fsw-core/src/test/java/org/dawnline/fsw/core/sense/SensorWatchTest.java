package org.dawnline.fsw.core.sense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SensorWatchTest {
    private static final SensorRules RULES = SensorRules.of(0, 100, 2);
    private static final int LONE = 0;
    private static final int SECOND_OF_THREE = 2;

    enum Said implements EventType {
        SUSPECT,
        BACK;

        @Override
        public Severity severity() {
            return Severity.WARNING_LO;
        }

        @Override
        public String pattern() {
            return "{0:xSensor} {1:xDoubt} reads {2}, {3} is believed";
        }
    }

    private record Raised(String event, int sensor, Doubt doubt, double reading, double value) {}

    private final Bench bench = new Bench();
    private final SensorGroup lone = new SensorGroup(1, RULES);
    private final SensorGroup three = new SensorGroup(3, RULES);
    private final List<Raised> raised = new ArrayList<>();
    private double loneReading = 50;
    private double secondReading = 20;

    @BeforeEach
    void fly() {
        Face face = bench.face("x");
        SensorWatch<Said> watch = new SensorWatch.Roster()
                .add("volts", lone)
                .add("plate", three)
                .watch(face, face.events(Said.class), Said.SUSPECT, Said.BACK);
        bench.fly(Bench.S, new Watcher(watch)).attach(new Log());
    }

    private final class Watcher implements Component {
        private final SensorWatch<Said> watch;

        Watcher(SensorWatch<Said> watch) {
            this.watch = watch;
        }

        @Override
        public String name() {
            return "x";
        }

        @Override
        public void step(Tick tick) {
            lone.take(0, loneReading, 0);
            lone.judge(1);
            three.take(0, 20, 0);
            three.take(1, secondReading, 0);
            three.take(2, 21, 0);
            three.judge(1);
            watch.report();
        }
    }

    private final class Log implements Recorder {
        private List<String> names = List.of();

        @Override
        public void begin(Dictionary dictionary) {
            names = dictionary.events().stream().map(event -> event.name()).toList();
        }

        @Override
        public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
            // channels are read where they are
        }

        @Override
        public void events(EventLog log, long cycle, long utcNanos) {
            for (int i = 0; i < log.count(); i++) {
                if (names.get(log.id(i)).startsWith("x.")) {
                    raised.add(new Raised(
                            names.get(log.id(i)),
                            (int) log.argument(i, 0),
                            Doubt.values()[(int) log.argument(i, 1)],
                            log.argument(i, 2),
                            log.argument(i, 3)));
                }
            }
        }

        @Override
        public void reports(CommandReports reports, long cycle, long utcNanos) {
            // nobody commands here
        }
    }

    @Test
    @Tag("CORE-081")
    void theGroundKnowsEachSensorByNameAndEachDoubt() {
        assertThat(bench.dictionary().enumeration("xSensor")).containsExactly("volts", "plate.0", "plate.1", "plate.2");
        assertThat(bench.dictionary().enumeration("xDoubt"))
                .containsExactly("NONE", "NOT_A_NUMBER", "OUT_OF_RANGE", "STALE", "FROZEN", "JUMPS", "DISAGREES");
        bench.tick(30);
        assertThat(bench.value("x.suspectSensors")).isZero();
        assertThat(raised).isEmpty();
    }

    @Test
    @Tag("CORE-081")
    void aSuspectIsSaidOnceWithItsCauseItsReadingAndWhatIsBelievedInstead() {
        secondReading = 30;
        bench.tick(30); // its last vote makes 21 of 20.5
        assertThat(raised).containsExactly(new Raised("x.SUSPECT", SECOND_OF_THREE, Doubt.DISAGREES, 30, 21));
        assertThat(bench.value("x.suspectSensors")).isEqualTo(1);
        loneReading = 400;
        bench.tick(30);
        assertThat(raised.subList(1, raised.size()))
                .containsExactly(new Raised("x.SUSPECT", LONE, Doubt.OUT_OF_RANGE, 400, Double.NaN));
        assertThat(bench.value("x.suspectSensors")).isEqualTo(2);
    }

    @Test
    @Tag("CORE-084")
    void aSensorThatIsBelievedAgainIsSaidOnceToo() {
        secondReading = Double.NaN;
        bench.tick(30);
        secondReading = 20;
        bench.tick(200);
        assertThat(raised)
                .containsExactly(
                        new Raised("x.SUSPECT", SECOND_OF_THREE, Doubt.NOT_A_NUMBER, Double.NaN, 20.5),
                        new Raised("x.BACK", SECOND_OF_THREE, Doubt.NONE, 20, 20.5));
        assertThat(bench.value("x.suspectSensors")).isZero();
    }
}
