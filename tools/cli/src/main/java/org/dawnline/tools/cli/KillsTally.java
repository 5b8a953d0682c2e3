package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of kills: when they fell, what ended how, what was checked, and what must not be. Several can be added up. */
final class KillsTally {
    private static final int MOST_TOLD = 50;

    /** Figures by their names, in the order in which they are told. */
    private final Map<String, Long> figures = new LinkedHashMap<>();

    private final List<String> violations = new ArrayList<>();
    private final List<String> strikes = new ArrayList<>();
    private final List<Life> lives = new ArrayList<>();

    /** A process that flew for a while and was heard of. */
    private record Life(int run, long fromUtcNanos, long toUtcNanos) {}

    KillsTally() {
        for (String name : List.of(
                "kills",
                "beforeFirstCycle",
                "beforeLink",
                "withOpenTelecommands",
                "withScheduleWaiting",
                "withSequenceRunning",
                "withTableUnderWay",
                "withReplayUnderWay",
                "openTelecommandsKilled")) {
            figures.put(name, 0L);
        }
    }

    private void add(String name, long count) {
        figures.merge(name, count, Long::sum);
    }

    private void count(String name, boolean so) {
        add(name, so ? 1 : 0);
    }

    /** A process is killed now. */
    void killed(boolean flew, boolean heard, KillsBook book, KillsTraffic traffic) {
        add("kills", 1);
        count("beforeFirstCycle", !flew);
        count("beforeLink", flew && !heard);
        if (flew && heard) {
            long waiting = book.waiting().size();
            long open = book.open() - waiting;
            count("withOpenTelecommands", open > 0);
            count("withScheduleWaiting", waiting > 0);
            count("withSequenceRunning", traffic.sequenceRuns());
            count("withTableUnderWay", traffic.uploads());
            count("withReplayUnderWay", traffic.replays());
            add("openTelecommandsKilled", open);
        }
    }

    void lived(int run, long fromUtcNanos, long toUtcNanos) {
        lives.add(new Life(run, fromUtcNanos, toUtcNanos));
    }

    void judgeStarts(KillsJudge judge) {
        lives.forEach(life -> judge.judgeStart(life.run(), life.fromUtcNanos(), life.toUtcNanos()));
        add("startsChecked", lives.size());
    }

    synchronized void violation(String text) {
        violations.add(text);
    }

    /** Damage was done. */
    void struck(String text) {
        strikes.add(text);
    }

    void take(KillsBook book, KillsJudge judge, KillsDamage damage) {
        add("sent", book.sentCount());
        add("acknowledged", book.takenCount());
        new TreeMap<>(book.endings()).forEach(this::add);
        add("valuesChecked", judge.valuesChecked());
        add("modesChecked", judge.modesChecked());
        add("sequenceStepsChecked", judge.versionsChecked());
        add("storedEventsChecked", judge.recordsChecked());
        add("startsInSafeTopology", book.safeStarts.size());
        add("strikes", damage.strikes());
        add("strikesThatHitRecords", damage.strikesWithHits());
        add("recordsHit", damage.hitRecords());
        add("recordsLost", damage.lostRecords());
        violations.addAll(judge.found());
    }

    /** Adds a line of a results file. */
    void add(JsonNode line) {
        line.path("figures")
                .properties()
                .forEach(figure -> add(figure.getKey(), figure.getValue().asLong()));
        line.path("violations").forEach(violation -> violations.add(violation.asText()));
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        ObjectNode told = json.putObject("figures");
        figures.forEach(told::put);
        violations.stream().limit(MOST_TOLD).forEach(json.putArray("violations")::add);
        if (!strikes.isEmpty()) {
            strikes.forEach(json.putArray("strikes")::add);
        }
        return json;
    }

    List<String> violations() {
        return violations;
    }

    Map<String, Long> figures() {
        return figures;
    }
}
