package org.dawnline.fsw.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.Bench.Report;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.mode.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CriticalCommandTest {
    private static final long P = 100 * Bench.MS;
    private static final int KEY = 1;
    private static final int OTHER_KEY = 2;
    private static final int ARMED_CYCLES = 600;
    private static final int ARMINGS = 1000;

    private final Bench bench = new Bench();
    private long counter = 1000;
    private int ended;

    @BeforeEach
    void fly() {
        CommandTerms critical = CommandTerms.always().critical();
        bench.face("x").command("END", "Ends the mission.", critical, arguments -> {
            ended++;
            return Outcome.COMPLETED;
        });
        bench.fly(P);
    }

    private Report send(int key, String name, long nonce, long atUtcNanos, double... arguments) {
        Telecommand slot = bench.commands.mailbox().claim();
        assertThat(slot).isNotNull();
        counter++;
        slot.fill(key, counter, bench.dictionary().commandNumber(name), atUtcNanos, Long.MAX_VALUE);
        for (double argument : arguments) {
            slot.addArgument(argument);
        }
        slot.putNonce(nonce);
        bench.commands.mailbox().publish();
        bench.tick(1);
        return bench.reports.get(bench.reports.size() - 1);
    }

    private long arm() {
        Report armed = send(KEY, "commands.ARM", 0, 0, bench.dictionary().commandNumber("x.END"));
        assertThat(armed.stage()).isEqualTo(Stage.COMPLETED);
        assertThat(armed.answer()).isPositive();
        return armed.answer();
    }

    private Report fire(int key, long nonce) {
        return send(key, "x.END", nonce, 0);
    }

    private void refused(Report report, Reason reason) {
        assertThat(report.stage()).isEqualTo(Stage.REJECTED);
        assertThat(report.reason()).isEqualTo(reason);
        assertThat(ended).isZero();
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void armedItFiresOnceWithItsNumber() {
        long nonce = arm();
        assertThat(fire(KEY, nonce).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(ended).isEqualTo(1);
        assertThat(fire(KEY, nonce).reason()).isEqualTo(Reason.NONCE_USED);
        assertThat(fire(KEY, nonce + 1).reason()).isEqualTo(Reason.NOT_ARMED);
        assertThat(ended).isEqualTo(1);
        assertThat(bench.count("commands.ARMED")).isEqualTo(1);
        assertThat(bench.count("commands.FIRED")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void withoutArmingItIsRefused() {
        refused(fire(KEY, 0), Reason.NOT_ARMED);
        refused(fire(KEY, 1), Reason.NOT_ARMED);
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void theArmingEndsByItself() {
        long nonce = arm();
        bench.tick(ARMED_CYCLES);
        refused(fire(KEY, nonce), Reason.ARM_EXPIRED);
        refused(fire(KEY, nonce), Reason.NOT_ARMED);
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void theArmingStandsUntilItsTimeIsOver() {
        long nonce = arm();
        bench.tick(ARMED_CYCLES - 1);
        assertThat(fire(KEY, nonce).stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void anotherKeyCannotFireAndDoesNotDisarm() {
        long nonce = arm();
        refused(fire(OTHER_KEY, nonce), Reason.WRONG_KEY);
        assertThat(fire(KEY, nonce).stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void aWrongNumberDisarms() {
        long nonce = arm();
        refused(fire(KEY, nonce ^ 1), Reason.WRONG_NONCE);
        refused(fire(KEY, nonce), Reason.NOT_ARMED);
    }

    @Test
    @Tag("CORE-101")
    @Tag("B6")
    void armingAgainMakesTheOldNumberWrong() {
        long old = arm();
        long nonce = arm();
        assertThat(nonce).isNotEqualTo(old);
        refused(fire(KEY, old), Reason.WRONG_NONCE);
    }

    @Test
    @Tag("CORE-101")
    void whatIsHarmlessCannotBeArmedAndTheSatelliteCannotArm() {
        int noop = bench.dictionary().commandNumber("x.NOOP");
        refused(send(KEY, "commands.ARM", 0, 0, noop), Reason.OUT_OF_RANGE);
        int arm = bench.dictionary().commandNumber("commands.ARM");
        double[] end = {bench.dictionary().commandNumber("x.END")};
        assertThat(bench.commands.command(Origin.SEQUENCE, 1, arm, end)).isEqualTo(Reason.STATE);
    }

    @Test
    @Tag("CORE-101")
    void aTimeTaggedOneIsArmedWhenItIsGivenAndNotWhenItIsDue() {
        long nonce = arm();
        long at = StillHal.START_UTC_NANOS + 2L * ARMED_CYCLES * P;
        assertThat(send(KEY, "x.END", nonce, at).stage()).isEqualTo(Stage.ACCEPTED);
        refused(send(KEY, "x.END", nonce, at), Reason.NONCE_USED);
        bench.tick(2 * ARMED_CYCLES);
        assertThat(ended).isEqualTo(1);
    }

    @Test
    @Tag("CORE-101")
    void aMistakeElsewhereDoesNotUseUpTheArming() {
        long nonce = arm();
        refused(send(KEY, "x.END", nonce, 0, 1.0), Reason.WRONG_ARGUMENTS);
        bench.modes.endBoot(Mode.STANDBY);
        assertThat(fire(KEY, nonce).stage()).isEqualTo(Stage.COMPLETED);
    }

    @Test
    @Tag("CORE-101")
    void numbersOfNeighbouringArmingsDifferAndAreNeverZero() {
        ArmedCommands armed = new ArmedCommands();
        armed.use(1);
        Set<Long> numbers = new TreeSet<>();
        for (int i = 0; i < ARMINGS; i++) {
            assertThat(numbers.add(armed.arm(0, KEY, i, 0, P)))
                    .as("a number of its own")
                    .isTrue();
        }
        long last = armed.arm(0, KEY, ARMINGS, 0, P);
        assertThat(armed.arm(0, KEY, ARMINGS, 0, P))
                .as("the same moment, the same counter")
                .isNotEqualTo(last);
        assertThat(numbers).allMatch(number -> number > 0 && number < 1L << 32);
    }
}
