package org.dawnline.sim.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes in goes out or stays. */
@Tag("SIM-018")
class HeatBalanceTest {
    @Test
    void aHundredOrbitsWithEclipsesAndFaultsBalanceTheirHeat() {
        HundredOrbits flown = new HundredOrbits().fly();
        CoolantLoop loop = flown.loop();

        assertThat(flown.gapRatio()).isLessThan(0.001);
        assertThat(loop.suppliedJ()).isCloseTo(flown.inJ(), within(1e-9 * flown.inJ()));
        assertThat(loop.radiatedJ()).isCloseTo(flown.outJ(), within(1e-4 * flown.outJ()));
        assertThat(flown.storedJ())
                .isCloseTo(loop.suppliedJ() - loop.radiatedJ() - loop.leakedJ(), within(1e-9 * flown.inJ()));
        assertThat(loop.leakedJ()).as("the leak took heat").isPositive();
        assertThat(flown.mostIceRatio()).as("the isolated wing froze").isEqualTo(1.0);
        assertThat(loop.wingFrozenRatio(1)).as("and thawed").isZero();
    }
}
