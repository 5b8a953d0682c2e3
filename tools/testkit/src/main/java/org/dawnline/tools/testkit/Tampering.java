package org.dawnline.tools.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;

/** Stands around every component of a harness and lets it break, or its channels lie, when a test wants that. */
final class Tampering {
    private final Map<String, Integer> breaking = new LinkedHashMap<>();
    private final Map<Channel, Double> stuck = new LinkedHashMap<>();

    /** What a component throws that was told to. */
    static final class Injected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Injected(String component) {
            super("injected into " + component);
        }
    }

    void breakSteps(String component, int steps) {
        breaking.put(component, steps);
    }

    void stick(Channel channel, double value) {
        stuck.put(channel, value);
    }

    void release(Channel channel) {
        stuck.remove(channel);
    }

    Component around(Component component) {
        return new Component() {
            @Override
            public String name() {
                return component.name();
            }

            @Override
            public void step(Tick tick) {
                int left = breaking.getOrDefault(component.name(), 0);
                if (left > 0) {
                    breaking.put(component.name(), left - 1);
                    throw new Injected(component.name());
                }
                component.step(tick);
                stuck.forEach(Channel::set);
            }

            @Override
            public void restart() {
                component.restart();
            }
        };
    }
}
