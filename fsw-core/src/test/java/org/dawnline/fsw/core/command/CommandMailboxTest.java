package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandMailboxTest {
    private final CommandMailbox mailbox = new CommandMailbox();

    private boolean put(long counter) {
        Telecommand slot = mailbox.claim();
        if (slot == null) {
            return false;
        }
        slot.fill(1, counter, (int) (counter % 1000), counter, -counter);
        slot.addArgument(counter);
        mailbox.publish();
        return true;
    }

    @Test
    @Tag("CORE-104")
    @Tag("A6")
    @Tag("B7")
    void urgentTelecommandsHavePlacesThatOthersCannotFill() {
        for (int i = 0; i < CommandMailbox.CAPACITY; i++) {
            assertThat(put(i)).isTrue();
        }
        for (int i = 0; i < CommandMailbox.RESERVED; i++) {
            assertThat(put(999)).isFalse();
            Telecommand slot = mailbox.claim(true);
            assertThat(slot).isNotNull();
            slot.fill(1, 1000 + i, 0, 0, 0);
            mailbox.publish();
        }
        assertThat(mailbox.claim(true)).isNull();
        for (int i = 0; i < CommandMailbox.CAPACITY; i++) {
            assertThat(mailbox.peek().counter).as("in their order").isEqualTo(i);
            mailbox.release();
        }
        assertThat(mailbox.peek().counter).isEqualTo(1000);
        assertThat(mailbox.claim()).as("as soon as there is room again").isNotNull();
    }

    /** Random histories, and a list beside the mailbox. */
    @ParameterizedTest
    @Tag("CORE-013")
    @Tag("CORE-104")
    @Tag("N8")
    @ValueSource(longs = {1, 2, 3})
    void itTakesAndGivesWhatAListWould(long seed) {
        SplittableRandom luck = new SplittableRandom(seed);
        Deque<Long> list = new ArrayDeque<>();
        int refused = 0;
        for (long counter = 1; counter <= 20_000; counter++) {
            boolean filling = counter / 1_000 % 2 == 0;
            if (luck.nextInt(10) < (filling ? 7 : 3)) {
                boolean urgent = luck.nextInt(4) == 0;
                boolean room = list.size() < CommandMailbox.CAPACITY + (urgent ? CommandMailbox.RESERVED : 0);
                Telecommand slot = mailbox.claim(urgent);
                assertThat(slot != null).as("telecommand %d", counter).isEqualTo(room);
                if (slot != null) {
                    slot.fill(1, counter, 0, 0, 0);
                    mailbox.publish();
                    list.add(counter);
                }
                refused += room ? 0 : 1;
            } else if (!list.isEmpty()) {
                assertThat(mailbox.peek().counter).isEqualTo(list.remove());
                mailbox.release();
            } else {
                assertThat(mailbox.peek()).isNull();
            }
            assertThat(mailbox.size()).isEqualTo(list.size());
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    @Tag("CORE-013")
    void aFullMailboxRefusesTheNewcomerAndKeepsWhatItHas() {
        for (int i = 0; i < CommandMailbox.CAPACITY; i++) {
            assertThat(put(i)).isTrue();
        }
        assertThat(put(999)).isFalse();
        assertThat(mailbox.size()).isEqualTo(CommandMailbox.CAPACITY);
        Telecommand oldest = mailbox.peek();
        assertThat(oldest).isNotNull();
        assertThat(oldest.counter()).isZero();
        mailbox.release();
        assertThat(put(1000)).isTrue();
    }

    @Test
    @Tag("CORE-013")
    void aClaimedSlotIsInvisibleUntilItIsPublished() {
        assertThat(mailbox.claim()).isNotNull();
        assertThat(mailbox.peek()).isNull();
        mailbox.publish();
        assertThat(mailbox.peek()).isNotNull();
    }

    @Test
    @Tag("CORE-013")
    void twoThreadsPassEveryTelecommandWholeAndInOrder() throws InterruptedException {
        long count = 300_000;
        AtomicLong refused = new AtomicLong();
        Thread producer = new Thread(() -> {
            for (long i = 1; i <= count; i++) {
                while (!put(i)) {
                    refused.incrementAndGet();
                    Thread.onSpinWait();
                }
            }
        });
        producer.start();
        long wrong = 0;
        for (long next = 1; next <= count; ) {
            Telecommand command = mailbox.peek();
            if (command == null) {
                Thread.onSpinWait();
                continue;
            }
            boolean whole = command.counter == next
                    && command.executeAtUtcNanos == next
                    && command.notAfterUtcNanos == -next
                    && command.argumentCount == 1
                    && command.arguments[0] == next;
            wrong += whole ? 0 : 1;
            mailbox.release();
            next++;
        }
        producer.join();
        assertThat(wrong).isZero();
        assertThat(mailbox.size()).isZero();
    }
}
