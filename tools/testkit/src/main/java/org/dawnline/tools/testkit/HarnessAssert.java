package org.dawnline.tools.testkit;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractAssert;
import org.dawnline.fsw.core.face.EventDeclaration;

/** What can be said of the flight of a harness. */
public final class HarnessAssert extends AbstractAssert<HarnessAssert, ComponentHarness> {
    HarnessAssert(ComponentHarness harness) {
        super(harness, HarnessAssert.class);
    }

    /** The history of a channel, by its full name. */
    public ChannelAssert channel(String name) {
        return new ChannelAssert(actual.history().of(name));
    }

    /** The events of a full name; refuses one that nobody declared, since it could never be raised. */
    public EventAssert event(String name) {
        if (actual.dictionary().events().stream().map(EventDeclaration::name).noneMatch(name::equals)) {
            throw new IllegalArgumentException("no event " + name);
        }
        return new EventAssert(name, actual.events(name));
    }

    /** Every telecommand had exactly one terminal report, and none after it. */
    public HarnessAssert endedEveryTelecommandOnce() {
        Map<Long, Integer> ends = new TreeMap<>();
        for (long counter = 1; counter <= actual.telecommandsSent(); counter++) {
            ends.put(counter, 0);
        }
        for (CommandReport report : actual.log().reports()) {
            if (ends.getOrDefault(report.counter(), 0) > 0) {
                failWithMessage("telecommand #%d was reported %s after its end", report.counter(), report.stage());
            }
            if (report.stage().terminal()) {
                ends.merge(report.counter(), 1, Integer::sum);
            }
        }
        ends.values().removeIf(count -> count == 1);
        if (!ends.isEmpty()) {
            failWithMessage("these telecommands had no end: %s", ends.keySet());
        }
        return this;
    }

    /** The component never threw. */
    public HarnessAssert kept(String component) {
        double restarts = actual.value("core.member." + component + ".restarts");
        boolean broke = actual.events("core.MEMBER_BROKE").stream()
                .anyMatch(event -> event.arguments().get(0)
                        == actual.dictionary().enumeration("member").indexOf(component));
        if (restarts > 0 || broke) {
            failWithMessage("expected %s not to break, but it was restarted %s times", component, restarts);
        }
        return this;
    }
}
