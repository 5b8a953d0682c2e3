package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;

/** Steps a regulation component in a reflex group: every so many steps. It sees the group's step length, not its own. */
final class EveryTenth implements Component {
    private final Component inner;
    private final int divisor;
    private long steps;

    EveryTenth(Component inner, int divisor) {
        this.inner = inner;
        this.divisor = divisor;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public void step(Tick tick) {
        if (steps++ % divisor == 0) {
            inner.step(tick);
        }
    }
}
