package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
    private final Store store = new Store();

    StoreTest() {
        store.hold(10_000, 9_000);
        store.carry(3_000, 20_000);
        store.lose(0.9, 0.8, 0.97);
    }

    @Test
    @Tag("PWR-022")
    void lessIsStoredThanGoesInAndMoreIsTakenThanComesOut() {
        assertThat(store.after(5_000, -1_000, 2)).isEqualTo(6_800);
        assertThat(store.after(5_000, 1_000, 2)).isEqualTo(2_500);
        assertThat(store.after(5_000, 0, 2)).isEqualTo(5_000);
    }

    @Test
    @Tag("PWR-022")
    void aFullBatteryLeavesTheRestOnTheArray() {
        assertThat(store.after(9_500, -1_000, 2)).isEqualTo(10_000);
        assertThat(store.after(10_500, -1_000, 2)).as("found fuller than full").isEqualTo(10_500);
        assertThat(store.after(10_500, 1_000, 1)).isEqualTo(9_250);
    }

    @Test
    @Tag("PWR-027")
    void nothingThatItHoldsOrCarriesIsNegativeOrMoreThanFull() {
        store.hold(10_000, 12_000);
        assertThat(store.recoveredWh).isEqualTo(10_000);
        store.hold(10_000, -1);
        assertThat(store.recoveredWh).isZero();
        store.hold(-5, 1_000);
        assertThat(store.fullWh()).isZero();
        assertThat(store.recoveredWh).isZero();
        store.carry(-1, -2);
        assertThat(store.chargeW()).isZero();
        assertThat(store.dischargeW()).isZero();
    }

    @Test
    @Tag("PWR-026")
    void whatTheTaperTakesFallsWithWhatIsMissing() {
        store.taper(2);
        assertThat(store.taperedW(900)).isEqualTo(2_000);
        assertThat(store.taperedW(450)).isEqualTo(1_000);
        assertThat(store.taperedW(-1)).isZero();
        assertThat(store.taperedW(store.untaperedWh(0.25))).isCloseTo(0.25 * 3_000, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    @Tag("PWR-026")
    void withoutAKnownTaperItTakesItsFullPowerToTheEnd(double perHour) {
        store.taper(perHour);
        assertThat(store.taperedW(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(store.untaperedWh(0.25)).isZero();
    }

    @Test
    @Tag("PWR-022")
    void batteryGivesWhatArrayLacksAndTakesNoMoreOfTheRestThanItCan() {
        assertThat(store.batteryW(970, 0, 500, 5_000, 3_000)).isCloseTo(1_500, within(1e-9));
        assertThat(store.batteryW(970, 3_500, 500, 5_000, 3_000)).isCloseTo(-2_000, within(1e-9));
        assertThat(store.batteryW(970, 9_000, 500, 5_000, 3_000)).isEqualTo(-3_000);
        store.taper(2);
        assertThat(store.batteryW(970, 9_000, 500, 9_550, 3_000)).isCloseTo(-1_000, within(1e-9));
    }

    @Test
    @Tag("PWR-028")
    void aCopyIsLikeWhatItWasMadeOf() {
        store.taper(2);
        Store copy = new Store();
        copy.set(store);
        assertThat(copy).usingRecursiveComparison().isEqualTo(store);
        assertThat(copy.fullWh()).isEqualTo(10_000);
        assertThat(copy.taperedW(900)).isEqualTo(2_000);
    }
}
