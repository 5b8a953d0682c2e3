package org.dawnline.tools.testkit;

import org.assertj.core.api.Assertions;

/**
 * AssertJ's {@code assertThat}, and what can be said of a flight: {@code assertThat(harness).channel("pump.flow").stayedBetween(0, 1)}.
 * Import this one instead of AssertJ's.
 */
public final class FlightAssertions extends Assertions {
    private FlightAssertions() {}

    /** What can be said of a flight. */
    public static HarnessAssert assertThat(ComponentHarness harness) {
        return new HarnessAssert(harness);
    }

    /** What can be said of the last report of a telecommand. */
    public static ReportAssert assertThat(CommandReport report) {
        return new ReportAssert(report);
    }
}
