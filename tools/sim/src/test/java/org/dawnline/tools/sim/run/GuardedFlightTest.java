package org.dawnline.tools.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.sim.Flights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bits flip in the critical state of the whole flight software while it flies. */
@Tag("I2")
class GuardedFlightTest {
    private static final String WORD = "org.dawnline.fsw.core.guard.GuardedWord";
    private static final int COPIES = 3;
    /** Repairs are counted, a monitor watches the count, and the events are sent. */
    private static final List<String> COUNTS = List.of(
            "archive.bytes.EVENT",
            "archive.stored.EVENT",
            "comms.bytesSent",
            "comms.terminal.laser_0.bytes",
            "memory.corrected",
            "monitor.failures",
            "monitor.lastFailed");

    private static final int WRITTEN_ANEW = 6;
    private static final int SWEEP_S = 10;

    /** Flips one bit of one copy in every guarded word at the end of each sweep of the scrub, another one each time. */
    private static final class Particles implements Runnable {
        private final Flight flight;
        private final List<Integer> hits = new ArrayList<>();
        private double nextS = SWEEP_S;

        Particles(Flight flight) {
            this.flight = flight;
        }

        @Override
        public void run() {
            int place = hits.size();
            if (flight.world().state().timeS() >= nextS && place < COPIES * Long.SIZE) {
                nextS += SWEEP_S;
                hits.add(flight.memory().flipInEach(WORD, place / Long.SIZE, place % Long.SIZE));
            }
        }
    }

    @Test
    @Tag("CORE-160")
    @Tag("CORE-161")
    void everyBitOfEveryGuardedWordMayFlipAndTheFlightIsTheSameButForTheCounts() {
        String length = (COPIES * Long.SIZE + 2) * SWEEP_S + " s";
        Flight calm = new Flight(Flights.scenario(length, ""), RunOptions.of(Flights.VEHICLES));
        SortedMap<String, Double> calmEnd = fly(calm, () -> {});

        Flight hit = new Flight(Flights.scenario(length, ""), RunOptions.of(Flights.VEHICLES));
        Particles particles = new Particles(hit);
        SortedMap<String, Double> hitEnd = fly(hit, particles);

        assertThat(particles.hits).hasSize(COPIES * Long.SIZE);
        double words = calmEnd.get("memory.words");
        assertThat(particles.hits).allMatch(count -> count == words);
        assertThat(words).isGreaterThan(250);
        assertThat(hitEnd.get("memory.corrected"))
                .as("all but those grants that are written anew before anybody reads them")
                .isBetween((words - WRITTEN_ANEW) * COPIES * Long.SIZE, words * COPIES * Long.SIZE);
        assertThat(hitEnd.get("memory.lost")).isZero();
        assertThat(calmEnd.get("memory.corrected")).isZero();
        assertThat(differing(hitEnd, calmEnd)).containsExactlyElementsOf(COUNTS);
    }

    private static List<String> differing(SortedMap<String, Double> one, SortedMap<String, Double> other) {
        return one.keySet().stream()
                .filter(name -> !one.get(name).equals(other.get(name)))
                .toList();
    }

    private static SortedMap<String, Double> fly(Flight flight, Runnable turn) {
        flight.eachTurn(turn);
        flight.fly(FlightListener.NONE);
        SortedMap<String, Double> end = new TreeMap<>();
        for (Dictionary.Frame frame :
                flight.spacecraft().executive().dictionary().frames()) {
            for (Channel channel : frame.channels()) {
                end.put(channel.name(), channel.value());
            }
        }
        return end;
    }
}
