package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.boot.BootCause;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.sim.Violation;
import org.dawnline.tools.sim.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The flight computer hangs, restarts, and cannot get up for a while. */
class ComputerTroubleTest {
    private static final double AT_S = 90;

    @Test
    @Tag("E5")
    @Tag("CORE-171")
    void aHangIsBittenWithinTheTimeoutAndTheNextStartKnowsWhy() {
        Report report = Flights.fly("3 min", """
                faults:
                  - {fault: member.slow, target: power, value: 5000, steps: 1, at: 90 s}
                pass:
                  - {metric: boots, equals: 2}
                """);

        Violation bite = report.flight().world().violations().stream()
                .filter(violation -> violation.kind() == Violation.Kind.WATCHDOG_BITE)
                .findFirst()
                .orElseThrow();
        double timeoutS = report.flight().world().watchdog().timeoutS();
        assertThat(bite.startS()).isBetween(AT_S + timeoutS - 0.2, AT_S + timeoutS + 1.2);
        assertThat(value(report, "boot.cause")).isEqualTo(BootCause.WATCHDOG.ordinal());
        assertThat(value(report, "mode.current")).isEqualTo(Mode.OPERATIONAL.ordinal());
        assertThat(value(report, "boot.failedBoots"))
                .as("the first start had proven itself")
                .isZero();
    }

    @Test
    @Tag("A9")
    @Tag("CORE-167")
    void aComputerThatHangsAgainAndAgainComesUpInTheSafeTopologyAndStaysThere() {
        Report report = Flights.fly("6 min", """
                faults:
                  - {fault: member.slow, target: power, value: 5000, steps: 3, at: 20 s}
                """);

        assertThat(value(report, "boot.cause")).isEqualTo(BootCause.WATCHDOG.ordinal());
        assertThat(value(report, "boot.failedBoots")).isEqualTo(3);
        assertThat(value(report, "boot.safeTopology")).isEqualTo(1);
        assertThat(value(report, "mode.current")).isEqualTo(Mode.SAFE.ordinal());
        assertThat(value(report, "state.bootCount")).isEqualTo(4);
        assertThat(value(report, "orbit.illumination"))
                .as("planners are left out")
                .isNaN();
        assertThat(value(report, "power.soc")).isPositive();
    }

    private static double value(Report report, String channel) {
        return report.flight()
                .spacecraft()
                .executive()
                .dictionary()
                .channel(channel)
                .value();
    }
}
