package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.command.Reason;
import org.dawnline.sim.links.MessagePath;
import org.dawnline.sim.links.MessagePath.Way;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TSIM-050")
class DisturbedLinkTest {
    private static final int COMMANDS = 20;

    @Test
    void everyDamagedTelecommandIsRejectedAndCountedAndEveryWholeOneRunsOnce() {
        Flight flight = Flights.fly("4 min", commandsUnder("{fault: message.flip, value: 0.0002, at: 10 s}"))
                .flight();

        MessagePath path = flight.world().messages();
        LoopbackGround ground = (LoopbackGround) flight.ground();
        assertThat(path.damaged(Way.UP)).isBetween(3L, 40L);
        assertThat(refused(flight)).isEqualTo(path.damaged(Way.UP));
        assertThat(flight.telecommands().byOutcome())
                .containsEntry("completed", (long) COMMANDS)
                .containsEntry("unanswered", 0L);
        assertThat(ground.figures().executedTwice()).isZero();
        assertThat(ground.figures().executedUnsent()).isZero();
        assertThat(ground.figures().attackUncounted()).isZero();
    }

    @Test
    void everyDamagedMessageOfTheSatelliteIsNoticedByTheGround() {
        Flight flight = Flights.fly("2 min", commandsUnder("{fault: message.flip, value: 0.0002, at: 10 s}"))
                .flight();

        MessagePath path = flight.world().messages();
        assertThat(path.damaged(Way.DOWN)).isGreaterThan(100);
        assertThat(((LoopbackGround) flight.ground()).damagedMessages()).isEqualTo(path.damaged(Way.DOWN));
    }

    @Test
    void whatIsLostIsSentAgainUntilItArrives() {
        Flight flight = Flights.fly("4 min", commandsUnder("{fault: message.loss, value: 0.6, at: 10 s}"))
                .flight();

        assertThat(flight.world().messages().lost(Way.UP)).isGreaterThan(5);
        assertThat(flight.telecommands().byOutcome()).containsEntry("completed", (long) COMMANDS);
        assertThat(refused(flight)).isZero();
    }

    @Test
    void aDelayDelaysTelecommandsAndTheirReports() {
        Flight flight = Flights.fly("4 min", commandsUnder("{fault: message.delay, value: 20, at: 10 s}"))
                .flight();

        assertThat(flight.telecommands().lines())
                .filteredOn(line -> line.outcome() != null)
                .hasSize(COMMANDS)
                .allSatisfy(line -> assertThat(line.answeredS()).isBetween(40.0, 50.0));
    }

    @Test
    void lightAndTheRelayTakeTheirTimeWithoutAnyFault() {
        Flight flight = Flights.fly("1 min", "telecommands:\n  - {command: core.NOOP, at: 30 s}\n")
                .flight();

        assertThat(flight.world().messages().delayS()).isBetween(0.04, 0.06);
        assertThat(flight.telecommands().lines())
                .allSatisfy(line -> assertThat(line.answeredS()).isBetween(0.08, 0.5));
        assertThat(flight.world().messages().damaged(Way.DOWN)).isZero();
    }

    @Test
    void aDisturbedFlightRepeatsToTheBit() {
        String body = commandsUnder("{fault: message.flip, value: 0.0001, at: 10 s}");
        Report one = Flights.fly("1 min", body);
        Report other = Flights.fly("1 min", body);

        assertThat(one.flight().digest()).isEqualTo(other.flight().digest());
    }

    private static long refused(Flight flight) {
        long sum = 0;
        for (Reason reason : Reason.values()) {
            sum += flight.spacecraft().groundLink().rejected(reason);
        }
        return sum;
    }

    private static String commandsUnder(String fault) {
        StringBuilder body = new StringBuilder("faults:\n  - " + fault + "\ntelecommands:\n");
        for (int i = 0; i < COMMANDS; i++) {
            body.append("  - {command: core.NOOP, at: ").append(20 + 2 * i).append(" s}\n");
        }
        return body.toString();
    }
}
