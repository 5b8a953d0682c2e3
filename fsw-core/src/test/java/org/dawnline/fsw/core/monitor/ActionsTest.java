package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.monitor.ActionFlight.Alarm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionsTest {
    private static final String HOT = "limit id=10 name=hot channel=source.value max=50 age=never\n";

    private final MemoryArchive archive = new MemoryArchive();
    private ActionFlight flight = flight();

    private ActionFlight flight() {
        ActionFlight built = new ActionFlight(archive);
        built.loadMonitors(HOT);
        return built;
    }

    @Test
    @Tag("CORE-150")
    @Tag("E2")
    void aFailureStartsEachOfTheThreeDeedsOnceInTheSameCycle() {
        flight.loadActions("""
                safe id=1 name=a monitor=10
                sequence id=2 name=b monitor=10 slot=7
                command id=3 name=c monitor=10 do=source.SET_FAN fan=2 speed=0.5
                """);
        flight.tick(0);
        assertThat(flight.deeds).isEmpty();
        flight.tick(51);
        assertThat(flight.deeds).containsExactly("safe", "sequence 7 by ACTION", "fan 0.5 2.0");
        assertThat(flight.bench.events)
                .containsSubsequence(
                        "monitor.FAILED_LO",
                        "action.AFTER_MONITOR",
                        "action.SAFE",
                        "action.LATCHED",
                        "action.SEQUENCE",
                        "action.COMMAND");
        for (int i = 0; i < 10; i++) {
            flight.tick(0);
            flight.tick(51);
        }
        assertThat(flight.deeds).hasSize(3); // latched
        assertThat(flight.bench.value("action.done")).isEqualTo(3);
        assertThat(flight.bench.value("action.heldBack")).isEqualTo(30);
        assertThat(flight.bench.value("action.active")).isZero();
    }

    @Test
    @Tag("CORE-150")
    @Tag("E2")
    void anArmedActionActsOnAFailureThatIsStillThere() {
        flight.loadActions("safe id=1 name=a monitor=10\n");
        flight.tick(51);
        flight.tick(51);
        assertThat(flight.deeds).hasSize(1);
        assertThat(flight.set(1, MonitorState.ACTIVE)).isEqualTo(Stage.COMPLETED);
        assertThat(flight.deeds).hasSize(2);
    }

    @Test
    @Tag("CORE-150")
    @Tag("E2")
    void anArmedActionDoesNotActOnAnEventThatIsOver() {
        flight.loadActions("safe id=1 name=a event=source.BELL\n");
        flight.bench.tick(1);
        flight.alarms.raise(Alarm.ECHO);
        flight.bench.tick(1);
        assertThat(flight.deeds).isEmpty();
        flight.alarms.raise(Alarm.BELL);
        flight.bench.tick(1);
        flight.alarms.raise(Alarm.BELL);
        flight.bench.tick(1);
        flight.set(1, MonitorState.OFF);
        flight.alarms.raise(Alarm.BELL);
        flight.set(1, MonitorState.ACTIVE);
        flight.bench.tick(2);
        assertThat(flight.deeds).hasSize(1);
        flight.alarms.raise(Alarm.BELL);
        flight.bench.tick(1);
        assertThat(flight.deeds).hasSize(2);
        assertThat(flight.bench.count("action.AFTER_EVENT")).isEqualTo(3); // one of them while it was PASSIVE
    }

    @Test
    @Tag("CORE-150")
    @Tag("E2")
    void anEventThatIsThrottledStartsItsActionAllTheSame() {
        flight.bench.tick(1);
        for (int i = 0; i < 100; i++) {
            flight.alarms.raise(Alarm.BELL);
        }
        flight.loadActions("safe id=1 name=a event=source.BELL\n");
        flight.bench.tick(1);
        assertThat(flight.deeds).isEmpty(); // that was before
        flight.alarms.raise(Alarm.BELL);
        flight.bench.tick(1);
        assertThat(flight.deeds).hasSize(1);
        assertThat(flight.bench.count("source.BELL")).isLessThan(100);
    }

    @Test
    @Tag("CORE-150")
    @Tag("E2")
    void aRecoveryStartsWhatWaitsForIt() {
        flight.loadActions("sequence id=1 name=a monitor=10 on=PASS slot=1 once=no\n");
        flight.tick(0);
        assertThat(flight.deeds).isEmpty(); // the first sample is no recovery
        flight.tick(51);
        assertThat(flight.deeds).isEmpty();
        flight.tick(0);
        assertThat(flight.deeds).hasSize(1);
        flight.tick(Double.NaN);
        flight.tick(0);
        assertThat(flight.deeds).hasSize(2);
    }

    @Test
    @Tag("CORE-150")
    @Tag("E2")
    void aValueThatIsNotKnownStartsWhatAFailureStartsUnlessTheRowWantsAFailure() {
        flight.loadActions("safe id=1 name=a monitor=10\nsequence id=2 name=b monitor=10 on=FAIL slot=0\n");
        flight.tick(0);
        flight.tick(Double.NaN);
        assertThat(flight.deeds).containsExactly("safe");
        flight.tick(51);
        assertThat(flight.deeds).containsExactly("safe", "sequence 0 by ACTION");
    }

    @Test
    @Tag("CORE-150")
    @Tag("E2")
    void nothingFollowsAMonitorThatIsPassiveUntilItIsActiveAgain() {
        flight.loadActions("safe id=1 name=a monitor=10\n");
        flight.tick(0);
        flight.setMonitor(10, MonitorState.PASSIVE);
        flight.tick(51);
        flight.tick(51);
        assertThat(flight.bench.count("monitor.FAILED_LO")).isEqualTo(1);
        assertThat(flight.deeds).isEmpty();
        flight.setMonitor(10, MonitorState.ACTIVE);
        assertThat(flight.deeds).containsExactly("safe");
    }

    @Test
    @Tag("CORE-151")
    @Tag("E2")
    void withoutTheMasterNothingIsDoneAndThatIsSaid() {
        flight.loadActions("safe id=1 name=a monitor=10\n");
        flight.tick(0);
        flight.bench.command("action.DISABLE");
        flight.tick(51);
        assertThat(flight.deeds).isEmpty();
        assertThat(flight.bench.count("action.HELD_BACK_ALL")).isEqualTo(1);
        assertThat(flight.bench.value("action.enabled")).isZero();
        flight.tick(0);
        flight.bench.command("action.ENABLE");
        flight.tick(51);
        assertThat(flight.deeds).containsExactly("safe");
    }

    @Test
    @Tag("CORE-151")
    @Tag("E2")
    void anActionThatStartsItselfIsStoppedAfterItsNumberOfTimes() {
        flight.loadActions(
                "command id=1 name=a event=source.ECHO once=no most=3 within=60s do=source.SET_FAN speed=1 fan=0\n");
        flight.echoes = true;
        flight.bench.tick(1);
        flight.alarms.raise(Alarm.ECHO);
        flight.bench.tick(50);
        assertThat(flight.deeds).hasSize(3);
        assertThat(flight.bench.count("action.LOOP")).isEqualTo(1);
        assertThat(flight.actions.state(1)).isEqualTo(MonitorState.PASSIVE);
    }

    @Test
    @Tag("CORE-151")
    @Tag("E2")
    void whatIsDoneSeldomIsNoLoop() {
        flight.loadActions("safe id=1 name=a event=source.BELL once=no most=3 within=60s\n");
        flight.bench.tick(1);
        for (int i = 0; i < 20; i++) {
            flight.alarms.raise(Alarm.BELL);
            flight.bench.tick(20);
        }
        assertThat(flight.deeds).hasSize(20); // three in sixty seconds, exactly
        flight.alarms.raise(Alarm.BELL);
        flight.bench.tick(19);
        flight.alarms.raise(Alarm.BELL);
        flight.bench.tick(20);
        assertThat(flight.bench.count("action.LOOP")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-151")
    @Tag("E2")
    void whatCouldNotBeDoneIsSaidAndStaysArmed() {
        flight.loadActions("""
                sequence id=1 name=a monitor=10 slot=3
                command id=2 name=b monitor=10 do=source.SET_FAN speed=-1 fan=0
                """);
        flight.sequencesStart = false;
        flight.tick(51);
        assertThat(flight.bench.count("action.FAILED")).isEqualTo(2);
        assertThat(flight.bench.value("action.failed")).isEqualTo(2);
        assertThat(flight.bench.value("action.done")).isZero();
        assertThat(flight.actions.state(1)).isEqualTo(MonitorState.ACTIVE);
        flight.tick(0);
        flight.sequencesStart = true;
        flight.tick(51);
        assertThat(flight.actions.state(1)).isEqualTo(MonitorState.PASSIVE);
        assertThat(flight.bench.value("action.done")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-151")
    @Tag("E3")
    void aLatchAndWhatIsOffForGoodOutliveARestart() {
        String rows = "safe id=1 name=a monitor=10\nsafe id=2 name=b monitor=10\nsafe id=3 name=c event=source.BELL\n";
        flight.loadActions(rows);
        flight.bench.tick(1);
        flight.set(2, MonitorState.PERMANENTLY_OFF);
        assertThat(flight.set(2, MonitorState.ACTIVE)).isEqualTo(Stage.FAILED);
        flight.tick(51);
        assertThat(flight.deeds).hasSize(1);
        flight = flight();
        flight.loadActions(rows);
        flight.tick(51);
        assertThat(flight.deeds).isEmpty();
        assertThat(flight.actions.state(1)).isEqualTo(MonitorState.PASSIVE);
        assertThat(flight.actions.state(2)).isEqualTo(MonitorState.PERMANENTLY_OFF);
        assertThat(flight.actions.state(3)).isEqualTo(MonitorState.ACTIVE);
    }

    @Test
    @Tag("CORE-151")
    @Tag("E3")
    void noTelecommandRearmsWhatIsPermanentlyOff() {
        String rows = "safe id=1 name=a monitor=10\n";
        flight.loadActions(rows);
        flight.bench.tick(1);
        assertThat(flight.set(1, MonitorState.PERMANENTLY_OFF)).isEqualTo(Stage.COMPLETED);
        for (MonitorState state : MonitorState.values()) {
            boolean same = state == MonitorState.PERMANENTLY_OFF;
            assertThat(flight.set(1, state)).as("%s", state).isEqualTo(same ? Stage.COMPLETED : Stage.FAILED);
        }
        flight.bench.command("action.DISABLE");
        flight.bench.command("action.ENABLE");
        flight.bench.command("action.RESET_COUNTERS");
        flight.loadActions(rows); // the same rows are no new table
        flight.tick(51);
        assertThat(flight.deeds).isEmpty();
        assertThat(flight.actions.state(1)).isEqualTo(MonitorState.PERMANENTLY_OFF);
        flight.loadActions(rows.replace("name=a", "name=b"));
        flight.tick(0);
        flight.tick(51);
        assertThat(flight.deeds).as("a new table").containsExactly("safe");
    }

    @Test
    @Tag("CORE-151")
    void anActionWithoutItsMonitorIsSaid() {
        flight.loadActions("safe id=1 name=a monitor=11\n");
        flight.tick(51);
        assertThat(flight.bench.count("action.MONITOR_MISSING")).isEqualTo(1);
        flight.loadMonitors(HOT.replace("id=10", "id=11"));
        flight.tick(51);
        assertThat(flight.deeds).containsExactly("safe");
        assertThat(flight.bench.count("action.MONITOR_MISSING")).isEqualTo(1);
    }

    @Test
    @Tag("CORE-151")
    void countersAreResetAndReportsAreGiven() {
        flight.loadActions("safe id=1 name=a monitor=10 once=no\n");
        flight.tick(51);
        flight.bench.command("action.REPORT", 1);
        assertThat(flight.bench.count("action.REPORT")).isEqualTo(1);
        flight.bench.command("action.RESET_COUNTERS");
        flight.bench.tick(1);
        assertThat(flight.bench.value("action.done")).isZero();
    }

    @ParameterizedTest
    @Tag("CORE-150")
    @CsvSource(delimiter = '|', textBlock = """
            safe id=1 name=a                                                      | expected either monitor or event
            safe id=1 name=a monitor=1 event=source.BELL                          | expected either monitor or event
            safe id=1 name=a event=source.GONG                                    | source.GONG, which is no event
            safe id=1 name=a monitor=1 on=BAD                                     | on has BAD, expected some of PASS
            safe id=1 name=a monitor=1 slot=3                                     | slot is not known here
            sequence id=1 name=a monitor=1                                        | slot is missing
            sequence id=1 name=a monitor=1 slot=64                                | slot is 64, expected
            command id=1 name=a monitor=1                                         | do is missing
            command id=1 name=a monitor=1 do=source.FLY                           | source.FLY is no telecommand
            command id=1 name=a monitor=1 do=source.SET_FAN speed=2 fan=0         | speed of source.SET_FAN is 2
            command id=1 name=a monitor=1 do=source.SET_FAN speed=1               | fan of source.SET_FAN is missing
            safe id=1 name=a monitor=1 most=0                                     | most is 0, expected
            safe id=1 name=a monitor=1 within=0s                                  | within is 0s, expected
            rest id=1 name=a monitor=1                                            | what is done is rest, expected safe
            """)
    void everyMistakeIsFound(String row, String complaint) {
        assertThat(flight.problems(flight.actions.table(), "table actions test version=1\n" + row.strip()))
                .anyMatch(problem -> problem.startsWith("line 2: ") && problem.contains(complaint.strip()));
    }

    @Test
    @Tag("CORE-150")
    void noTwoActionsHaveOneNumberAndNoneIsTooMany() {
        String header = "table actions test version=1\n";
        String row = "safe id=1 name=a monitor=1\n";
        assertThat(flight.problems(flight.actions.table(), header + row + row))
                .containsExactly("line 3: id is 1, which another row has");
        StringBuilder rows = new StringBuilder(header);
        for (int i = 0; i <= ActionBank.CAPACITY; i++) {
            rows.append("safe id=").append(i).append(" name=a monitor=1\n");
        }
        assertThat(flight.problems(flight.actions.table(), rows.toString())).contains("257 actions, at most 256");
    }
}
