package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.tools.testkit.FakeClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SatelliteTimeTest {
    private static final long SECOND = 1_000_000_000L;

    private final FakeClock station = new FakeClock();
    private final SatelliteTime time = new SatelliteTime(station);

    @Test
    @Tag("GND-011")
    void withoutTelemetryTheStationsTimeIsTaken() {
        assertThat(time.known()).isFalse();
        assertThat(time.utcNanos()).isEqualTo(FakeClock.START_UTC_NANOS);
    }

    @Test
    @Tag("GND-011")
    void aSimulationThatRunsFasterIsFollowed() {
        for (int i = 0; i < 5; i++) {
            time.heard(100L * i * SECOND);
            station.advance(SECOND);
        }
        assertThat(time.rate()).isCloseTo(100, within(1e-6));
        assertThat(time.utcNanos()).isEqualTo(500 * SECOND);
    }

    @Test
    @Tag("GND-011")
    void aSatelliteThatStartsAgainEarlierIsFollowed() {
        time.heard(1_000 * SECOND);
        station.advance(SECOND);
        time.heard(10 * SECOND);
        assertThat(time.utcNanos()).isEqualTo(10 * SECOND);
        assertThat(time.rate()).isEqualTo(1);
    }
}
