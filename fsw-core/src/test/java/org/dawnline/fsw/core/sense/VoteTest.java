package org.dawnline.fsw.core.sense;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VoteTest {
    private final Vote vote = new Vote(3);

    @Test
    void oneWildSensorOfThreeCannotMoveTheMedian() {
        vote.add(300);
        vote.add(900);
        vote.add(301);
        assertThat(vote.median()).isEqualTo(301);
    }

    @Test
    void readingsThatAreNoNumbersHaveNoVote() {
        vote.add(Double.NaN);
        vote.add(2);
        vote.add(Double.POSITIVE_INFINITY);
        assertThat(vote.median()).isEqualTo(2);
        assertThat(vote.mean()).isEqualTo(2);
        assertThat(vote.count()).isEqualTo(1);
    }

    @Test
    void twoSensorsMeetInTheMiddle() {
        vote.add(3);
        vote.add(1);
        assertThat(vote.median()).isEqualTo(2);
        assertThat(vote.mean()).isEqualTo(2);
    }

    @Test
    void withoutAVoteThereIsNoValue() {
        vote.add(1);
        vote.clear();
        assertThat(vote.median()).isNaN();
        assertThat(vote.mean()).isNaN();
    }
}
