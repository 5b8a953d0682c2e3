package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("PWR-053")
class WingAnglesTest {
    private final WingAngles angles = new WingAngles(2);

    @Test
    void wingsThatFaceTheSunGiveAllAndThatLookAsideTheirCosine() {
        assertThat(angles.count()).isEqualTo(2);
        assertThat(angles.meanCosine(100)).isEqualTo(1);
        angles.set(0, Math.PI / 3, 0);
        assertThat(angles.meanCosine(100)).isCloseTo(0.75, within(1e-6));
        angles.set(1, Math.PI, 0);
        assertThat(angles.meanCosine(0)).as("a back gives nothing").isCloseTo(0.25, within(1e-6));
        angles.face();
        assertThat(angles.meanCosine(100)).isEqualTo(1);
    }

    @Test
    void aWingThatTurnsGoesOnTurningRoundAndRound() {
        angles.set(0, 0.1, 0.01);
        assertThat(angles.meanCosine(20)).isCloseTo((StrictMath.cos(0.3) + 1) / 2, within(1e-6));
        assertThat(angles.meanCosine(20 + 200 * Math.PI)).isCloseTo((StrictMath.cos(0.3) + 1) / 2, within(1e-6));
        assertThat(angles.meanCosine(100 * Math.PI)).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aCopyTakesAnglesAndRates() {
        angles.set(0, 0.1, 0.01);
        WingAngles copy = new WingAngles(2);
        copy.copy(angles);
        angles.face();
        assertThat(copy.meanCosine(20)).isCloseTo((StrictMath.cos(0.3) + 1) / 2, within(1e-6));
    }
}
