package org.dawnline.tools.sim.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How plan and results are written: one line of JSON each, the same bytes on every machine and JDK. */
final class ResultLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILURE_DIGITS = 4;

    private ResultLine() {}

    /** The first line of a results file. */
    static String of(CampaignPlan plan) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode node = root.putObject("campaign");
        node.put("seed", plan.seed());
        node.put("runs", plan.runs());
        node.put("orbits", plan.orbits());
        ArrayNode vehicles = node.putArray("vehicles");
        plan.vehicles().forEach(vehicles::add);
        node.put("odds", plan.odds().title());
        return root.toString();
    }

    /** The plan in the first line of a results file. */
    static CampaignPlan plan(String line) {
        JsonNode node = read(line).path("campaign");
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("is no results file of a campaign: its first line is " + line);
        }
        List<String> vehicles = new ArrayList<>();
        node.path("vehicles").forEach(vehicle -> vehicles.add(vehicle.asText()));
        return new CampaignPlan(
                node.path("seed").asLong(),
                node.path("runs").asInt(),
                node.path("orbits").asInt(),
                vehicles,
                Odds.of(node.path("odds").asText()).orElse(Odds.ANYTHING));
    }

    /** A run's line. */
    static String of(RunResult result) {
        ObjectNode node = JSON.createObjectNode();
        node.put("run", result.run());
        node.put("vehicle", result.vehicle());
        node.put("verdict", result.verdict().name());
        node.put("excludedBecause", result.excludedBecause());
        ArrayNode failures = node.putArray("failures");
        for (Failure failure : result.failures()) {
            ObjectNode one = failures.addObject();
            one.put("kind", failure.kind());
            one.put("count", failure.count());
            Decimals.put(one, "startS", failure.startS(), 1);
            Decimals.put(one, "worst", failure.worst(), FAILURE_DIGITS);
            Decimals.put(one, "limit", failure.limit(), FAILURE_DIGITS);
        }
        ArrayNode faults = node.putArray("faults");
        result.faults().forEach(faults::add);
        ObjectNode figures = node.putObject("figures");
        for (Figure figure : Figure.values()) {
            Decimals.put(figures, figure.key(), result.figure(figure), figure.digits());
        }
        node.put("digest", result.digest());
        node.put("note", result.note());
        return node.toString();
    }

    /** The result in a line. */
    static RunResult result(String line) {
        JsonNode node = read(line);
        List<Failure> failures = new ArrayList<>();
        for (JsonNode one : node.path("failures")) {
            failures.add(new Failure(
                    one.path("kind").asText(),
                    one.path("count").asInt(),
                    number(one.path("startS")),
                    number(one.path("worst")),
                    number(one.path("limit"))));
        }
        List<String> faults = new ArrayList<>();
        node.path("faults").forEach(fault -> faults.add(fault.asText()));
        SortedMap<Figure, Double> figures = new TreeMap<>();
        for (Figure figure : Figure.values()) {
            figures.put(figure, number(node.path("figures").path(figure.key())));
        }
        return new RunResult(
                node.path("run").asInt(),
                node.path("vehicle").asText(),
                RunResult.Verdict.valueOf(node.path("verdict").asText()),
                node.path("excludedBecause").asText(),
                failures,
                faults,
                figures,
                node.path("digest").asText(),
                node.path("note").asText());
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is no line of a campaign's results: " + line, e);
        }
    }
}
