package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.ground.EventLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KillsBookTest {
    private final KillsBook book = new KillsBook();

    private void report(long counter, Stage stage, Reason reason, long utcNanos) {
        book.hear(VerificationReport.newBuilder()
                .setCounter(counter)
                .setStage(stage.name())
                .setReason(reason.name())
                .setUtcNanos(utcNanos)
                .build());
    }

    private void event(String name, String text, long utcNanos) {
        book.hear(new EventLine(name, "COMMAND", text, 0, utcNanos));
    }

    @Test
    @Tag("CLI-040")
    void oneEndForEachAndTheNewestValueInForceIsFine() {
        report(1, Stage.RECEIVED, Reason.NONE, 1);
        report(1, Stage.COMPLETED, Reason.NONE, 2);
        report(1, Stage.COMPLETED, Reason.NONE, 2); // once more, since its acknowledgement was lost
        report(2, Stage.ACCEPTED, Reason.NONE, 3);
        report(2, Stage.FAILED, Reason.RESTART, 9);
        book.sentValue(1001, 1);
        book.sentValue(1002, 2);
        event("parameters.VALUE", "comms.silenceS is 1001, its default is 21600", 4);
        event("parameters.VALUE", "comms.silenceS is 1002, its default is 21600", 8);
        event("comms.PONG", "ping 3", 5);
        event("boot.SAFE_TOPOLOGY", "3 starts failed", 20);
        event("parameters.VALUE", "comms.silenceS is 21600, its default is 21600", 21);

        assertThat(book.violations()).isEmpty();
        assertThat(book.valuesChecked()).isEqualTo(2);
        assertThat(book.open()).isZero();
        assertThat(book.ended(Stage.FAILED, Reason.RESTART)).isEqualTo(1);
    }

    @Test
    @Tag("CLI-040")
    void everythingThatMustNotBeIsFound() {
        report(1, Stage.COMPLETED, Reason.NONE, 2);
        report(1, Stage.FAILED, Reason.RESTART, 4);
        report(2, Stage.STARTED, Reason.NONE, 3);
        book.sentValue(1001, 1);
        event("parameters.VALUE", "comms.silenceS is 21600, its default is 21600", 3);
        event("comms.PONG", "ping 3", 5);
        event("comms.PONG", "ping 3", 6);

        assertThat(book.open()).isEqualTo(1);
        assertThat(book.violations())
                .containsExactly(
                        "telecommand 1 has 2 ends: [COMPLETED NONE at 2, FAILED RESTART at 4]",
                        "telecommand 2 was acknowledged and has no end",
                        "ping 3 was executed 2 times",
                        "value 21600 of telecommand 0 is in force, but that of 1 was acknowledged before");
    }
}
