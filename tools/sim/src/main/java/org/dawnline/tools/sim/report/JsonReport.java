package org.dawnline.tools.sim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.CriterionResult;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.TelecommandBook;
import org.dawnline.tools.sim.run.Totals;

/** report.json: a judgement for scripts. What is not known is null. */
final class JsonReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double ROUND = 1e6;

    private JsonReport() {}

    static ObjectNode of(Report report) {
        Flight flight = report.flight();
        ObjectNode root = JSON.objectNode();
        root.put("scenario", flight.scenario().name());
        root.put("description", flight.scenario().description());
        root.put("vehicle", flight.scenario().vehicle());
        root.put("seed", flight.scenario().seed());
        root.put("epoch", flight.scenario().world().epoch().toString());
        root.put("verdict", report.verdict());
        root.set("criteria", criteria(report.criteria()));
        root.set("totals", totals(flight));
        root.set("violations", violations(report.violations()));
        root.set("executive", executive(flight.spacecraft().executive()));
        root.set("telecommands", telecommands(flight.telecommands()));
        root.set("events", events(flight));
        put(root, "simulatedSeconds", report.simulatedS());
        put(root, "wallSeconds", flight.wallS());
        root.put("logBytes", flight.logBytes());
        root.put("digest", flight.digest());
        root.put("repeat", report.repeatCommand());
        return root;
    }

    private static ArrayNode criteria(List<CriterionResult> results) {
        ArrayNode array = JSON.arrayNode();
        for (CriterionResult result : results) {
            ObjectNode node = array.addObject();
            node.put("name", result.name());
            node.put("limit", result.limit());
            put(node, "value", result.value());
            node.put("text", result.text());
            node.put("pass", result.pass());
        }
        return array;
    }

    private static ObjectNode totals(Flight flight) {
        Totals totals = flight.totals();
        ObjectNode node = JSON.objectNode();
        put(node, "computeEnergyKWh", totals.computeEnergyKWh());
        node.set("computeEnergyKWhPerOrbit", numbers(totals.computeEnergyKWhPerOrbit()));
        put(node, "idleEnergyKWh", totals.idleEnergyKWh());
        put(node, "arrayEnergyKWh", totals.arrayEnergyKWh());
        put(node, "workGpuHours", totals.workGpuHours());
        put(node, "minSocRatio", totals.minSocRatio());
        node.set("minSocRatioPerOrbit", numbers(totals.minSocRatioPerOrbit()));
        node.set("maxSocRatioPerOrbit", numbers(totals.maxSocRatioPerOrbit()));
        put(node, "endSocRatio", totals.endSocRatio());
        put(node, "maxGpuTempC", totals.maxGpuTempC());
        put(node, "minCoolantTempC", totals.minCoolantTempC());
        put(node, "minRadiatorTempC", totals.minRadiatorTempC());
        put(node, "maxRackPowerKW", totals.maxRackPowerKW());
        put(node, "maxDischargeKW", totals.maxDischargeKW());
        put(node, "thermalSlowdowns", totals.thermalSlowdowns());
        ObjectNode outcomes = node.putObject("telecommands");
        flight.telecommands().byOutcome().forEach(outcomes::put);
        return node;
    }

    private static ArrayNode numbers(List<Double> values) {
        ArrayNode array = JSON.arrayNode();
        for (double value : values) {
            array.add(Double.isFinite(value) ? JSON.numberNode(rounded(value)) : JSON.nullNode());
        }
        return array;
    }

    private static ArrayNode violations(List<Breach> breaches) {
        ArrayNode array = JSON.arrayNode();
        for (Breach breach : breaches) {
            ObjectNode node = array.addObject();
            node.put("kind", breach.kind());
            node.put("target", breach.target());
            put(node, "startSeconds", breach.startS());
            put(node, "endSeconds", breach.endS());
            put(node, "worst", breach.worst());
            put(node, "limit", breach.limit());
        }
        return array;
    }

    private static ObjectNode executive(Executive executive) {
        ObjectNode node = JSON.objectNode();
        long cycles = executive.cyclesRun();
        node.put("cycles", cycles);
        node.put("slips", executive.slips());
        put(node, "slipRatio", cycles == 0 ? 0 : executive.slips() / (double) (cycles + executive.slips()));
        ObjectNode members = node.putObject("members");
        Dictionary dictionary = executive.dictionary();
        for (String member : dictionary.enumeration("member")) {
            ObjectNode account = members.putObject(member);
            for (String figure : List.of("slips", "overBudget", "restarts", "maxUs")) {
                Channel channel = dictionary.channel("core.member." + member + "." + figure);
                put(account, figure, channel.value());
            }
        }
        return node;
    }

    private static ArrayNode telecommands(TelecommandBook book) {
        ArrayNode array = JSON.arrayNode();
        for (TelecommandBook.Line line : book.lines()) {
            ObjectNode node = array.addObject();
            node.put("command", line.planned().command());
            node.put(
                    "outcome",
                    line.outcome() == null ? "UNANSWERED" : line.outcome().name());
            node.put("reason", line.reason().name());
            node.put("expected", line.planned().expected().name());
        }
        return array;
    }

    private static ObjectNode events(Flight flight) {
        ObjectNode node = JSON.objectNode();
        for (Severity severity : Severity.values()) {
            node.put(severity.name().toLowerCase(Locale.ROOT), flight.eventCount(severity));
        }
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (!Double.isFinite(value)) {
            node.putNull(name);
        } else if (value == Math.rint(value)) {
            node.put(name, (long) value);
        } else {
            node.put(name, rounded(value));
        }
    }

    private static double rounded(double value) {
        return Math.rint(value * ROUND) / ROUND;
    }
}
