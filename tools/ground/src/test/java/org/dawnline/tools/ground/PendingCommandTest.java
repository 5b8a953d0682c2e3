package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PendingCommandTest {
    private static final long NOT_AT_ALL = 0;
    private static final long LONG_NANOS = 60_000_000_000L;

    private final PendingCommand command = new PendingCommand(1);

    private void heard(Stage stage, Reason reason, boolean unproved) {
        command.heard(
                VerificationReport.newBuilder()
                        .setStage(stage.name())
                        .setReason(reason.name())
                        .setUnproved(unproved)
                        .build(),
                stage);
    }

    @Test
    @Tag("GND-002")
    void aForgersRejectionDoesNotEndATelecommandThatIsOnItsWay() throws Exception {
        heard(Stage.REJECTED, Reason.BAD_MAC, true);
        heard(Stage.RECEIVED, Reason.NONE, false);
        assertThat(command.await(NOT_AT_ALL).timedOut()).isTrue();
        heard(Stage.REJECTED, Reason.REPLAYED, true);
        heard(Stage.COMPLETED, Reason.NONE, false);
        CommandResult result = command.await(LONG_NANOS);
        assertThat(result.completed()).isTrue();
        assertThat(result.stages()).containsExactly(Stage.RECEIVED, Stage.COMPLETED);
    }

    @Test
    @Tag("GND-002")
    void withoutAnythingBetterTheDoubtfulRejectionCounts() throws Exception {
        heard(Stage.REJECTED, Reason.BAD_MAC, true);
        CommandResult result = command.await(LONG_NANOS);
        assertThat(result.outcome()).isEqualTo(Stage.REJECTED);
        assertThat(result.reason()).isEqualTo(Reason.BAD_MAC);
    }
}
