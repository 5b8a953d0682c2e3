package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.Bench.Report;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Tickets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LongCommandTest {
    private static final int FOR_ALL = Tickets.CAPACITY - CommandDispatcher.RESERVED_TICKETS;
    private static final long P = 100 * Bench.MS;
    private static final double LONGEST_S = 10;
    private static final int CYCLES_PER_S = 10;

    private final Bench bench = new Bench();
    private final List<Long> given = new ArrayList<>();
    private Tickets tickets;

    @BeforeEach
    void fly() {
        Face face = bench.face("x");
        tickets = face.tickets();
        CommandTerms slow = CommandTerms.always().within(LONGEST_S);
        face.request("DIG", "Takes long.", slow, this::dig);
        face.request("BREAK", "Breaks with its ticket.", slow, (arguments, request) -> {
            given.add(request.ticket());
            throw new IllegalStateException("told to");
        });
        face.request("QUICK", "Is done at once.", slow, (arguments, request) -> {
            request.answer(7);
            return Outcome.COMPLETED;
        });
        face.command("LIE", "Goes on without having said so.", arguments -> Outcome.RUNNING);
        bench.fly(P);
    }

    private Outcome dig(double[] arguments, Request request) {
        given.add(request.ticket());
        return Outcome.RUNNING;
    }

    private List<Report> reports(long counter) {
        return bench.reports.stream()
                .filter(report -> report.counter() == counter)
                .toList();
    }

    private List<Stage> stages(long counter) {
        return reports(counter).stream().map(Report::stage).toList();
    }

    private long start() {
        long sent = bench.send("x.DIG");
        bench.tick(1);
        return sent;
    }

    private long ticket() {
        return given.get(given.size() - 1);
    }

    @Test
    @Tag("CORE-102")
    @Tag("B2")
    void aLongTelecommandReportsProgressAndThenItsEndOnce() {
        long sent = start();
        assertThat(stages(sent)).containsExactly(Stage.ACCEPTED, Stage.STARTED);
        tickets.progress(ticket(), 1, 3);
        bench.tick(1);
        assertThat(tickets.finish(ticket(), Outcome.COMPLETED, 42)).isTrue();
        assertThat(tickets.finish(ticket(), Outcome.FAILED_DEVICE)).isFalse();
        tickets.progress(ticket(), 3, 3);
        bench.tick(3);
        assertThat(stages(sent)).containsExactly(Stage.ACCEPTED, Stage.STARTED, Stage.PROGRESS, Stage.COMPLETED);
        assertThat(reports(sent).get(2).done()).isEqualTo(1);
        assertThat(reports(sent).get(2).of()).isEqualTo(3);
        assertThat(reports(sent).get(3).answer()).isEqualTo(42);
        assertThat(tickets.finish(ticket(), Outcome.COMPLETED)).isFalse();
        assertThat(bench.value("commands.running")).isZero();
        assertThat(bench.value("commands.completed")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-102")
    void progressIsReportedOnceASecondWithTheNewestNumbers() {
        long sent = start();
        for (int i = 0; i < 2 * CYCLES_PER_S; i++) {
            tickets.progress(ticket(), i, 99);
            bench.tick(1);
        }
        List<Integer> done = reports(sent).stream()
                .filter(report -> report.stage() == Stage.PROGRESS)
                .map(Report::done)
                .toList();
        assertThat(done).containsExactly(0, 10);
    }

    @Test
    @Tag("CORE-102")
    @Tag("B2")
    void whatIsNotDoneInTimeFailsAndItsTicketIsVoidAlsoForTheNextHolder() {
        long sent = start();
        long old = ticket();
        bench.tick((int) (LONGEST_S * CYCLES_PER_S) + 1);
        assertThat(stages(sent)).containsExactly(Stage.ACCEPTED, Stage.STARTED, Stage.FAILED);
        assertThat(reports(sent).get(2).reason()).isEqualTo(Reason.TIME_OUT);
        assertThat(bench.count("commands.TIMED_OUT")).isEqualTo(1);
        long next = start();
        assertThat(tickets.finish(old, Outcome.COMPLETED)).isFalse();
        tickets.progress(old, 1, 1);
        bench.tick(2);
        assertThat(stages(next)).containsExactly(Stage.ACCEPTED, Stage.STARTED);
        assertThat(tickets.running(ticket())).isTrue();
        assertThat(tickets.running(old)).isFalse();
    }

    @Test
    @Tag("CORE-102")
    void aHandlerThatBreaksOrIsDoneAtOnceGivesItsTicketBack() {
        assertThat(bench.command("x.BREAK").reason()).isEqualTo(Reason.INTERNAL);
        assertThat(tickets.finish(ticket(), Outcome.COMPLETED)).isFalse();
        Report quick = bench.command("x.QUICK");
        assertThat(quick.stage()).isEqualTo(Stage.COMPLETED);
        assertThat(quick.answer()).isEqualTo(7);
        assertThat(tickets.count()).isZero();
    }

    @Test
    @Tag("CORE-102")
    void whoDidNotDeclareThatItTakesLongMayNotGoOn() {
        Report lie = bench.command("x.LIE");
        assertThat(lie.stage()).isEqualTo(Stage.FAILED);
        assertThat(lie.reason()).isEqualTo(Reason.INTERNAL);
    }

    @Test
    @Tag("CORE-102")
    @Tag("A6")
    void withoutAFreeTicketTheNewcomerIsRejected() {
        for (int i = 0; i < FOR_ALL; i++) {
            bench.send("x.DIG");
        }
        long last = bench.send("x.DIG");
        bench.tick(20);
        assertThat(reports(last)).hasSize(1);
        assertThat(reports(last).get(0).stage()).isEqualTo(Stage.REJECTED);
        assertThat(reports(last).get(0).reason()).isEqualTo(Reason.QUEUE_FULL);
        assertThat(bench.value("commands.running")).isEqualTo(FOR_ALL);
        bench.tick((int) (LONGEST_S * CYCLES_PER_S));
        assertThat(bench.value("commands.running")).isZero();
        assertThat(bench.value("commands.failed")).isEqualTo(FOR_ALL);
    }

    @Test
    @Tag("CORE-102")
    void oneOfTheSatellitesOwnThatTakesLongFailsWithAnEvent() {
        int dig = bench.dictionary().commandNumber("x.DIG");
        assertThat(bench.commands.command(Origin.SEQUENCE, 3, dig, new double[0]))
                .isEqualTo(Reason.NONE);
        tickets.finish(ticket(), Outcome.FAILED_STATE);
        bench.tick(1);
        assertThat(bench.count("commands.ONBOARD_REFUSED")).isEqualTo(1);
        assertThat(bench.value("commands.lost.SEQUENCE")).isEqualTo(1);
        assertThat(bench.reports).isEmpty();
    }
}
