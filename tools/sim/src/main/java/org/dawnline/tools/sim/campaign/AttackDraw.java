package org.dawnline.tools.sim.campaign;

import java.util.List;

/** Draws what strangers send to the receiver now and then; none of it may be obeyed. */
final class AttackDraw {
    private static final double ATTACK_CHANCE = 0.25;
    private static final double LATEST = 0.9;
    private static final int MAX_FRAMES = 200;
    private static final int MAX_FRAMES_PER_S = 20;
    private static final List<String> KINDS = List.of("corrupt", "early", "expired", "forged", "oldCounter");

    private final Dice dice;

    AttackDraw(Dice dice) {
        this.dice = dice;
    }

    void write(StringBuilder text, int durationS) {
        if (!dice.chance(ATTACK_CHANCE)) {
            return;
        }
        text.append("attacks:\n  - {kind: ").append(dice.pick(KINDS));
        text.append(", at: ").append(dice.whole(1, (int) (LATEST * durationS)));
        text.append(", count: ").append(dice.whole(1, MAX_FRAMES));
        text.append(", perSecond: ").append(dice.whole(1, MAX_FRAMES_PER_S)).append("}\n");
    }
}
