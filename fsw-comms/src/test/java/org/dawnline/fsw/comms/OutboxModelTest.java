package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of an outbox, with restarts, and two lists beside it. */
class OutboxModelTest {
    private static final int OPERATIONS = 4_000;
    private static final int CAPACITY = 8;

    private final MemoryArchive archive = new MemoryArchive();
    private final Topic topic = new Topics("test").events();
    private final List<Integer> waiting = new ArrayList<>();
    private final List<Integer> underWay = new ArrayList<>();
    private final List<Long> ticketsUnderWay = new ArrayList<>();
    private Outbox box = outbox();
    private long tickets;
    private long lost;
    private int acknowledged;
    private int restarts;

    private Outbox outbox() {
        Outbox fresh = new Outbox(CAPACITY);
        fresh.keepBy(new KeptMessages(archive, "outbox"), topic, 0, () -> ++tickets);
        return fresh;
    }

    @ParameterizedTest
    @Tag("COM-007")
    @Tag("COM-040")
    @Tag("N8")
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingIsLostButTheOldestOfAFullBoxAndTheOrderIsKept(long seed) {
        SplittableRandom luck = new SplittableRandom(seed);
        for (int number = 1; number <= OPERATIONS; number++) {
            act(luck.nextInt(20), number, luck);
            Outbox.Entry first = box.first();
            assertThat(first == null ? 0 : first.items())
                    .as("operation %d", number)
                    .isEqualTo(waiting.isEmpty() ? 0 : waiting.get(0));
            assertThat(box.fill()).isEqualTo(waiting.size() + underWay.size());
            assertThat(box.underWay()).isEqualTo(underWay.size());
            assertThat(box.lostItems()).isEqualTo(lost);
        }
        assertThat(acknowledged).isGreaterThan(OPERATIONS / 10);
        assertThat(restarts).isGreaterThan(OPERATIONS / 50);
    }

    private void act(int what, int number, SplittableRandom luck) {
        if (what < 8) {
            box.add(new Outbox.Entry(++tickets, topic, 0, new byte[0], number));
            waiting.add(number);
            if (waiting.size() + underWay.size() > CAPACITY) {
                lost += take(waiting, 0);
            }
        } else if (what < 13) {
            send();
        } else if (what < 17 && !underWay.isEmpty()) {
            int which = luck.nextInt(underWay.size());
            Outbox.Entry mine = box.acknowledged(take(ticketsUnderWay, which));
            assertThat(mine).isNotNull();
            assertThat(mine.items()).isEqualTo(take(underWay, which));
            acknowledged++;
        } else if (what == 17) {
            assertThat(box.acknowledged(-1 - luck.nextInt(9)))
                    .as("of another box")
                    .isNull();
        } else if (what == 18) {
            box.rewind();
            backToWaiting();
        } else if (what == 19) {
            box = outbox();
            backToWaiting();
            lost = 0;
            restarts++;
        }
    }

    private static <T> T take(List<T> from, int index) {
        return from.remove(index);
    }

    private void send() {
        Outbox.Entry first = box.first();
        if (first != null) {
            box.firstIsUnderWay();
            ticketsUnderWay.add(first.ticket());
            underWay.add(take(waiting, 0));
        }
    }

    private void backToWaiting() {
        waiting.addAll(0, underWay);
        underWay.clear();
        ticketsUnderWay.clear();
    }
}
