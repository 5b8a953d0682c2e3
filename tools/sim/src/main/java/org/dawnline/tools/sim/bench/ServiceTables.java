package org.dawnline.tools.sim.bench;

import java.time.Instant;
import java.util.Locale;
import java.util.function.IntFunction;

/** Tables that fill every service of the bench to its brim. */
final class ServiceTables {
    /** Telecommands that wait in the schedule at the start. */
    static final int SCHEDULED = 10_000;

    /** Housekeeping sets. */
    static final int SETS = 64;

    private static final int CHANNELS_PER_SET = 16;
    private static final int STATISTICS = 8;
    private static final int STEPS = 20;
    /** One in each cycle, for a thousand seconds: the schedule executes while it is measured. */
    private static final long SPACING_MS = 100;

    private final long utcMillis;

    /** Tables for a flight that begins at that time. */
    ServiceTables(long utcMillis) {
        this.utcMillis = utcMillis;
    }

    /** The text that comes with the software here. */
    String text(String name) {
        String kind = name.replaceAll("\\..*", "");
        String extra = kind.equals("sequence") ? " priority=1 times=previous" : "";
        return "table " + kind + " bench version=1" + extra + "\n" + rows(name, kind);
    }

    private String rows(String name, String kind) {
        return switch (kind) {
            case "monitors" -> rows(ServiceLoad.CHANNELS, ServiceTables::monitor);
            case "sequence" -> rows(STEPS, i -> "+1s load.NOOP");
            case "housekeeping" -> rows(SETS, ServiceTables::set);
            case "statistics" -> rows(STATISTICS, i -> "watch slot=" + i + " channel=load.c" + i + " window=10min");
            case "schedule" -> name.endsWith("A") ? rows(SCHEDULED, this::scheduled) : "";
            default -> "";
        };
    }

    private static String rows(int count, IntFunction<String> row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(row.apply(i)).append('\n');
        }
        return text.toString();
    }

    // Half of them fail and recover all the time.
    private static String monitor(int i) {
        String max = i % 2 == 0 ? "5.5" : "9";
        return String.format(
                Locale.ROOT, "limit id=%d name=m%d channel=load.c%d min=-1 max=%s bad=2 of=3 good=2", i, i, i, max);
    }

    private static String set(int set) {
        StringBuilder rows = new StringBuilder("set id=" + set + " interval=1s");
        for (int i = 0; i < CHANNELS_PER_SET; i++) {
            int channel = (set * CHANNELS_PER_SET + i) % ServiceLoad.CHANNELS;
            rows.append("\nchannel set=").append(set).append(" channel=load.c").append(channel);
        }
        return rows.toString();
    }

    private String scheduled(int i) {
        return Instant.ofEpochMilli(utcMillis + (i + 1) * SPACING_MS) + " load.NOOP";
    }
}
