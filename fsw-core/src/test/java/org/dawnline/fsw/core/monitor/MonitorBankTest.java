package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MonitorBankTest {
    private static final double NEVER_OLD = Double.POSITIVE_INFINITY;
    private static final long SECOND = 1_000_000_000L;

    private final Face face = new Registrar().component("source");
    private final Channel channel = face.channel("value", Unit.NONE, "what is judged");
    private final Channel other = face.channel("other", Unit.NONE, "what a condition looks at");
    private final ItemStates states = new ItemStates(face, "states", MonitorBank.CAPACITY);
    private final List<Result> heard = new ArrayList<>();
    private long nanos = -7 * SECOND; // a monotonic clock may begin anywhere

    private Monitor monitor(Check check, double maxAgeS, Persistence persistence, @Nullable Condition condition) {
        return new Monitor(
                7, "m", 0, channel, check, maxAgeS, persistence, condition, MonitorState.ACTIVE, Severity.WARNING_LO);
    }

    private MonitorBank bank(Check check) {
        return bank(monitor(check, NEVER_OLD, Persistence.NONE, null));
    }

    private static MonitorBank bank(Monitor... monitors) {
        return new MonitorBank(List.of(monitors));
    }

    private Result pass(MonitorBank bank) {
        nanos += SECOND;
        bank.judge(nanos, states, (monitor, before, after, value) -> heard.add(after));
        return bank.result(0);
    }

    private Result pass(MonitorBank bank, double value) {
        channel.set(value);
        return pass(bank);
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    @Tag("C7")
    void aLimitIsJudgedAndTheWayBackNeedsTheBand() {
        MonitorBank bank = bank(Check.limit(10, 20, 1));
        assertThat(bank.result(0)).isEqualTo(Result.STALE);
        assertThat(pass(bank, 10)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 20)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 20.001)).isEqualTo(Result.FAIL);
        assertThat(pass(bank, 19.5)).isEqualTo(Result.FAIL);
        assertThat(pass(bank, 19)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 19.5)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 9.999)).isEqualTo(Result.FAIL);
        assertThat(pass(bank, 10.5)).isEqualTo(Result.FAIL);
        assertThat(pass(bank, 11)).isEqualTo(Result.PASS);
        assertThat(heard).containsExactly(Result.FAIL, Result.PASS, Result.FAIL, Result.PASS);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("CORE-141")
    @Tag("E1")
    void whatIsNoNumberNeverPasses(Check.Kind kind) {
        MonitorBank bank = bank(new Check(kind, -1e300, 1e300, 0, 0, 0));
        pass(bank, 0);
        Result unknown = pass(bank, Double.NaN);
        if (kind == Check.Kind.STALE) {
            assertThat(unknown).isEqualTo(Result.PASS); // its owner has spoken: only its age counts
        } else {
            assertThat(unknown).isEqualTo(kind == Check.Kind.NOT_A_NUMBER ? Result.FAIL : Result.ERROR);
        }
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    void onlyTheBitsOfTheMaskCount() {
        MonitorBank bank = bank(Check.expected(0b1100, 0b0100));
        assertThat(pass(bank, 0b10111)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 0b01100)).isEqualTo(Result.FAIL);
        assertThat(pass(bank, 4.5)).isEqualTo(Result.ERROR);
        assertThat(pass(bank, 0x1p54)).isEqualTo(Result.ERROR);
        assertThat(pass(bank, Double.POSITIVE_INFINITY)).isEqualTo(Result.ERROR);
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    void onlyTheStatesOfTheListPass() {
        MonitorBank bank = bank(Check.states(1L << 63 | 0b10));
        assertThat(pass(bank, 1)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 0)).isEqualTo(Result.FAIL);
        assertThat(pass(bank, 63)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 64)).isEqualTo(Result.FAIL);
        assertThat(pass(bank, 65)).isEqualTo(Result.FAIL); // 65 is 1 to a shift of a long
        assertThat(pass(bank, -63)).isEqualTo(Result.FAIL);
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    void aChangeIsJudgedFromOneSampleToTheNext() {
        MonitorBank bank = bank(Check.delta(-1, 2));
        assertThat(pass(bank, 100)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 102)).isEqualTo(Result.PASS);
        assertThat(pass(bank, 100.9)).isEqualTo(Result.FAIL);
        assertThat(pass(bank)).isEqualTo(Result.FAIL); // no new sample, no new judgement
        assertThat(pass(bank, 102)).isEqualTo(Result.PASS);
        assertThat(pass(bank, Double.NaN)).isEqualTo(Result.ERROR);
        assertThat(pass(bank, 500)).isEqualTo(Result.PASS); // nobody knows from where it came
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    void aRateIsTakenOverTheTimeBetweenTwoSamples() {
        MonitorBank bank = bank(Check.rate(-1, 1));
        pass(bank, 0);
        pass(bank);
        pass(bank);
        assertThat(pass(bank, 3)).isEqualTo(Result.PASS); // three seconds
        assertThat(pass(bank, 4.5)).isEqualTo(Result.FAIL);
    }

    @Test
    @Tag("CORE-142")
    @Tag("E1")
    void whatNobodySetsAnyMoreIsStaleWhateverItsValue() {
        MonitorBank bank = bank(monitor(Check.limit(0, 1, 0), 3, Persistence.NONE, null));
        assertThat(pass(bank, 0.5)).isEqualTo(Result.PASS);
        pass(bank);
        pass(bank);
        assertThat(pass(bank)).isEqualTo(Result.PASS); // three seconds old
        assertThat(pass(bank)).isEqualTo(Result.STALE);
        assertThat(pass(bank, 0.5)).isEqualTo(Result.PASS);
        assertThat(heard).containsExactly(Result.STALE, Result.PASS);
    }

    @Test
    @Tag("CORE-142")
    @Tag("E1")
    void aChannelThatWasNeverSetGrowsOldFromTheFirstPassOn() {
        MonitorBank bank = bank(monitor(Check.stale(), 2, Persistence.NONE, null));
        assertThat(List.of(pass(bank), pass(bank), pass(bank))).containsOnly(Result.STALE);
        assertThat(heard).isEmpty(); // not judged yet
        pass(bank);
        assertThat(heard).containsExactly(Result.STALE);
    }

    @Test
    @Tag("CORE-142")
    @Tag("E1")
    void oneBadSampleOfASlowChannelIsCountedOnce() {
        MonitorBank bank = bank(monitor(Check.limit(0, 1, 0), NEVER_OLD, new Persistence(3, 5, 1), null));
        pass(bank, 0);
        pass(bank, 9);
        for (int i = 0; i < 20; i++) {
            assertThat(pass(bank)).isEqualTo(Result.PASS);
        }
        pass(bank, 9);
        assertThat(pass(bank, 9)).isEqualTo(Result.FAIL);
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    void nothingIsJudgedWhileItsConditionDoesNotHold() {
        Condition condition = new Condition(other, 1, 1);
        MonitorBank bank = bank(monitor(Check.limit(0, 1, 0), 3, Persistence.NONE, condition));
        assertThat(pass(bank, 9)).isEqualTo(Result.FAIL); // the other is not known: look
        other.set(0);
        assertThat(pass(bank, 9)).isEqualTo(Result.PASS);
        assertThat(pass(bank, Double.NaN)).isEqualTo(Result.PASS);
        other.set(1);
        assertThat(pass(bank, 9)).isEqualTo(Result.FAIL);
    }

    @Test
    @Tag("CORE-143")
    @Tag("E3")
    void onlyThreeOfFiveStatesJudge() {
        for (MonitorState state : MonitorState.values()) {
            MonitorBank bank = bank(Check.limit(0, 1, 0));
            states.put(0, state);
            boolean judges = state.ordinal() <= MonitorState.DISABLED.ordinal();
            assertThat(pass(bank, 9)).as(state.name()).isEqualTo(judges ? Result.FAIL : Result.STALE);
        }
    }

    @Test
    @Tag("CORE-140")
    @Tag("E1")
    void everyPersistenceAgreesWithTheOracleOnEverySequence() {
        int length = 9;
        int most = 4;
        for (int of = 1; of <= most; of++) {
            for (int bad = 1; bad <= of; bad++) {
                for (int good = 1; good <= most; good++) {
                    Persistence persistence = new Persistence(bad, of, good);
                    for (int sequence = 0; sequence < 1 << length; sequence++) {
                        agree(persistence, sequence, length);
                    }
                }
            }
        }
    }

    private void agree(Persistence persistence, int sequence, int length) {
        Monitor monitor = monitor(Check.limit(0, 0, 0), NEVER_OLD, persistence, null);
        MonitorBank bank = bank(monitor);
        MonitorOracle oracle = new MonitorOracle(monitor);
        for (int i = 0; i < length; i++) {
            double value = sequence >> i & 1;
            Result found = pass(bank, value);
            Result wanted = oracle.after(new MonitorOracle.Pass(i, true, value, 0));
            if (found != wanted) {
                assertThat(found)
                        .as(persistence + " " + Integer.toBinaryString(sequence) + " at " + i)
                        .isEqualTo(wanted);
            }
        }
    }

    @Test
    @Tag("CORE-140")
    @Tag("CORE-141")
    @Tag("CORE-142")
    @Tag("E1")
    void aThousandRandomMonitorsAgreeWithTheOracle() {
        Random luck = new Random(20_260_701);
        int[] seen = new int[Result.values().length];
        for (int i = 0; i < 1_000; i++) {
            Monitor monitor = randomMonitor(luck);
            Channel mine = monitor.channel();
            MonitorBank bank = bank(monitor);
            MonitorOracle oracle = new MonitorOracle(monitor);
            double startS = luck.nextInt(1000);
            nanos = (long) (startS * SECOND);
            for (int pass = 0; pass < 60; pass++) {
                boolean set = luck.nextInt(4) > 0;
                if (set) {
                    mine.set(randomValue(luck));
                }
                if (luck.nextInt(8) == 0) {
                    other.set(luck.nextInt(5) == 0 ? Double.NaN : luck.nextInt(3));
                }
                Result found = pass(bank);
                Result wanted = oracle.after(new MonitorOracle.Pass(pass, set, mine.value(), other.value()));
                assertThat(found).as("%s, pass %d", monitor, pass).isEqualTo(wanted);
                seen[found.ordinal()]++;
            }
        }
        for (int times : seen) {
            assertThat(times).isGreaterThan(1_000); // the oracle was asked about all of them
        }
    }

    private int channels;

    private Monitor randomMonitor(Random luck) {
        Channel mine = face.channel("random" + channels++, Unit.NONE, "what is judged");
        Check.Kind kind = Check.Kind.values()[luck.nextInt(Check.Kind.values().length)];
        double low = luck.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : -luck.nextInt(4);
        double high = luck.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : 1 + luck.nextInt(4);
        Check check = new Check(kind, low, high, luck.nextInt(2) * 0.5, luck.nextInt(16), luck.nextInt(16));
        int of = 1 + luck.nextInt(6);
        Persistence persistence = new Persistence(1 + luck.nextInt(of), of, 1 + luck.nextInt(4));
        Condition condition = luck.nextInt(3) == 0 ? new Condition(other, 1, 2) : null;
        double maxAgeS = luck.nextInt(3) == 0 ? NEVER_OLD : 1 + luck.nextInt(3);
        return new Monitor(
                1, "m", 0, mine, check, maxAgeS, persistence, condition, MonitorState.ACTIVE, Severity.WARNING_LO);
    }

    private static double randomValue(Random luck) {
        return switch (luck.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> luck.nextDouble() * 10 - 5;
            case 4 -> 0x1p60;
            default -> luck.nextInt(10) - 4;
        };
    }

    @Test
    @Tag("CORE-140")
    void whatHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> Check.limit(2, 1, 0)).hasMessageContaining("limits 2.0 to 1.0");
        assertThatThrownBy(() -> Check.limit(0, 1, 0.6)).hasMessageContaining("band of 0.6");
        assertThatThrownBy(() -> Check.limit(Double.NaN, 1, 0)).hasMessageContaining("limits NaN");
        assertThatThrownBy(() -> new Persistence(3, 2, 1)).hasMessageContaining("3 of 2 samples");
        assertThatThrownBy(() -> new Persistence(1, 65, 1)).hasMessageContaining("1 of 65 samples");
        assertThatThrownBy(() -> new Persistence(0, 1, 1)).hasMessageContaining("0 of 1 samples");
        assertThatThrownBy(() -> new Persistence(1, 1, 0)).hasMessageContaining("good after 0");
        assertThatThrownBy(() -> new Condition(other, 1, 0)).hasMessageContaining("source.other");
        assertThatThrownBy(() -> monitor(Check.stale(), 0, Persistence.NONE, null))
                .hasMessageContaining("0.0 s");
        Monitor monitor = monitor(Check.stale(), 1, Persistence.NONE, null);
        assertThatThrownBy(() -> new MonitorBank(Collections.nCopies(MonitorBank.CAPACITY + 1, monitor)))
                .hasMessageContaining("1025 monitors");
    }

    @Test
    @Tag("CORE-140")
    void theWholeWindowOfSixtyFourSamplesIsRemembered() {
        MonitorBank bank = bank(monitor(Check.limit(0, 0, 0), NEVER_OLD, new Persistence(2, 64, 1), null));
        pass(bank, 1);
        for (int i = 0; i < 62; i++) {
            pass(bank, 0);
        }
        assertThat(pass(bank, 1)).isEqualTo(Result.FAIL);
    }
}
