package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.dawnline.sim.radiation.Upset;
import org.dawnline.tools.sim.Flights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TSIM-051")
class FlightMemoryTest {
    @Test
    void theMemoryOfTheWholeFlightSoftwareCanBeHit() {
        Flight flight = Flights.fly("20 s", "").flight();
        FlightMemory memory = flight.memory();

        assertThat(memory.census())
                .containsKeys(
                        "org.dawnline.fsw.core.face.EventLog",
                        "org.dawnline.fsw.core.face.Channel",
                        "org.dawnline.fsw.power.PowerManager",
                        "org.dawnline.fsw.core.exec.Executive",
                        "double[]");
        TreeSet<String> hits = new TreeSet<>();
        SplittableRandom luck = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            assertThat(memory.flip(luck.nextDouble())).isTrue();
            hits.add(memory.lastHit());
        }
        assertThat(hits).hasSizeGreaterThan(400);
    }

    @Test
    void aFlipChangesOneBitAndTheSameLuckChangesItBack() {
        Thing thing = new Thing();
        FlightMemory memory = new FlightMemory(() -> List.of(thing, new double[] {1.5}));
        assertThat(memory.census()).containsExactly(java.util.Map.entry("double[]", 64L));

        double[] array = {1.5};
        FlightMemory one = new FlightMemory(() -> List.of((Object) array));
        assertThat(one.flip(63.5 / 64)).isTrue();
        assertThat(array).containsExactly(-1.5);
        assertThat(one.lastHit()).isEqualTo("double[] element 0 bit 63");
        assertThat(one.flip(63.5 / 64)).isTrue();
        assertThat(array).containsExactly(1.5);
    }

    /** Not of the flight software, so out of reach. */
    private static final class Thing {
        @SuppressWarnings({"UnusedVariable", "FieldCanBeFinal"})
        private double value = 1.0;
    }

    @Test
    void withoutAProcessThereIsNothingToHit() {
        FlightMemory memory = new FlightMemory(() -> (@Nullable Object) null);
        assertThat(memory.flip(0.5)).isFalse();
    }

    @Test
    void aScenarioHitsTheMemoryAndTheFlightGoesOn() {
        Flight flight = Flights.fly("3 min", """
                faults:
                  - {fault: radiation.state, value: 20, at: 1 min}
                """).flight();

        assertThat(flight.world().state().upsetsThatHit(Upset.FLIGHT_STATE)).isEqualTo(20);
        assertThat(flight.memory().lastHit()).isNotEmpty();
        assertThat(flight.world().state().timeS()).isGreaterThan(179.0);
    }
}
