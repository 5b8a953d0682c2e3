package org.dawnline.tools.sim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.sim.run.Column;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.PlotData;

/** The data that report.html draws. */
final class PageData {
    private static final MathContext DIGITS = new MathContext(5);
    private static final double ZERO_CELSIUS_K = 273.15;
    private static final double HOTTEST_K = 1000;
    private static final double SECOND_DIGITS = 100;

    private PageData() {}

    static String of(Flight flight, Timeline timeline) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("simulatedS", flight.world().state().timeS());
        root.set("limits", limits(flight.profile()));
        PlotData plot = flight.plot();
        ArrayNode times = root.putArray("timeS");
        for (int i = 0; i < plot.points(); i++) {
            times.add(plot.timeS(i));
        }
        ArrayNode columns = root.putArray("columns");
        for (int c = 0; c < flight.columns().size(); c++) {
            addColumn(columns.addObject(), flight.columns().get(c), plot, c);
        }
        ArrayNode ends = root.putArray("orbitEndsS");
        flight.orbitEndsS().forEach(end -> ends.add(Math.rint(end)));
        ArrayNode starts = root.putArray("orbitStartsS");
        flight.orbitStartsS().forEach(start -> starts.add(Math.rint(start)));
        ArrayNode marks = root.putArray("marks");
        for (Timeline.Row row : timeline.marks()) {
            marks.addObject()
                    .put("timeS", Math.rint(row.timeS() * SECOND_DIGITS) / SECOND_DIGITS)
                    .put("kind", row.kind());
        }
        return root.toString();
    }

    private static void addColumn(ObjectNode node, Column column, PlotData plot, int number) {
        node.put("key", column.key());
        ArrayNode states = node.putArray("states");
        column.states().forEach(states::add);
        ArrayNode values = node.putArray("values");
        for (int i = 0; i < plot.points(); i++) {
            double value = plot.value(i, number);
            if (Double.isFinite(value)) {
                values.add(new BigDecimal(value).round(DIGITS).stripTrailingZeros());
            } else {
                values.addNull();
            }
        }
    }

    private static ObjectNode limits(VehicleProfile profile) {
        ObjectNode limits = JsonNodeFactory.instance.objectNode();
        put(limits, "socFloorRatio", profile, "battery.socFloorRatio", 0);
        put(limits, "routineDodRatio", profile, "battery.routineDodRatio", 0);
        put(limits, "maxGpuTempC", profile, "gpu.maxOperatingTempK", ZERO_CELSIUS_K);
        put(limits, "minCoolantTempC", profile, "thermal.minCoolantTempK", ZERO_CELSIUS_K);
        put(limits, "minRadiatorTempC", profile, "thermal.minRadiatorTempK", ZERO_CELSIUS_K);
        return limits;
    }

    private static void put(ObjectNode node, String name, VehicleProfile profile, String key, double offset) {
        if (profile.has(key)) {
            double value = profile.number(key, -HOTTEST_K, HOTTEST_K) - offset;
            node.put(name, new BigDecimal(value).round(DIGITS).doubleValue());
        } else {
            node.putNull(name);
        }
    }
}
