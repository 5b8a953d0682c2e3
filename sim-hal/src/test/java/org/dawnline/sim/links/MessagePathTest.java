package org.dawnline.sim.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dawnline.sim.Vehicles;
import org.dawnline.sim.links.MessagePath.Way;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-032")
class MessagePathTest {
    private final FixedView view = new FixedView(0);
    private final Terminals terminals = new Terminals(Vehicles.ai1(), 1, 0, view, true, true);
    private final MessagePath path = new MessagePath(terminals, 1);

    @Test
    void aCalmPathHasTheDelayOfItsCarrierAndDamagesNothing() {
        assertThat(path.open()).isTrue();
        assertThat(path.delayS()).isEqualTo(terminals.latencyS(0));
        assertThat(path.flipsIn(1_000_000, Way.DOWN)).isZero();
        assertThat(path.loses(Way.UP)).isFalse();
        terminals.block(0, true);
        terminals.step(0.1, view);
        assertThat(path.open()).isFalse();
    }

    @Test
    void bitsFlipAsOftenAsTheRatioSaysInEachDirectionByItself() {
        path.flip(1e-4);
        long flips = 0;
        for (int i = 0; i < 10_000; i++) {
            flips += path.flipsIn(125, Way.DOWN);
        }
        assertThat(flips).isBetween(900L, 1100L);
        assertThat(path.damaged(Way.DOWN)).isBetween(800L, 1000L);
        assertThat(path.damaged(Way.UP)).isZero();

        byte[] message = new byte[50];
        byte[] damaged = path.damaged(message, 1, Way.DOWN);
        int ones = 0;
        for (byte value : damaged) {
            ones += Integer.bitCount(value & 0xFF);
        }
        assertThat(ones).isEqualTo(1);
        assertThat(message).containsOnly(0);
    }

    @Test
    void theRatioOfTheCarrierCounts() {
        view.stationSinElevation = 0.5;
        Terminals weak =
                new Terminals(Vehicles.ai1().with("links.bitErrorRatioAtNoMargin", 0.01), 1, 0, view, false, true);
        weak.block(0, true);
        for (int i = 0; i < 10; i++) {
            weak.step(1.0, view);
        }
        weak.addNoise(1, 12.0);
        for (int i = 0; i < 10; i++) {
            weak.step(1.0, view);
        }
        MessagePath noisy = new MessagePath(weak, 1);
        double ratio = weak.bitErrorRatio(1);
        assertThat(ratio).isBetween(1e-5, 0.01);
        long flips = 0;
        for (int i = 0; i < 10_000; i++) {
            flips += noisy.flipsIn(1250, Way.UP);
        }
        assertThat(flips / (10_000.0 * 1250 * 8)).isCloseTo(ratio, within(0.1 * ratio));
    }

    @Test
    void messagesGetLostAsOftenAsTheScenarioWantsAndDelayAddsUp() {
        path.lose(0.25);
        path.delay(2.0);
        int lost = 0;
        for (int i = 0; i < 10_000; i++) {
            lost += path.loses(Way.UP) ? 1 : 0;
        }
        assertThat(lost).isBetween(2350, 2650);
        assertThat(path.lost(Way.UP)).isEqualTo(lost);
        assertThat(path.delayS()).isEqualTo(2.0 + terminals.latencyS(0));
    }
}
