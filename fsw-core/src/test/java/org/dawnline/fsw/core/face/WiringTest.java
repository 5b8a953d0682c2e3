package org.dawnline.fsw.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dawnline.fsw.core.Bench;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.Tick;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A5")
@Tag("CORE-179")
class WiringTest {
    private final Registrar registrar = new Registrar();
    private final Face arbiter = registrar.component("arbiter");
    private final Face compute = registrar.component("compute");
    private final Channel grantW = arbiter.channel("grantW", Unit.WATT, "granted");

    /** Within a second of this thread's own time, whatever else the machine does. */
    private static AbstractThrowableAssert<?, ? extends Throwable> refusedAtOnce(ThrowingCallable construction) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        AbstractThrowableAssert<?, ? extends Throwable> refused = assertThatThrownBy(construction);
        assertThat(threads.getCurrentThreadCpuTime() - before)
                .as("nanoseconds until it is refused")
                .isBetween(0L, Bench.S);
        return refused;
    }

    @Test
    void aPortTakesAChannelOfItsUnit() {
        assertThat(compute.input("powerW", grantW, Unit.WATT)).isSameAs(grantW);
        assertThatCode(() -> registrar.checkSources(Set.of("arbiter"))).doesNotThrowAnyException();
    }

    @Test
    void aPortThatIsConnectedWithNothingIsRefusedByName() {
        refusedAtOnce(() -> compute.input("powerW", null, Unit.WATT))
                .hasMessage("compute.powerW is connected with nothing, it wants a channel in W");
    }

    @Test
    void anotherUnitIsRefusedWithBothNames() {
        refusedAtOnce(() -> compute.input("tempK", grantW, Unit.KELVIN))
                .hasMessage("compute.tempK wants a channel in K, arbiter.grantW is in W");
        refusedAtOnce(() -> compute.input("on", grantW, Unit.NONE))
                .hasMessage("compute.on wants a channel in no unit, arbiter.grantW is in W");
    }

    @Test
    void aChannelOfAnotherSatelliteIsRefused() {
        Channel foreign = new Registrar().component("arbiter").channel("grantW", Unit.WATT, "granted");
        refusedAtOnce(() -> compute.input("powerW", foreign, Unit.WATT))
                .hasMessage("compute.powerW reads arbiter.grantW, which is not of this satellite");
    }

    @Test
    void aChannelThatNobodySetsIsRefusedWithBothNames() {
        compute.input("powerW", grantW, Unit.WATT);
        refusedAtOnce(() -> registrar.checkSources(Set.of("compute")))
                .hasMessage("compute.powerW reads arbiter.grantW, but arbiter is in no rate group");
    }

    @Test
    void aNameThatIsTakenIsRefusedWithBothWhoDeclareIt() {
        arbiter.enumeration("why", List.of("HEAT"));
        refusedAtOnce(() -> compute.enumeration("why", List.of("POWER")))
                .hasMessage("enumeration.why is declared twice: by arbiter and by compute");
        refusedAtOnce(() -> arbiter.channel("grantW", Unit.WATT, "again"))
                .hasMessage("arbiter.grantW is declared twice: by arbiter and by itself");
        refusedAtOnce(() -> registrar.component("arbiter")).hasMessageContaining("arbiter is declared twice");
    }

    private record Idle(String name) implements Component {
        @Override
        public void step(Tick tick) {}
    }

    @Test
    void aComponentInTwoRateGroupsIsRefusedWithBoth() {
        Idle twice = new Idle("twice");
        refusedAtOnce(() -> new Bench()
                        .fly(
                                Bench.S,
                                List.of(
                                        new RateGroup("fast", 1, 0, 1, List.of(twice)),
                                        new RateGroup("slow", 2, 0, 1, List.of(twice)))))
                .hasMessage("twice is in rate group fast and again in slow");
    }
}
