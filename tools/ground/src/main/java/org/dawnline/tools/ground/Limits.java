package org.dawnline.tools.ground;

import java.util.ArrayList;
import java.util.List;

/**
 * What a value shall keep all of.
 *
 * @param all each of it
 */
public record Limits(List<Limit> all) {
    /** Copies the list. */
    public Limits {
        all = List.copyOf(all);
    }

    /** From a lower to an upper limit, each NaN for none; both the same for just that value. */
    public static Limits between(double atLeast, double atMost) {
        if (atLeast == atMost) {
            return new Limits(List.of(new Limit(Limit.Relation.EQUAL, atLeast)));
        }
        List<Limit> limits = new ArrayList<>();
        if (!Double.isNaN(atLeast)) {
            limits.add(new Limit(Limit.Relation.AT_LEAST, atLeast));
        }
        if (!Double.isNaN(atMost)) {
            limits.add(new Limit(Limit.Relation.AT_MOST, atMost));
        }
        return new Limits(limits);
    }

    /** Whether a value keeps them; where there are none, every known one does. */
    public boolean holds(double value) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).holds(value)) {
                return false;
            }
        }
        return !all.isEmpty() || !Double.isNaN(value);
    }

    /** How far a value is inside the nearest, in its own unit; negative outside, and worse than anything when it is not known. */
    public double margin(double value) {
        double margin = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int i = 0; i < all.size(); i++) {
            margin = Math.min(margin, all.get(i).margin(value));
        }
        return margin;
    }
}
