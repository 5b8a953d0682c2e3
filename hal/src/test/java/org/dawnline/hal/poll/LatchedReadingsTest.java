package org.dawnline.hal.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LatchedReadingsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE_NANOS = 20 * SECOND;
    private static final int ENOUGH = 20_000;
    private static final int TOO_FEW = 20;
    private static final int ROUNDS_PER_TURN = 10;

    private final ReadingTable table = new ReadingTable(2, 3);
    private final LatchedReadings latched = new LatchedReadings(table, 5.0);

    @Test
    @Tag("HAL-013")
    void whatWasNeverWrittenIsUnknownAndHasNoAge() {
        latched.latch(7 * SECOND);
        assertThat(latched.value(0, 0)).isNaN();
        assertThat(latched.ageS(0)).isNaN();
        assertThat(latched.fresh(0)).isFalse();
    }

    @Test
    @Tag("HAL-013")
    void valuesStayFrozenUntilTheNextLatch() {
        table.publish(1, new double[] {1, 2, 3}, 10 * SECOND);
        latched.latch(11 * SECOND);
        table.publish(1, new double[] {4, 5, 6}, 12 * SECOND);
        assertThat(latched.value(1, 2)).isEqualTo(3);
        assertThat(latched.ageS(1)).isEqualTo(1.0);
        latched.latch(12 * SECOND);
        assertThat(latched.value(1, 2)).isEqualTo(6);
        assertThat(latched.ageS(1)).isZero();
        assertThat(latched.value(0, 0)).as("the other row").isNaN();
    }

    @Test
    @Tag("HAL-013")
    void oldValuesAreUnknownButKeepTheirAge() {
        table.publish(0, new double[] {1, 2, 3}, 0);
        latched.latch(5 * SECOND);
        assertThat(latched.value(0, 0)).isEqualTo(1);
        latched.latch(5 * SECOND + 1);
        assertThat(latched.value(0, 0)).isNaN();
        assertThat(latched.ageS(0)).isGreaterThan(5.0);
    }

    @Test
    @Tag("HAL-013")
    void aRowWhoseWriterStoppedHalfWayKeepsItsOldCopyUntilItIsWhole() {
        table.publish(0, new double[] {1, 2, 3}, SECOND);
        latched.latch(SECOND);
        assertThatThrownBy(() -> table.publish(0, new double[] {4, 5}, 2 * SECOND)) // two of three are written
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        latched.latch(2 * SECOND);
        assertThat(latched.value(0, 0)).isEqualTo(1);
        assertThat(latched.value(0, 1)).isEqualTo(2);
        assertThat(latched.ageS(0)).as("the age of the old copy").isEqualTo(1.0);
    }

    /**
     * How many rows it sees is the machine's affair: where reader and writer share one processor with others, it is one for each turn that
     * the writer gets.
     */
    @Test
    @Tag("HAL-013")
    void aReaderNeverSeesHalfOfAnUpdate() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            double[] row = new double[3];
            for (long round = 1; !stop.get(); round++) {
                row[0] = round;
                row[1] = round;
                row[2] = round;
                table.publish(0, row, round);
                if (round % ROUNDS_PER_TURN == 0) {
                    Thread.yield();
                }
            }
        });
        writer.start();
        double last = 0;
        int seen = 0;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (seen < ENOUGH && System.nanoTime() < end) {
            latched.latch(0);
            double first = latched.value(0, 0);
            if (first > last) {
                assertThat(latched.value(0, 1) == first && latched.value(0, 2) == first)
                        .as("row %s is whole", first)
                        .isTrue();
                seen++;
            } else {
                assertThat(Double.isNaN(first) || first == last)
                        .as("%s after %s", first, last)
                        .isTrue();
                Thread.yield(); // or a writer on the same processor gets its turn only when ours is over
            }
            last = Double.isNaN(first) ? last : first;
        }
        stop.set(true);
        writer.join();
        assertThat(seen).as("rows read while they changed").isGreaterThan(TOO_FEW);
    }
}
