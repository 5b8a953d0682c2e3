package org.dawnline.tools.sim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.sim.Trigger;
import org.dawnline.sim.WorldState;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.TelecommandBook;
import org.dawnline.tools.sim.scenario.PlannedFault;

/** Events, faults and telecommands of a flight in the order of time. */
final class Timeline {
    /** Rows that a page can show; the first ones of a longer flight. */
    static final int MAX_ROWS = 1500;

    /** Marks that a plot can bear. */
    static final int MAX_MARKS = 300;

    private static final double NANOS_PER_S = 1e9;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final Set<Severity> MINOR = Set.of(Severity.ACTIVITY_LO, Severity.DIAGNOSTIC);

    /**
     * One row.
     *
     * @param timeS mission time, in s
     * @param kind severity of an event, {@code FAULT} or {@code TELECOMMAND}
     * @param name what it is called
     * @param text what it says
     * @param minor whether it is shown only when asked for
     * @param mark whether the plots mark it
     */
    record Row(double timeS, String kind, String name, String text, boolean minor, boolean mark) {}

    private final List<Row> rows = new ArrayList<>();
    private final long notShown;

    private Timeline(Flight flight) {
        for (FlightEvent event : flight.events()) {
            boolean alarm = event.severity().ordinal() <= Severity.WARNING_LO.ordinal();
            rows.add(new Row(
                    event.timeS(),
                    event.severity().name(),
                    event.name(),
                    event.text(),
                    MINOR.contains(event.severity()),
                    alarm));
        }
        addFaults(flight);
        addTelecommands(flight);
        rows.sort(Comparator.comparingDouble(Row::timeS));
        int over = Math.max(0, rows.size() - MAX_ROWS);
        notShown = flight.eventsNotKept() + over;
    }

    static Timeline of(Flight flight) {
        return new Timeline(flight);
    }

    private void addFaults(Flight flight) {
        WorldState world = flight.world().state();
        for (PlannedFault fault : flight.faults()) {
            double timeS = timeS(fault.at(), world);
            if (timeS <= world.timeS()) {
                rows.add(new Row(timeS, "FAULT", fault.fault(), text(fault), false, true));
            }
        }
    }

    private static String text(PlannedFault fault) {
        String target = fault.target().isEmpty() ? "" : "target " + fault.target();
        String value = fault.value() == 0 ? "" : "value " + fault.value();
        return target.isEmpty() || value.isEmpty() ? target + value : target + ", " + value;
    }

    private static double timeS(Trigger trigger, WorldState world) {
        // NaN, and so never, for an orbit event that did not come.
        return trigger.relative()
                ? world.eventTimeS(trigger.event(), trigger.nth()) + trigger.offsetS()
                : trigger.offsetS();
    }

    private void addTelecommands(Flight flight) {
        WorldState world = flight.world().state();
        for (TelecommandBook.Line line : flight.telecommands().lines()) {
            double agoS = (world.utcNanos() - line.sentUtcNanos()) / NANOS_PER_S;
            rows.add(new Row(
                    world.timeS() - agoS, "TELECOMMAND", line.planned().command(), line.outcomeText(), false, true));
        }
    }

    /** Rows that the plots mark. */
    List<Row> marks() {
        return rows.stream().filter(Row::mark).limit(MAX_MARKS).toList();
    }

    /** The rows as a table. */
    String html() {
        StringBuilder html = new StringBuilder(
                "<table><tr><th class=n>time</th><th>severity</th><th>name</th><th>what happened</th></tr>");
        rows.stream()
                .limit(MAX_ROWS)
                .forEach(row -> html.append(row.minor() ? "<tr class=minor>" : "<tr>")
                        .append("<td class=n>")
                        .append(clock(row.timeS()))
                        .append("</td><td><span class=\"sev ")
                        .append(row.kind())
                        .append("\">")
                        .append(row.kind())
                        .append("</span></td><td>")
                        .append(HtmlReport.escape(row.name()))
                        .append("</td><td>")
                        .append(HtmlReport.escape(row.text()))
                        .append("</td></tr>"));
        return html.append("</table>").toString();
    }

    /** Says what is not shown; empty when everything is. */
    String note() {
        return notShown == 0 ? "" : "<div class=note>" + notShown + " more events are in the binary log only.</div>";
    }

    private static String clock(double timeS) {
        long hours = (long) (timeS / SECONDS_PER_HOUR);
        long minutes = (long) (timeS % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
        return String.format(Locale.ROOT, "%d:%02d:%04.1f", hours, minutes, timeS % SECONDS_PER_MINUTE);
    }
}
