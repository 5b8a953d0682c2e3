package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.dawnline.fsw.comms.proto.StoredRecord;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.ground.EventLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KillsJudgeTest {
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

    private void sent(long counter, KillsBook.Kind kind, long number) {
        book.sent(counter, new KillsBook.Sent(kind, number, 0));
    }

    private List<String> found() {
        KillsJudge judge = new KillsJudge(book);
        judge.judge();
        return judge.found();
    }

    @Test
    @Tag("CLI-040")
    void oneEndForEachAndTheNewestInForceIsFine() {
        report(1, Stage.RECEIVED, Reason.NONE, 1);
        report(1, Stage.COMPLETED, Reason.NONE, 2);
        report(1, Stage.COMPLETED, Reason.NONE, 2); // once more, since its acknowledgement was lost
        report(2, Stage.ACCEPTED, Reason.NONE, 3);
        report(2, Stage.FAILED, Reason.RESTART, 9);
        sent(1, KillsBook.Kind.VALUE, 1001);
        sent(2, KillsBook.Kind.VALUE, 1002);
        event("parameters.VALUE", "comms.silenceS is 1001, its default is 21600", 4);
        event("parameters.VALUE", "comms.silenceS is 1002, its default is 21600", 8);
        event("comms.PONG", "ping 3 in start 1", 5);
        event("boot.STARTED", "started because of CRASH", 20);
        event("boot.SAFE_TOPOLOGY", "3 starts failed", 20);
        event("parameters.VALUE", "comms.silenceS is 21600, its default is 21600", 21);
        assertThat(found()).isEmpty();
        assertThat(book.open()).isZero();
        assertThat(book.ended(Stage.FAILED, Reason.RESTART)).isEqualTo(1);
    }

    @Test
    @Tag("CLI-040")
    void endsThatAreMissingOrDoubleAndWhatWasDoneTwiceAreFound() {
        report(1, Stage.COMPLETED, Reason.NONE, 2);
        report(1, Stage.FAILED, Reason.RESTART, 4);
        report(2, Stage.STARTED, Reason.NONE, 3);
        event("comms.PONG", "ping 3 in start 1", 5);
        event("comms.PONG", "ping 3 in start 2", 6);
        assertThat(book.open()).isEqualTo(1);
        assertThat(found())
                .containsExactly(
                        "telecommand 1 has 2 ends: [COMPLETED NONE at 2, FAILED RESTART at 4]",
                        "telecommand 2 was acknowledged and has no end",
                        "ping 3 was executed 2 times, 1 allowed");
    }

    @Test
    @Tag("CLI-040")
    void whatWasAcknowledgedAndIsGoneIsFound() {
        sent(1, KillsBook.Kind.VALUE, 1001);
        report(1, Stage.COMPLETED, Reason.NONE, 2);
        event("parameters.VALUE", "comms.silenceS is 21600, its default is 21600", 3);
        sent(2, KillsBook.Kind.MODE, 0);
        report(2, Stage.COMPLETED, Reason.NONE, 4);
        event("state.RESTORED", "boot 3, mode STANDBY after boot", 500_000_000);
        sent(3, KillsBook.Kind.PING, 7);
        report(3, Stage.COMPLETED, Reason.NONE, 6);
        book.sent(4, new KillsBook.Sent(KillsBook.Kind.TIMED_PING, 8, 90));
        report(4, Stage.ACCEPTED, Reason.NONE, 7);
        report(4, Stage.FAILED, Reason.RESTART, 50);
        sent(5, KillsBook.Kind.ACTIVATE, 2);
        report(5, Stage.COMPLETED, Reason.NONE, 60);
        sent(6, KillsBook.Kind.START, 2);
        report(6, Stage.COMPLETED, Reason.NONE, 61);
        event("comms.PONG", "ping " + (KillsTraffic.FIRST_STEP + KillsTraffic.STEPS) + " in start 4", 62);
        assertThat(found())
                .containsExactly(
                        "entry 4 was accepted for 90 and is gone: FAILED RESTART at 50",
                        "version of the sequence 1 of telecommand 0 is in force, but that of 5 was acknowledged before",
                        "telecommand 3 was completed, but its event is lost",
                        "value 21600 of telecommand 0 is in force, but that of 1 was acknowledged before",
                        "mode 1 after a start at 500000000, but that of telecommand 2 was acknowledged");
    }

    @Test
    @Tag("CLI-040")
    void whatDamageHasHitIsExcusedButNeverWhatWasDoneTwice() {
        sent(3, KillsBook.Kind.PING, 7);
        report(3, Stage.STARTED, Reason.NONE, 6);
        event("comms.PONG", "ping 7 in start 1", 5);
        event("comms.PONG", "ping 7 in start 2", 6);
        book.excuse(List.of("telecommand/1/3"));
        assertThat(found()).containsExactly("ping 7 was executed 2 times, 1 allowed");
    }

    @Test
    @Tag("CLI-040")
    void withoutItsTableEventsMayBeHeldBackFromThenOn() {
        sent(1, KillsBook.Kind.PING, 7);
        report(1, Stage.COMPLETED, Reason.NONE, 6);
        book.excuse(List.of("table/throttles"));
        sent(2, KillsBook.Kind.PING, 8);
        report(2, Stage.COMPLETED, Reason.NONE, 9);
        assertThat(found()).containsExactly("telecommand 1 was completed, but its event is lost");
    }

    @Test
    @Tag("CLI-040")
    void aStoredEventThatWasSeenAndAStartThatSaidNothingAreFound() {
        book.hear(StoredRecord.newBuilder().setNumber(4).build());
        book.hear(StoredRecord.newBuilder().setNumber(6).build());
        var archive = new TreeMap<String, Integer>();
        archive.put("log/5", 1);
        archive.put("log/7", 1);
        event("boot.STARTED", "started because of CRASH", 20);
        KillsJudge judge = new KillsJudge(book);
        judge.judgeRecords(archive); // 4 is older than the oldest that is kept
        judge.judgeStart(1, 10, 30);
        judge.judgeStart(2, 31, 40);
        assertThat(judge.found())
                .containsExactly("stored event 6 was seen and is gone", "run 2 started and did not say so");
    }
}
