package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.dawnline.tools.sim.run.KillSwitch.Killed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KillSwitchTest {
    private static final long SECOND = 1_000_000_000L;

    private static void passMany(KillSwitch kill, KillPoint point) {
        for (int i = 0; i < 100; i++) {
            kill.pass(point);
        }
    }

    @Test
    @Tag("TSIM-150")
    void everyPointIsDrawnSomeTimeAndOnlyItKills() {
        KillSwitch kill = new KillSwitch(1);
        kill.watch(Thread.currentThread());
        Set<KillPoint> drawn = EnumSet.noneOf(KillPoint.class);
        for (int i = 0; i < 100; i++) {
            kill.arm(0);
            for (KillPoint other : KillPoint.values()) {
                if (other != kill.point()) {
                    passMany(kill, other);
                }
            }
            assertThatThrownBy(() -> passMany(kill, kill.point())).isInstanceOf(Killed.class);
            drawn.add(kill.point());
            kill.disarm();
            passMany(kill, kill.point());
        }
        assertThat(drawn).containsExactlyInAnyOrder(KillPoint.values());
    }

    @Test
    @Tag("TSIM-150")
    void aPointThatDoesNotComeIsNotWaitedForAndOtherThreadsAreSpared() throws InterruptedException {
        KillSwitch kill = new KillSwitch(2);
        kill.watch(Thread.currentThread());
        kill.arm(5 * SECOND);
        Throwable[] thrown = new Throwable[1];
        Thread worker = new Thread(() -> {
            for (KillPoint point : KillPoint.values()) {
                passMany(kill, point);
            }
        });
        worker.setUncaughtExceptionHandler((thread, error) -> thrown[0] = error);
        worker.start();
        worker.join();
        assertThat(thrown[0]).isNull();
        assertThatThrownBy(() -> kill.passSleep(6 * SECOND)).isInstanceOf(Killed.class);
    }
}
