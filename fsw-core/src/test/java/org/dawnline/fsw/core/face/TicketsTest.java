package org.dawnline.fsw.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CORE-102")
class TicketsTest {
    private final Tickets tickets = new Tickets();

    private int slotOf(long ticket) {
        return (int) (ticket % Tickets.CAPACITY);
    }

    @Test
    void thereAreAsManyTicketsAsPlacesAndNoTwoAreAlike() {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < Tickets.CAPACITY; i++) {
            taken.add(tickets.take());
        }
        assertThat(taken).doesNotHaveDuplicates().doesNotContain(Tickets.NONE);
        assertThat(tickets.take()).isEqualTo(Tickets.NONE);
        assertThat(tickets.count()).isEqualTo(Tickets.CAPACITY);
        tickets.giveBack(slotOf(taken.get(5)));
        assertThat(tickets.count()).isEqualTo(Tickets.CAPACITY - 1);
        assertThat(tickets.take()).as("the place of an old one, not its number").isNotIn(taken);
    }

    @Test
    void aTelecommandEndsOnceWithItsNumber() {
        long ticket = tickets.take();
        assertThat(tickets.running(ticket)).isTrue();
        assertThat(tickets.finish(ticket, Outcome.COMPLETED, 42)).isTrue();
        assertThat(tickets.finish(ticket, Outcome.FAILED_STATE, 7)).isFalse();
        assertThat(tickets.running(ticket)).isFalse();
        assertThat(tickets.outcome(slotOf(ticket))).isEqualTo(Outcome.COMPLETED);
        assertThat(tickets.answer(slotOf(ticket))).isEqualTo(42);
        assertThatThrownBy(() -> tickets.finish(ticket, Outcome.RUNNING)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVoidTicketEndsAndMovesNothing() {
        long old = tickets.take();
        tickets.giveBack(slotOf(old));
        tickets.giveBack(slotOf(old));
        assertThat(tickets.count()).isZero();
        assertThat(tickets.held(slotOf(old))).isFalse();
        long next = tickets.take();
        assertThat(slotOf(next)).isEqualTo(slotOf(old));
        assertThat(tickets.finish(old, Outcome.COMPLETED)).isFalse();
        assertThat(tickets.running(old)).isFalse();
        tickets.progress(old, 1, 2);
        tickets.progress(Tickets.NONE, 1, 2);
        assertThat(tickets.moved(slotOf(next))).isFalse();
        assertThat(tickets.running(next)).isTrue();
        assertThat(tickets.finish(Tickets.NONE, Outcome.COMPLETED)).isFalse();
    }

    @Test
    void onlyProgressThatIsNewIsTold() {
        long ticket = tickets.take();
        int slot = slotOf(ticket);
        tickets.progress(ticket, 0, 0);
        assertThat(tickets.moved(slot)).isFalse();
        tickets.progress(ticket, 1, 4);
        assertThat(tickets.moved(slot)).isTrue();
        assertThat(tickets.done(slot)).isEqualTo(1);
        assertThat(tickets.of(slot)).isEqualTo(4);
        tickets.progressTaken(slot);
        tickets.progress(ticket, 1, 4);
        assertThat(tickets.moved(slot)).isFalse();
        tickets.progress(ticket, 1, 5);
        assertThat(tickets.moved(slot)).isTrue();
        tickets.progressTaken(slot);
        tickets.finish(ticket, Outcome.COMPLETED);
        tickets.progress(ticket, 5, 5);
        assertThat(tickets.moved(slot)).as("it has ended").isFalse();
    }

    @Test
    void aPlaceThatIsTakenAgainBeginsAnew() {
        long first = tickets.take();
        tickets.progress(first, 3, 4);
        tickets.finish(first, Outcome.FAILED_DEVICE, 9);
        tickets.giveBack(slotOf(first));
        int slot = slotOf(tickets.take());
        assertThat(tickets.outcome(slot)).isEqualTo(Outcome.RUNNING);
        assertThat(tickets.done(slot)).isZero();
        assertThat(tickets.of(slot)).isZero();
        assertThat(tickets.moved(slot)).isFalse();
        assertThat(tickets.answer(slot)).isZero();
        assertThat(tickets.held(slot)).isTrue();
    }
}
