package org.dawnline.fsw.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.telemetry.HousekeepingFlight.Sent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HousekeepingTest {
    private final HousekeepingFlight flight = new HousekeepingFlight();

    @Test
    @Tag("CORE-152")
    @Tag("C2")
    void aSetIsMadeFilledChangedAndDeletedInFlight() {
        assertThat(flight.command("CREATE", 0, 2)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.append(0, 0, SendRule.ALWAYS, 0)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.tick(1)).isEmpty(); // not enabled yet
        flight.channels.get(0).set(2);
        assertThat(flight.command("ENABLE", 0)).isEqualTo(Stage.COMPLETED);
        flight.assertSent(flight.reports.get(0), 0, 2.0);
        assertThat(flight.tick(3)).isEmpty();
        flight.assertSent(flight.tick(4), 0, 4.0);

        flight.append(0, 1, SendRule.ALWAYS, 0);
        flight.command("SET_INTERVAL", 0, 1);
        flight.assertSent(flight.tick(5, 6), 0, 5.0, 1, 6.0);
        flight.assertSent(flight.tick(7, 8), 0, 7.0, 1, 8.0);
        flight.command("REMOVE", 0, flight.channels.get(0).number());
        flight.assertSent(flight.tick(9, 10), 1, 10.0);

        flight.command("DISABLE", 0);
        assertThat(flight.tick(1, 1)).isEmpty();
        assertThat(flight.command("ONE_SHOT", 0)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.tick(1, 1)).isEmpty();
        assertThat(flight.reports.get(flight.reports.size() - 1)).hasSize(1);
        assertThat(flight.command("REPORT", 0)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.command("DELETE", 0)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.command("ENABLE", 0)).isEqualTo(Stage.FAILED);
        assertThat(flight.bench.events)
                .contains(
                        "housekeeping.CREATED", "housekeeping.APPENDED", "housekeeping.REMOVED", "housekeeping.REPORT");
    }

    @Test
    @Tag("CORE-153")
    @Tag("C1")
    void eachChannelIsSentByItsOwnRule() {
        assertThat(flight.load("""
                        set id=0 interval=1s
                        channel set=0 channel=source.c0 send=ALWAYS
                        channel set=0 channel=source.c1 send=CHANGE
                        channel set=0 channel=source.c2 send=DEADBAND by=0.5
                        channel set=0 channel=source.c3 send=EVERY by=3
                        """)).isEmpty();
        flight.assertSent(flight.tick(1, 1, 1, 1), 0, 1.0, 1, 1.0, 2, 1.0, 3, 1.0);
        flight.assertSent(flight.tick(1, 1, 1.5, 1), 0, 1.0);
        flight.assertSent(flight.tick(1, 1, 1.4, 1), 0, 1.0);
        flight.assertSent(flight.tick(1, 2, 1.51, 1), 0, 1.0, 1, 2.0, 2, 1.51, 3, 1.0);
        flight.assertSent(flight.tick(1, 2, 1.2, 1), 0, 1.0); // within 0.5 of what was sent
        flight.assertSent(flight.tick(1, Double.NaN, Double.NaN, 1), 0, 1.0, 1, Double.NaN, 2, Double.NaN);
        flight.assertSent(flight.tick(1, Double.NaN, Double.NaN, 1), 0, 1.0, 3, 1.0);
        flight.assertSent(flight.tick(1, 2, 2, 1), 0, 1.0, 1, 2.0, 2, 2.0);
    }

    @Test
    @Tag("CORE-153")
    @Tag("C1")
    void aChannelThatIsNotInTheDictionaryIsRefusedAndNothingElseHappens() {
        flight.command("CREATE", 0, 1);
        flight.command("ENABLE", 0);
        double none = flight.bench.dictionary().channels().size();
        for (double channel : new double[] {none, -1, 0.5, Double.NaN, 1e300}) {
            assertThat(flight.bench
                            .command("housekeeping.APPEND", 0, channel, 0, 0)
                            .reason())
                    .isEqualTo(Reason.OUT_OF_RANGE);
            assertThat(flight.bench.command("housekeeping.REMOVE", 0, channel).reason())
                    .isEqualTo(Reason.OUT_OF_RANGE);
        }
        assertThat(flight.reports).isEmpty();
        assertThat(flight.bench.value("core.member.housekeeping.restarts")).isZero();
    }

    @Test
    @Tag("CORE-154")
    @Tag("C2")
    void whatNobodySetsAnyMoreIsSentOnceMarkedAndNotRepeated() {
        flight.load(
                "set id=0 interval=1s\nchannel set=0 channel=source.c0\nchannel set=0 channel=source.c1 send=CHANGE\n");
        flight.tick(1, 5);
        for (int s = 0; s < 30; s++) {
            flight.assertSent(flight.tick(s), 0, (double) s);
        }
        assertThat(flight.tick(99)).contains(new Sent(0, "source.c1", 5, true));
        for (int s = 0; s < 10; s++) {
            flight.assertSent(flight.tick(s), 0, (double) s);
        }
        assertThat(flight.tick(1, 5)).hasSize(1); // set again, to the same value: no change
        assertThat(flight.tick(1, 6)).contains(new Sent(0, "source.c1", 6, false));
    }

    @Test
    @Tag("CORE-154")
    @Tag("C2")
    void aWholeSetThatFallsSilentIsNotSentForEver() {
        flight.load("set id=0 interval=1s\nchannel set=0 channel=source.c0\n");
        flight.tick(1);
        int said = 0;
        for (int s = 0; s < 100; s++) {
            said += flight.tick().size();
        }
        assertThat(said).isEqualTo(30 + 1); // while it is young, and once as stale
    }

    @Test
    @Tag("CORE-152")
    @Tag("C2")
    void thereIsABoundOnSetsAndOnTheirChannels() {
        for (int set = 0; set < HousekeepingSets.CAPACITY; set++) {
            assertThat(flight.command("CREATE", set, 10)).isEqualTo(Stage.COMPLETED);
        }
        assertThat(flight.command("CREATE", 0, 10)).isEqualTo(Stage.FAILED); // it is there
        assertThat(flight.bench.command("housekeeping.CREATE", 64, 10).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        for (int channel = 0; channel < SetReport.CAPACITY; channel++) {
            assertThat(flight.append(5, channel, SendRule.ALWAYS, 0)).isEqualTo(Stage.COMPLETED);
        }
        assertThat(flight.append(5, SetReport.CAPACITY, SendRule.ALWAYS, 0)).isEqualTo(Stage.FAILED);
        assertThat(flight.append(6, 0, SendRule.ALWAYS, 0)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.append(6, 0, SendRule.ALWAYS, 0)).isEqualTo(Stage.FAILED); // it is in
        flight.command("ENABLE", 5);
        assertThat(flight.reports.get(flight.reports.size() - 1)).hasSize(SetReport.CAPACITY);
        assertThat(flight.bench.value("housekeeping.entries")).isEqualTo(SetReport.CAPACITY + 1);
        assertThat(flight.bench.value("housekeeping.sets")).isEqualTo(64);
        assertThat(flight.bench.value("housekeeping.enabled")).isEqualTo(1);
    }

    @ParameterizedTest
    @Tag("CORE-152")
    @CsvSource({"ALWAYS, 1", "CHANGE, 0.5", "DEADBAND, -1", "EVERY, 0", "EVERY, 1.5"})
    void figuresWithoutAMeaningAreRefused(SendRule rule, double by) {
        flight.command("CREATE", 0, 1);
        assertThat(flight.bench
                        .command(
                                "housekeeping.APPEND", 0, flight.channels.get(0).number(), rule.ordinal(), by)
                        .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @Tag("CORE-152")
    @CsvSource(delimiter = '|', textBlock = """
            set id=64 interval=1s                                              | id is 64, expected
            set id=0 interval=0s                                               | interval is 0s, expected
            channel set=1 channel=source.c0                                    | set has no row before this one
            set id=0 interval=1s rate=2                                        | rate is not known here
            channel set=0 channel=source.c300                                  | source.c300, which is no channel
            channel set=0 channel=source.c0 send=EVERY                         | has no meaning for EVERY
            channel set=0 channel=source.c0 by=2                               | has no meaning for ALWAYS
            sett id=0                                                          | the row is sett, expected set
            """)
    void everyMistakeInATableIsFound(String row, String complaint) {
        assertThat(flight.load(row.strip())).anyMatch(problem -> problem.contains(complaint.strip()));
    }

    @Test
    @Tag("CORE-152")
    void aTableReplacesWhatTelecommandsMade() {
        flight.command("CREATE", 9, 1);
        flight.load("set id=1 interval=1s\nset id=1 interval=2s\n"); // wrong: nothing changes
        assertThat(flight.command("REPORT", 9)).isEqualTo(Stage.COMPLETED);
        flight.load("set id=1 interval=5s enabled=no\n");
        assertThat(flight.command("REPORT", 9)).isEqualTo(Stage.FAILED);
        assertThat(flight.command("REPORT", 1)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.bench.value("housekeeping.enabled")).isZero();
    }
}
