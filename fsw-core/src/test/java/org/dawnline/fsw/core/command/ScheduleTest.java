package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long S = 1_000_000_000L;
    private static final int KEY = 3;
    private static final int COMMAND = 7;

    private final Schedule schedule = new Schedule();
    private final Telecommand due = new Telecommand(false);

    private void fromGround(long counter, long atUtcNanos) {
        Telecommand command = new Telecommand(false);
        command.fill(KEY, counter, COMMAND, atUtcNanos, Long.MAX_VALUE);
        command.addArgument(counter + 0.5);
        assertThat(schedule.insert(command)).isTrue();
    }

    @Test
    @Tag("CORE-134")
    void whatWaitsIsKnownByKeyAndCounterInBothBuffers() {
        fromGround(11, 10 * S);
        schedule.use(1);
        fromGround(12, 10 * S);
        assertThat(schedule.holds(KEY, 11)).isTrue();
        assertThat(schedule.holds(KEY, 12)).isTrue();
        assertThat(schedule.holds(KEY, 13)).isFalse();
        assertThat(schedule.holds(KEY + 1, 11)).isFalse();
        assertThat(schedule.delete(KEY, 13)).isFalse();
        assertThat(schedule.delete(KEY, 11)).isTrue();
        assertThat(schedule.holds(KEY, 11)).isFalse();
        assertThat(schedule.anyEnded()).isTrue();
        assertThat(schedule.endedKeyId()).isEqualTo(KEY);
        assertThat(schedule.endedCounter()).isEqualTo(11);
        assertThat(schedule.takeEnded()).isEqualTo(Reason.DELETED);
        assertThat(schedule.anyEnded()).isFalse();
    }

    @Test
    @Tag("CORE-135")
    void whatCameWithATableIsTakenOutWithoutAWordAndTheGroundsStays() {
        schedule.insert(0, 5 * S, COMMAND, new double[] {1, 2});
        fromGround(11, 6 * S);
        schedule.insert(0, 7 * S, COMMAND + 1, new double[0]);
        assertThat(schedule.size(0)).isEqualTo(3);
        assertThat(schedule.sizeFromGround(0)).isEqualTo(1);
        assertThat(schedule.command(0, 2)).isEqualTo(COMMAND + 1);
        assertThat(schedule.keyId(0, 0)).isEqualTo(Schedule.NO_KEY);
        schedule.deleteOfTable(0);
        assertThat(schedule.size(0)).isEqualTo(1);
        assertThat(schedule.keyId(0, 0)).isEqualTo(KEY);
        assertThat(schedule.counter(0, 0)).isEqualTo(11);
        assertThat(schedule.utcNanos(0, 0)).isEqualTo(6 * S);
        assertThat(schedule.anyEnded()).as("nobody waits for a report").isFalse();
    }

    @Test
    @Tag("CORE-136")
    void aPieceComesBackAsItWasWrittenAndOnlyWhatChangedIsWrittenAgain() {
        fromGround(11, 20 * S);
        schedule.insert(0, 10 * S, COMMAND + 1, new double[] {4});
        assertThat(schedule.changed()).isTrue();
        assertThat(schedule.changed(0, 0)).isTrue();
        assertThat(schedule.changed(0, 1)).isFalse();
        assertThat(schedule.changed(1, 0)).isFalse();
        ByteBuffer out = ByteBuffer.allocate(1_000);
        schedule.writeChunk(0, 0, out);
        byte[] piece = Arrays.copyOf(out.array(), out.position());
        schedule.written();
        assertThat(schedule.changed()).isFalse();
        assertThat(schedule.changed(0, 0)).isFalse();
        schedule.changeAgain(0, 0);
        assertThat(schedule.changed(0, 0)).isTrue();

        Schedule restarted = new Schedule();
        assertThat(restarted.restore(0, 0, piece)).isTrue();
        assertThat(restarted.restore(1, 0, new byte[piece.length - 1]))
                .as("cut off")
                .isFalse();
        restarted.begin(S);
        assertThat(restarted.takeDue(9 * S, due)).as("not yet").isFalse();
        assertThat(restarted.takeDue(10 * S, due)).isTrue();
        assertThat(due.number()).isEqualTo(COMMAND + 1);
        assertThat(due.argumentCount()).isEqualTo(1);
        assertThat(due.argument(0)).isEqualTo(4);
        assertThat(restarted.takeDue(20 * S, due)).isTrue();
        assertThat(due.counter()).isEqualTo(11);
        assertThat(due.keyId()).isEqualTo(KEY);
        assertThat(due.argument(0)).isEqualTo(11.5);
        assertThat(restarted.executed()).isEqualTo(2);
    }

    @Test
    @Tag("CORE-134")
    void deletedBetweenTwoTimesIsFromTheFirstOnAndBeforeTheSecond() {
        for (int second = 1; second <= 5; second++) {
            fromGround(second, second * S);
        }
        assertThat(schedule.deleteBetween(0, 4 * S, 2 * S))
                .as("the wrong way round")
                .isZero();
        assertThat(schedule.deleteBetween(0, 2 * S, 4 * S)).isEqualTo(2);
        assertThat(schedule.holds(KEY, 1)).isTrue();
        assertThat(schedule.holds(KEY, 2)).isFalse();
        assertThat(schedule.holds(KEY, 3)).isFalse();
        assertThat(schedule.holds(KEY, 4)).isTrue();
    }

    @Test
    @Tag("CORE-134")
    void shiftedIsLaterByAllOfIt() {
        fromGround(11, 10 * S);
        schedule.begin(S);
        schedule.shift(0, 5 * S);
        assertThat(schedule.takeDue(14 * S, due)).isFalse();
        assertThat(schedule.takeDue(15 * S, due)).isTrue();
        assertThat(due.executeAtUtcNanos()).isEqualTo(15 * S);
    }
}
