package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
