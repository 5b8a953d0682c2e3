package org.dawnline.fsw.core.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandCountsTest {
    private final Bench bench = new Bench();
    private int resets;

    private void fly() {
        Face face = bench.face("x");
        face.command("DO", "Does it.", arguments -> Outcome.FAILED_STATE, Argument.whole("n", 0, 3, "a number"));
        face.onResetCounters(() -> resets++);
        bench.face("y");
        bench.fly(100 * Bench.MS);
    }

    @Test
    @Tag("CORE-103")
    @Tag("B3")
    void everyComponentAnswersNoopAndCountsWhatItTookAndRefused() {
        fly();
        bench.command("x.DO", 1);
        bench.command("x.DO", 4);
        bench.command("x.DO");
        bench.commands.command(Origin.ACTION, 0, bench.dictionary().commandNumber("x.DO"), new double[] {2});
        assertThat(bench.command("x.NOOP").stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.value("x.commandsAccepted")).isEqualTo(3);
        assertThat(bench.value("x.commandsRejected")).isEqualTo(2);
        assertThat(bench.value("y.commandsAccepted")).isZero();
        for (String component : new String[] {"x", "y", "mode", "commands", "core"}) {
            assertThat(bench.command(component + ".NOOP").stage()).as(component).isEqualTo(Stage.COMPLETED);
            assertThat(bench.value(component + ".commandsAccepted"))
                    .as(component)
                    .isPositive();
        }
    }

    @Test
    @Tag("CORE-103")
    @Tag("B3")
    void resetCountersClearsTheCountsAndWhatTheComponentAdds() {
        fly();
        bench.command("x.DO", 1);
        bench.command("x.DO", 4);
        bench.command("y.NOOP");
        assertThat(bench.command("x.RESET_COUNTERS").stage()).isEqualTo(Stage.COMPLETED);
        assertThat(bench.value("x.commandsAccepted")).isZero();
        assertThat(bench.value("x.commandsRejected")).isZero();
        assertThat(bench.value("y.commandsAccepted")).as("another's").isEqualTo(1);
        assertThat(resets).isEqualTo(1);
    }
}
