package org.dawnline.tools.sim.run;

import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The part of a flight in which a criterion counts. All times are mission time, in s; an end that is not known yet is infinite. */
final class Window {
    private final DoubleSupplier nowS;
    private final DoubleSupplier fromS;
    private final @Nullable DoubleSupplier untilS;

    Window(DoubleSupplier nowS, DoubleSupplier fromS, @Nullable DoubleSupplier untilS) {
        this.nowS = nowS;
        this.fromS = fromS;
        this.untilS = untilS;
    }

    /** Whether it is open now. */
    boolean open() {
        return opened() && !over();
    }

    /** Whether its begin has come. */
    boolean opened() {
        return nowS.getAsDouble() >= fromS.getAsDouble();
    }

    private boolean over() {
        return untilS != null && nowS.getAsDouble() > untilS.getAsDouble();
    }

    /** Time since it opened, in s; negative before. */
    double ageS() {
        return nowS.getAsDouble() - fromS.getAsDouble();
    }
}
