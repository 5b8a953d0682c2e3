package org.dawnline.fsw.core.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.core.orbit.GroundRegion;
import org.dawnline.fsw.core.orbit.OrbitMoment;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;

/**
 * Reads a table of triggers. Regions first: {@code corner REGION lat=-50 lon=-90} three times or more for a polygon,
 * {@code parallel REGION lat=60} for all north of it, {@code meridian REGION lon=0} for the half of the Earth to the east. Then
 * {@code on eclipse-entry before=00:01:00 slot=3} or {@code on region-entry region=REGION slot=4}.
 */
final class TriggerText {
    /** Most triggers. */
    static final int MAX_TRIGGERS = 64;

    /** Most regions. */
    static final int MAX_REGIONS = 16;

    private static final int MIN_CORNERS = 3;
    private static final double POLE_DEG = 90;
    private static final double MAX_LONGITUDE_DEG = 360;
    private static final double HALF_TURN_DEG = 180;
    private static final long MAX_OFFSET_NANOS = 5_400_000_000_000L;
    private static final List<String> WORDS = List.of("corner", "parallel", "meridian", "on");
    private static final int CORNER = 0;
    private static final int PARALLEL = 1;
    private static final int ON = 3;
    private static final List<String> MOMENTS = List.of(
            "eclipse-entry", "umbra-entry", "umbra-exit", "eclipse-exit", "aos", "los", "region-entry", "region-exit");

    private final Rows rows;
    private final Map<String, List<GroundRegion.Corner>> polygons = new LinkedHashMap<>();
    private final Map<String, GroundRegion> regions = new LinkedHashMap<>();
    private final Map<String, Integer> lineOfRegion = new TreeMap<>();
    private final List<Trigger> orbit = new ArrayList<>();

    private TriggerText(Rows rows) {
        this.rows = rows;
    }

    static TriggerSet read(Rows rows) {
        TriggerText text = new TriggerText(rows);
        List<Row> triggers = new ArrayList<>();
        for (Row row : rows.list()) {
            int word = row.word(0, "the word", WORDS);
            if (word == ON) {
                triggers.add(row);
            } else if (word >= 0) {
                text.takeRegion(row, word);
            }
        }
        text.polygons.forEach(text::takePolygon);
        triggers.forEach(text::takeTrigger);
        text.checkCounts(triggers.size());
        return new TriggerSet(List.copyOf(text.regions.values()), text.orbit);
    }

    private void takeRegion(Row row, int word) {
        String name = row.word(1, "the name of the region");
        lineOfRegion.putIfAbsent(name, row.line());
        boolean taken = word == CORNER ? regions.containsKey(name) && !polygons.containsKey(name) : isTaken(name);
        if (taken) {
            row.problem(Flaw.DOUBLED, "region " + name + " stands in line " + lineOfRegion.get(name) + " already");
        }
        if (word == CORNER) {
            polygons.computeIfAbsent(name, n -> new ArrayList<>())
                    .add(new GroundRegion.Corner(
                            row.number("lat", -POLE_DEG, POLE_DEG),
                            row.number("lon", -HALF_TURN_DEG, MAX_LONGITUDE_DEG)));
            regions.putIfAbsent(name, (latitude, longitude) -> false); // keeps the place in the order
        } else if (word == PARALLEL) {
            regions.put(name, GroundRegion.northOf(row.number("lat", -POLE_DEG, POLE_DEG)));
        } else {
            regions.put(name, GroundRegion.eastOf(row.number("lon", -HALF_TURN_DEG, MAX_LONGITUDE_DEG)));
        }
    }

    private boolean isTaken(String name) {
        return regions.containsKey(name) || polygons.containsKey(name);
    }

    private void takePolygon(String name, List<GroundRegion.Corner> corners) {
        int line = lineOfRegion.getOrDefault(name, 0);
        if (corners.size() < MIN_CORNERS || corners.size() > GroundRegion.MAX_CORNERS) {
            rows.problems()
                    .add(
                            line,
                            0,
                            Flaw.OUT_OF_RANGE,
                            "region " + name + " has " + corners.size() + " corners, expected " + MIN_CORNERS + " to "
                                    + GroundRegion.MAX_CORNERS);
        } else if (widthDeg(corners) >= HALF_TURN_DEG) {
            rows.problems()
                    .add(
                            line,
                            0,
                            Flaw.OUT_OF_RANGE,
                            "region " + name + " is " + widthDeg(corners)
                                    + " degrees of longitude wide, expected less than 180");
        } else {
            regions.put(name, GroundRegion.polygon(corners));
        }
    }

    private static double widthDeg(List<GroundRegion.Corner> corners) {
        double first = corners.get(0).longitudeDeg();
        double west = 0;
        double east = 0;
        for (GroundRegion.Corner corner : corners) {
            double x = GroundRegion.wrapped(corner.longitudeDeg() - first);
            west = Math.min(west, x);
            east = Math.max(east, x);
        }
        return east - west;
    }

    private void takeTrigger(Row row) {
        int moment = row.word(1, "the moment", MOMENTS);
        int slot = row.whole("slot", 0, Sequencer.SLOTS - 1);
        if (moment >= 0) {
            OrbitMoment orbitMoment = OrbitMoment.values()[moment];
            orbit.add(new Trigger(orbitMoment, region(row, orbitMoment), offsetNanos(row), slot));
        }
    }

    private int region(Row row, OrbitMoment moment) {
        if (moment != OrbitMoment.REGION_ENTRY && moment != OrbitMoment.REGION_EXIT) {
            return -1;
        }
        return row.choice("region", List.copyOf(regions.keySet()));
    }

    private static long offsetNanos(Row row) {
        boolean before = row.has("before");
        if (before && row.has("after")) {
            row.problem(Flaw.CONFLICT, "a trigger is either before= or after= its moment");
        }
        long offset = row.durationNanos(before ? "before" : "after", 0, MAX_OFFSET_NANOS, 0);
        return before ? -offset : offset;
    }

    private void checkCounts(int triggers) {
        if (triggers > MAX_TRIGGERS) {
            rows.problems().add(Flaw.TOO_MANY, triggers + " triggers, at most " + MAX_TRIGGERS);
        }
        if (regions.size() > MAX_REGIONS) {
            rows.problems().add(Flaw.TOO_MANY, regions.size() + " regions, at most " + MAX_REGIONS);
        }
    }
}
