package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.dawnline.tools.sim.log.DigestBook;
import org.dawnline.tools.sim.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed is worth something only if it makes another world. */
@Tag("TSIM-023")
class SeedsTest {
    private static final int SEEDS = 50;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "world: {truthSpreadRatio: 0.03, delaySpreadRatio: 0.1}",
                "world: {truthSpreadRatio: 0.03, sensorErrors: false}"
            })
    void fiftySeedsGiveFiftyDigests(String world) {
        assertThat(book(Flights.scenario("10 s", world)).complaints()).isEmpty();
    }

    @Test
    void aWorldWithoutLuckIsCaught() {
        DigestBook book = book(Flights.scenario("10 s", "world: {sensorErrors: false}"));

        assertThat(book.complaints()).hasSizeGreaterThan(SEEDS / 2); // but for a laser that loses its carrier
        assertThat(book.complaints().get(0)).startsWith("seeds 1 and 2 share the digest ");
    }

    @Test
    void theSameSeedTwiceIsTheSameFlight() {
        DigestBook book = new DigestBook();

        assertThat(book.add(1, "aa")).isTrue();
        assertThat(book.add(1, "aa")).isTrue();
        assertThat(book.add(2, "aa")).isFalse();
    }

    private static DigestBook book(Scenario scenario) {
        DigestBook book = new DigestBook();
        LongStream.rangeClosed(1, SEEDS)
                .forEach(seed -> book.add(
                        seed,
                        Flights.run(scenario.withSeed(seed)).fly().flight().digest()));
        return book;
    }
}
