package org.dawnline.fsw.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.StillHal;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parameters by telecommand, over a disk that takes its time. */
class ParameterTableTest {
    private final StillHal hal = new StillHal();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final class Boot {
        final Bench bench = new Bench(hal);
        final Parameter limitW;
        final Parameter floorW;

        Boot() {
            Face power = bench.face("power");
            limitW = power.parameter("limitW", Unit.WATT, 50, 10, 100, "limit");
            floorW = power.parameter("floorW", Unit.WATT, 5, 0, 20, "floor");
            ParameterTable table = new ParameterTable(bench.face("parameters"), bench.registrar);
            StateKeeper keeper =
                    new StateKeeper(bench.face("state"), bench.registrar, bench.modes, hal, waiting::offer);
            bench.registrar.savedBy(keeper);
            keeper.restore();
            bench.fly(Bench.S, table, keeper);
        }

        int number(String parameter) {
            return bench.dictionary().enumeration("parameter").indexOf(parameter);
        }

        Bench.Report setList(String text) {
            return bench.commandWithData("parameters.SET_LIST", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    @Tag("CORE-186")
    @Tag("D1")
    void aChangeIsDoneWhenItWouldSurviveAKill() {
        Boot boot = new Boot();
        long sent = boot.bench.send("parameters.SET", boot.number("power.limitW"), 77);
        boot.bench.tick(3);
        assertThat(boot.limitW.value()).isEqualTo(77);
        assertThat(boot.bench.last(sent).stage()).isEqualTo(Stage.STARTED);
        assertThat(new Boot().limitW.value()).isEqualTo(50); // killed before the disk had it: nobody was told otherwise

        work();
        boot.bench.tick(2);
        assertThat(boot.bench.last(sent).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(new Boot().limitW.value()).isEqualTo(77);
    }

    @Test
    @Tag("CORE-186")
    @Tag("D1")
    void changesDuringASaveWaitForTheNextOne() {
        Boot boot = new Boot();
        long first = boot.bench.send("parameters.SET", boot.number("power.limitW"), 60);
        boot.bench.tick(1);
        long second = boot.bench.send("parameters.SET", boot.number("power.limitW"), 70);
        boot.bench.tick(1);
        waiting.remove().run();
        boot.bench.tick(1); // this step hears of the first save and offers the second
        boot.bench.tick(1);
        assertThat(boot.bench.last(first).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(boot.bench.last(second).stage()).isEqualTo(Stage.STARTED);
        work();
        boot.bench.tick(2);
        assertThat(boot.bench.last(second).stage()).isEqualTo(Stage.COMPLETED);
        assertThat(new Boot().limitW.value()).isEqualTo(70);
    }

    @Test
    @Tag("CORE-186")
    @Tag("D1")
    void aChangeThatCannotBeSavedFailsThoughItIsInForce() {
        Boot boot = new Boot();
        hal.writesFail = true;
        long sent = boot.bench.send("parameters.SET", boot.number("power.limitW"), 77);
        boot.bench.tick(1);
        work();
        boot.bench.tick(2);
        assertThat(boot.bench.last(sent).stage()).isEqualTo(Stage.FAILED);
        assertThat(boot.bench.last(sent).reason()).isEqualTo(Reason.DEVICE);
        assertThat(boot.limitW.value()).isEqualTo(77);
        assertThat(boot.bench.count("state.SAVE_FAILED")).isEqualTo(1);

        hal.writesFail = false;
        boot.bench.tick(12);
        work();
        assertThat(new Boot().limitW.value()).isEqualTo(77);
    }

    @Test
    @Tag("CORE-187")
    @Tag("D1")
    void aListIsSetAsAWhole() {
        Boot boot = new Boot();
        boot.setList("""
                # for the summer
                power.limitW = 80

                power.floorW=7.5""");
        work();
        boot.bench.tick(2);
        assertThat(boot.limitW.value()).isEqualTo(80);
        assertThat(boot.floorW.value()).isEqualTo(7.5);

        boot.setList("power.limitW=default");
        assertThat(boot.limitW.value()).isEqualTo(50);
        assertThat(boot.floorW.value()).isEqualTo(7.5);
    }

    @Test
    @Tag("CORE-187")
    @Tag("D1")
    void aListWithAWrongLineOrAValueOutOfRangeSetsNothingAndSaysWhat() {
        Boot boot = new Boot();
        assertThat(boot.setList("power.limitW=80\npower.floorW=21").reason()).isEqualTo(Reason.DATA);
        assertThat(boot.bench.count("parameters.OUT_OF_RANGE")).isEqualTo(1);
        for (String wrong : new String[] {
            "power.floorW", "power.floorW=", "power.floorW=NaN", "power.floorW=1e999", "power.other=1", "=1", "\u0000"
        }) {
            boot.bench.tick(60); // the throttle of the event
            assertThat(boot.setList("power.limitW=80\n" + wrong).stage())
                    .as(wrong)
                    .isEqualTo(Stage.FAILED);
        }
        assertThat(boot.bench.count("parameters.LIST_UNREADABLE")).isEqualTo(7);
        assertThat(boot.limitW.value()).isEqualTo(50);
        assertThat(boot.bench.count("parameters.CHANGED")).isZero();
    }

    @Test
    @Tag("CORE-187")
    @Tag("D1")
    void aValueIsToldByAnEvent() {
        Boot boot = new Boot();
        assertThat(boot.bench
                        .command("parameters.GET", boot.number("power.limitW"))
                        .stage())
                .isEqualTo(Stage.COMPLETED);
        assertThat(boot.bench.count("parameters.VALUE")).isEqualTo(1);
    }
}
