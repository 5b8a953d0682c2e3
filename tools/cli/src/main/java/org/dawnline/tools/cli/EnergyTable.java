package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.dawnline.tools.sim.bench.EnergyBench.Result;

/** Shows energies delivered beside their bounds: a line for each scenario, with the mean and the worst where there are seeds. */
final class EnergyTable {
    private static final double S_PER_H = 3600;

    private final Terminal terminal;

    EnergyTable(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Tells that one is flown. */
    void note(Result one) {
        terminal.note(String.format(
                Locale.ROOT,
                "%s, seed %d: %.4f of the electrical bound, %.4f of the thermal one",
                one.scenario(),
                one.seed(),
                one.ratio(),
                one.thermalRatio()));
    }

    static String text(List<Result> results) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-22s %7s %9s %11s %9s %11s %9s %11s%n",
                "",
                "flown h",
                "delivered",
                "electrical",
                "ratio",
                "thermal",
                "ratio",
                "GPU-hours"));
        for (String name : results.stream().map(Result::scenario).distinct().toList()) {
            List<Result> own =
                    results.stream().filter(one -> one.scenario().equals(name)).toList();
            line(text, own.size() == 1 ? name : name + " mean of " + own.size(), mean(own));
            if (own.size() > 1) {
                Result worst = worst(own);
                line(text, "  worst, seed " + worst.seed(), worst);
            }
        }
        return text.append("Energies in kWh at the rack's input; ~ marks loose bounds.")
                .toString();
    }

    private static void line(StringBuilder text, String name, Result one) {
        text.append(String.format(
                Locale.ROOT,
                "%-22s %7.1f %9.1f %10.1f%s %9.4f %10.1f%s %9.4f %11.1f%s%n",
                name,
                one.flownS() / S_PER_H,
                one.deliveredKWh(),
                one.electricalKWh(),
                one.loose() ? "~" : " ",
                one.ratio(),
                one.thermalKWh(),
                one.loose() ? "~" : " ",
                one.thermalRatio(),
                one.workGpuHours(),
                remark(one)));
    }

    private static String remark(Result one) {
        if (!one.believable()) {
            return "  above 1: the bound is wrong";
        }
        return one.enough() ? "" : String.format(Locale.ROOT, "  below %.3f", one.leastRatio());
    }

    private static Result worst(List<Result> results) {
        Result worst = results.get(0);
        for (Result one : results) {
            worst = one.ratio() < worst.ratio() || !one.believable() ? one : worst;
        }
        return worst;
    }

    private static Result mean(List<Result> results) {
        Result first = results.get(0);
        return new Result(
                first.scenario(),
                first.seed(),
                mean(results, Result::deliveredKWh),
                mean(results, Result::electricalKWh),
                mean(results, Result::thermalKWh),
                mean(results, Result::workGpuHours),
                mean(results, Result::flownS),
                results.stream().anyMatch(Result::loose),
                results.stream().allMatch(Result::passed),
                first.leastRatio());
    }

    private static double mean(List<Result> results, ToDoubleFunction<Result> figure) {
        return results.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    static String json(List<Result> results) {
        ArrayNode list = Json.array();
        for (Result one : results) {
            list.addObject()
                    .put("scenario", one.scenario())
                    .put("seed", one.seed())
                    .put("flownS", one.flownS())
                    .put("deliveredKWh", one.deliveredKWh())
                    .put("boundKWh", one.electricalKWh())
                    .put("ratio", one.ratio())
                    .put("thermalBoundKWh", one.thermalKWh())
                    .put("thermalRatio", one.thermalRatio())
                    .put("looseBound", one.loose())
                    .put("workGpuHours", one.workGpuHours())
                    .put("passed", one.passed());
        }
        return Json.pretty(list);
    }
}
