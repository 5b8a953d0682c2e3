package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.dawnline.fsw.core.archive.MemoryArchive;
import org.dawnline.fsw.core.monitor.ActionFlight.Alarm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days against a model that knows nothing of how it is done. */
class ActionModelTest {
    private static final int STEPS = 3_000;
    private static final int MOST = 3;
    private static final double WITHIN_S = 20;

    /** One action in words. */
    private static final class Model {
        final boolean once;
        MonitorState state = MonitorState.ACTIVE;
        boolean wants;
        final Deque<Double> times = new ArrayDeque<>();
        int done;

        Model(boolean once) {
            this.once = once;
        }

        /** What it waits for has begun, at that time. */
        void begins(double atS, boolean master) {
            if (state != MonitorState.ACTIVE || !master) {
                return;
            }
            if (times.size() == MOST && atS - times.peekFirst() < WITHIN_S) {
                state = MonitorState.PASSIVE;
                return;
            }
            times.addLast(atS);
            if (times.size() > MOST) {
                times.removeFirst();
            }
            done++;
            state = once ? MonitorState.PASSIVE : state;
        }

        void command(MonitorState wanted) {
            if (state != MonitorState.PERMANENTLY_OFF) {
                state = wanted;
                if (wanted == MonitorState.ACTIVE) {
                    times.clear();
                    wants = false;
                }
            }
        }
    }

    @ParameterizedTest
    @Tag("CORE-151")
    @Tag("E2")
    @Tag("E3")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void actionsDoWhatTheModelSays(long seed) {
        Random luck = new Random(seed);
        ActionFlight flight = new ActionFlight(new MemoryArchive());
        flight.loadMonitors("limit id=1 name=a channel=source.value max=0 age=never\n");
        String most = " most=" + MOST + " within=20s ";
        flight.loadActions("safe id=1 name=a monitor=1 once=yes" + most + "\nsequence id=2 name=b monitor=1 once=no"
                + most + "slot=0\ncommand id=3 name=c event=source.BELL once=no" + most
                + "do=source.SET_FAN speed=1 fan=0\n");
        Model[] models = {new Model(true), new Model(false), new Model(false)};
        boolean master = true;
        flight.tick(0);
        for (int step = 1; step < STEPS; step++) {
            boolean bell = luck.nextInt(6) == 0;
            if (bell) {
                flight.alarms.raise(Alarm.BELL);
            }
            int which = luck.nextInt(3);
            // What is armed in this step forgets the bell of before.
            if (luck.nextInt(5) == 0) {
                int last = luck.nextInt(400) == 0 ? 5 : 4;
                MonitorState wanted = MonitorState.values()[luck.nextInt(last)];
                flight.bench.send("action.SET_STATE", which + 1, wanted.ordinal());
                boolean armed = models[which].state != MonitorState.PERMANENTLY_OFF && wanted == MonitorState.ACTIVE;
                models[which].command(wanted);
                bell &= !(armed && which == 2);
            }
            if (luck.nextInt(30) == 0) {
                master = !master;
                flight.bench.send(master ? "action.ENABLE" : "action.DISABLE");
            }
            boolean fails = luck.nextInt(3) == 0;
            flight.tick(fails ? 1 : 0);
            for (int i = 0; i < 2; i++) {
                boolean looks = models[i].state.judges();
                if (looks && fails && !models[i].wants) {
                    models[i].begins(step, master);
                }
                models[i].wants = looks ? fails : models[i].wants;
            }
            if (bell && models[2].state.judges()) {
                models[2].begins(step, master);
            }
            String at = "seed " + seed + ", step " + step;
            assertThat(count(flight, "safe")).as(at).isEqualTo(models[0].done);
            assertThat(count(flight, "sequence 0 by ACTION")).as(at).isEqualTo(models[1].done);
            assertThat(count(flight, "fan 1.0 0.0")).as(at).isEqualTo(models[2].done);
            for (int i = 0; i < models.length; i++) {
                assertThat(flight.actions.state(i + 1)).as(at).isEqualTo(models[i].state);
            }
        }
        assertThat(models[1].done + models[2].done).isGreaterThan(10);
    }

    private static long count(ActionFlight flight, String deed) {
        return flight.deeds.stream().filter(deed::equals).count();
    }
}
