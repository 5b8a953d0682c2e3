package org.dawnline.tools.sim.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text that is the same on every JDK: the shortest text of a double is not. */
final class Decimals {
    private Decimals() {}

    /** A finite number with at most that many digits behind the point. */
    static String rounded(double value, int digits) {
        BigDecimal exact = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** Puts a number with at most that many digits behind the point; null when it is not known. */
    static void put(ObjectNode node, String name, double value, int digits) {
        if (Double.isFinite(value)) {
            node.put(name, new BigDecimal(rounded(value, digits)));
        } else {
            node.putNull(name);
        }
    }
}
