package org.dawnline.fsw.power.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two rungs of 2 and 3 kW above a sleeping rack of 1 kW; half of what the rack's feed takes arrives, so that all of it counts twice. */
@Tag("PWR-021")
class MeritOrderTest {
    private static final double MOST_W = 6_000;
    private static final double MOST_CHARGE_W = 1_000;

    private final Demand demand = new SteppedWork()
            .with(new double[] {2_000, 3_000}, new double[] {0.004, 0.002})
            .demand();
    private final Store store = new Store();
    private final PriceLadder ladder = new PriceLadder();
    private final MeritOrder merit = new MeritOrder();
    private final Price price = new Price();
    private final double[] widths = new double[PriceLadder.MAX_LEVELS];

    MeritOrderTest() {
        store.hold(12_000, 11_940);
        store.carry(MOST_CHARGE_W, 4_000);
        store.lose(0.8, 0.8, 0.5);
        ladder.build(demand, store);
    }

    private void order(double arrayW, double busW, double mostW, double floorW) {
        merit.order(demand, store, ladder, MOST_CHARGE_W, arrayW, busW, mostW, floorW);
        merit.addWidths(widths, 2, ladder.free());
    }

    private double rackW(int level, double share) {
        price.set(level, share);
        return merit.rackW(price);
    }

    @Test
    void thePricesAreThoseOfEveryRungWithAndWithoutTheDetourThroughTheBattery() {
        assertThat(ladder.levels()).isEqualTo(PriceLadder.WORK + 5);
        assertThat(ladder.price(PriceLadder.RECOVERY)).isEqualTo(Double.POSITIVE_INFINITY);
        double[] falling = {0.004 * 0.5 / 0.8, 0.004 * 0.5 * 0.8, 0.002 * 0.5 / 0.8, 0.002 * 0.5 * 0.8, 0};
        for (int i = 0; i < falling.length; i++) {
            assertThat(ladder.price(PriceLadder.WORK + i)).isCloseTo(falling[i], within(1e-12));
        }
        assertThat(ladder.forgone).startsWith(PriceLadder.WORK, PriceLadder.WORK + 2);
        assertThat(ladder.discharged).startsWith(PriceLadder.WORK + 1, PriceLadder.WORK + 3);
        PriceLadder copy = new PriceLadder();
        copy.set(ladder);
        assertThat(copy.price(PriceLadder.WORK)).isEqualTo(ladder.price(PriceLadder.WORK));
        assertThat(copy.free()).isEqualTo(ladder.free());
        assertThat(copy.forgone).isEqualTo(ladder.forgone);
        assertThat(copy.discharged).isEqualTo(ladder.discharged);
    }

    // Of 10 kW the bus takes 1 and the sleeping rack 2, the battery could be charged with 1: 6 are there for nobody
    // else.
    @Test
    void inSunlightWorkTakesTheSurplusThenWhatWouldBeChargedThenTheBattery() {
        order(10_000, 1_000, MOST_W, 0);
        assertThat(rackW(PriceLadder.BUS, 0)).isEqualTo(4_000);
        assertThat(merit.allServed()).isFalse();
        assertThat(merit.nextFromBattery()).isFalse();
        assertThat(rackW(ladder.forgone[1], 0.5)).isEqualTo(4_250);
        assertThat(merit.nextFromBattery()).isFalse();
        assertThat(rackW(ladder.discharged[1], 0)).isEqualTo(4_500);
        assertThat(merit.nextFromBattery()).isTrue();
        assertThat(rackW(ladder.free(), 1)).isEqualTo(MOST_W);
        assertThat(merit.allServed()).isTrue();
        assertThat(merit.beyondDischarge()).isFalse();
        assertThat(merit.sunlit()).isTrue();
    }

    @Test
    void whatItCouldUseOfTheStoredEnergyStandsAtItsPrice() {
        order(10_000, 1_000, MOST_W, 0);
        assertThat(widths[PriceLadder.BUS]).isZero();
        assertThat(widths[ladder.forgone[1]])
                .as("1 kW that would not be stored")
                .isCloseTo(1_600, within(1e-9));
        assertThat(widths[ladder.discharged[1]]).as("3 kW out of the battery").isCloseTo(7_500, within(1e-9));
        assertThat(widths[ladder.free()]).isZero();
        assertThat(merit.chargeWh(2)).isEqualTo(1_600);
    }

    @Test
    void whatNobodyUsesIsStoredForNothing() {
        order(10_000, 1_000, 3_000, 0); // 4 kW for the rack, 1 for the battery, 2 for nobody
        assertThat(widths[ladder.free()]).isCloseTo(1_600, within(1e-9));
        assertThat(rackW(PriceLadder.BUS, 0)).isEqualTo(3_000);
        assertThat(merit.allServed()).isTrue();
    }

    @Test
    void inTheShadowTheBusComesFirstAndTheBatteryGivesNoMoreThanItCan() {
        order(0, 1_000, MOST_W, 0);
        assertThat(widths[PriceLadder.BUS]).as("bus and sleeping rack").isCloseTo(3_000 / 0.8 * 2, within(1e-9));
        assertThat(rackW(ladder.free(), 1)).as("1 kW is left to discharge").isEqualTo(1_500);
        assertThat(merit.allServed()).isTrue();
        assertThat(merit.beyondDischarge()).isTrue();
        assertThat(merit.sunlit()).isFalse();
        assertThat(merit.chargeWh(2)).isZero();
        order(0, 9_000, MOST_W, 0);
        assertThat(rackW(ladder.free(), 1)).isEqualTo(1_000);
    }

    @Test
    @Tag("PWR-025")
    void warmthStandsAboveAllWorkAndGoesOnWhereTheWorkEnds() {
        order(3_000, 0, MOST_W, 1_800); // nothing for nobody: all warmth comes from charging or the battery
        assertThat(widths[PriceLadder.HEAT]).isPositive();
        assertThat(rackW(PriceLadder.HEAT, 1)).isCloseTo(1_800, within(1e-9));
        assertThat(rackW(PriceLadder.RECOVERY, 0)).isCloseTo(1_800, within(1e-9));
        store.carry(MOST_CHARGE_W, 100_000);
        order(3_000, 0, 9_000, 8_000);
        assertThat(rackW(PriceLadder.HEAT, 1))
                .as("3 kW more than there is work for")
                .isCloseTo(8_000, within(1e-9));
    }

    @Test
    void aRackThatMayDrawLessThanASleepingOneGetsThatMuch() {
        order(10_000, 1_000, 400, 0);
        assertThat(rackW(ladder.free(), 1)).isEqualTo(400);
    }
}
