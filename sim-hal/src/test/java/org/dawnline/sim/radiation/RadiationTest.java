package org.dawnline.sim.radiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-031")
class RadiationTest {
    private static final double DAY_S = 86_400.0;
    private static final double YEAR_S = 365.25 * DAY_S;
    private final List<Upset> hits = new ArrayList<>();

    @Test
    void withoutBackgroundThereIsNothingButAStormOfTheScenario() {
        Radiation radiation = radiation(1, false);
        radiation.step(100.0 * YEAR_S, false);
        assertThat(hits).isEmpty();

        radiation.storm(50.0, 100.0 * YEAR_S);
        assertThat(radiation.stormFactor()).isEqualTo(50.0);
        radiation.step(101.0 * YEAR_S, false);
        assertThat(radiation.drawn(Upset.MEMORY)).isBetween(10_300, 10_800);
        radiation.storm(1.0, 101.0 * YEAR_S);
        int before = hits.size();
        radiation.step(200.0 * YEAR_S, false);
        assertThat(hits).hasSize(before);
    }

    @Test
    void howOftenSomebodyAsksChangesNothing() {
        Radiation seldom = radiation(7, true);
        seldom.step(40 * DAY_S, false);
        List<Upset> once = List.copyOf(hits);
        hits.clear();
        Radiation often = radiation(7, true);
        for (int i = 1; i <= 40 * 864; i++) {
            often.step(100.0 * i, false);
        }

        assertThat(hits).isEqualTo(once).isNotEmpty();
    }

    @Test
    void anotherSeedHitsAtOtherTimes() {
        radiation(1, true).step(40 * DAY_S, false);
        List<Upset> one = List.copyOf(hits);
        hits.clear();
        radiation(2, true).step(40 * DAY_S, false);
        assertThat(hits).isNotEqualTo(one);
    }

    @Test
    void protonEventsComeAsOftenAndLastAsLongAsTheProfileSays() {
        Radiation radiation = radiation(3, true);
        int storms = 0;
        double stormS = 0.0;
        double before = 1.0;
        double stepS = 600.0;
        for (int i = 1; i < 100.0 * YEAR_S / stepS; i++) {
            radiation.step(i * stepS, false);
            double factor = radiation.stormFactor();
            assertThat(factor)
                    .satisfiesAnyOf(
                            f -> assertThat(f).isEqualTo(1.0),
                            f -> assertThat(f).isBetween(10.0, 100.0));
            storms += factor > 1.0 && before == 1.0 ? 1 : 0;
            stormS += factor > 1.0 ? stepS : 0.0;
            before = factor;
        }
        assertThat(storms).isBetween(430, 570);
        assertThat(stormS / storms).isCloseTo(21_600.0, within(200.0));
    }

    @Test
    void aVehicleThatSaysNothingIsNeverHit() {
        VehicleProfile silent = Vehicles.read("ai1");
        for (String key : silent.keys()) {
            if (key.startsWith("radiation.") && key.endsWith("Year")) {
                silent = silent.with(key, 0.0);
            }
        }
        Radiation radiation = new Radiation(silent, 72, 1, true, (upset, luck) -> hits.add(upset));
        radiation.storm(100.0, 0.0);
        radiation.step(1000.0 * YEAR_S, true);
        assertThat(hits).isEmpty();
    }

    @Test
    void anUpsetWithoutAVictimIsCountedAsOne() {
        Radiation radiation = new Radiation(Vehicles.ai1(), 72, 1, true, (upset, luck) -> false);
        radiation.strike(Upset.FILE);
        assertThat(radiation.drawn(Upset.FILE)).isEqualTo(1);
        assertThat(radiation.hit(Upset.FILE)).isZero();
    }

    private Radiation radiation(long seed, boolean background) {
        return new Radiation(Vehicles.ai1(), 72, seed, background, (upset, luck) -> hits.add(upset));
    }
}
