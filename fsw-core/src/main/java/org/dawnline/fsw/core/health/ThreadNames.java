package org.dawnline.fsw.core.health;

import java.util.List;

/** The threads that a satellite has, as the ground knows them: their position is their number in events. */
final class ThreadNames {
    /** Name of the dictionary's enumeration. */
    static final String ENUMERATION = "thread";

    /** In the order of their numbers; {@code main} runs the executive; what is none of them is the last. */
    static final List<String> ALL =
            List.of("main", "worker", "comms", "archive", "nvml-poller", "hwmon-poller", "watchdog-feeder", "other");

    private ThreadNames() {}

    /** The number of a thread by its name. */
    static int numberOf(String name) {
        int number = ALL.indexOf(name);
        return number >= 0 ? number : ALL.size() - 1;
    }
}
