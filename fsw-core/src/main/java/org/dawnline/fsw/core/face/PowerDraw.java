package org.dawnline.fsw.core.face;

import java.util.function.DoubleSupplier;

/**
 * What a telecommand does to the power that is drawn from the bus: it switches one consumer.
 *
 * @param consumer the consumer, by a name that is its own on board
 * @param mostW most that the consumer draws from then on, in W; 0 when it is switched off
 * @param drawnW what its meter says, in W; NaN when unknown
 */
public record PowerDraw(String consumer, double mostW, DoubleSupplier drawnW) {
    /** Refuses what no consumer can draw. */
    public PowerDraw {
        if (!(mostW >= 0)) {
            throw new IllegalArgumentException(consumer + " draws " + mostW + " W");
        }
    }
}
