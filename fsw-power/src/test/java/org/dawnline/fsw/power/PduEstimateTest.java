package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A feed that is said to lose 3 %, before a rack of 120 kW and heaters of 2 kW. */
@Tag("PWR-044")
class PduEstimateTest {
    private static final double GIVEN = 0.97;
    private static final double HEATERS_W = 2_000;

    private final PduEstimate pdu = new PduEstimate(GIVEN, 120_000);

    private double ratioAfter(double rackW, double trueRatio, int seconds) {
        for (int i = 0; i < seconds; i++) {
            pdu.take(rackW, rackW / trueRatio + HEATERS_W, 1);
        }
        return pdu.ratio();
    }

    @Test
    void theSlopeBetweenMuchAndLittleIsTheFeedsWhateverElseDraws() {
        assertThat(ratioAfter(100_000, 0.95, 60)).as("nothing to compare with").isEqualTo(GIVEN);
        assertThat(ratioAfter(20_000, 0.95, 59)).isEqualTo(GIVEN);
        assertThat(ratioAfter(20_000, 0.95, 1)).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void whatIsNeitherMuchNorLittleIsNotLearnedFrom() {
        ratioAfter(100_000, 0.95, 60);
        ratioAfter(50_000, 0.5, 600);
        ratioAfter(76_000, 0.5, 600);
        assertThat(ratioAfter(20_000, 0.95, 60)).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void whatWasSeenLaterCountsMoreAndMore() {
        ratioAfter(20_000, 0.96, 600);
        ratioAfter(100_000, 0.96, 60);
        double soon = ratioAfter(100_000, 0.95, 60);
        double late = ratioAfter(100_000, 0.95, 1_200);
        assertThat(soon).isBetween(0.95, 0.96);
        assertThat(late).isLessThan(soon - 0.001);
    }

    @Test
    void noFeedIsTakenForBetterOrWorseThanFivePercentBesideItsMakersWord() {
        ratioAfter(20_000, 0.8, 60);
        assertThat(ratioAfter(100_000, 0.8, 60)).isCloseTo(GIVEN * 0.95, within(1e-9));
        PduEstimate lossy = new PduEstimate(0.9, 120_000);
        for (int i = 0; i < 60; i++) {
            lossy.take(20_000, 20_000, 1);
            lossy.take(100_000, 100_000, 1);
        }
        assertThat(lossy.ratio()).isCloseTo(0.9 * 1.05, within(1e-9));
        for (int i = 0; i < 60; i++) {
            pdu.take(20_000, 22_000, 1);
        }
        assertThat(pdu.ratio()).isLessThanOrEqualTo(1);
    }
}
