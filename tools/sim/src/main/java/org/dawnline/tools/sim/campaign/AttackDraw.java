package org.dawnline.tools.sim.campaign;

import java.util.List;

/** Draws what strangers send to the receiver now and then; none of it may be obeyed. */
final class AttackDraw {
    private static final double ATTACK_CHANCE = 0.25;
    private static final double LATEST = 0.9;
    private static final int MAX_FRAMES = 200;
    private static final int MAX_FRAMES_PER_S = 20;
    private static final List<String> KINDS = List.of("corrupt", "early", "expired", "forged", "oldCounter");

    /** What is to be refused by its time alone, which a satellite whose clock was set wrong cannot tell. */
    private static final List<String> TIMELESS = List.of("corrupt", "forged", "oldCounter");

    private static final String CLOCK_FAULT = "clock.jump";

    private final Dice dice;

    AttackDraw(Dice dice) {
        this.dice = dice;
    }

    void write(StringBuilder text, int durationS) {
        if (!dice.chance(ATTACK_CHANCE)) {
            return;
        }
        List<String> kinds = text.indexOf(CLOCK_FAULT) < 0 ? KINDS : TIMELESS;
        text.append("attacks:\n  - {kind: ").append(dice.pick(kinds));
        text.append(", at: ").append(dice.whole(1, (int) (LATEST * durationS)));
        text.append(", count: ").append(dice.whole(1, MAX_FRAMES));
        text.append(", perSecond: ").append(dice.whole(1, MAX_FRAMES_PER_S)).append("}\n");
    }
}
