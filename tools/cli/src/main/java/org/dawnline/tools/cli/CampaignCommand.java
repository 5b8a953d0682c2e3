package org.dawnline.tools.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dawnline.tools.sim.campaign.Campaign;
import org.dawnline.tools.sim.campaign.CampaignPlan;
import org.dawnline.tools.sim.campaign.CampaignRun;
import org.dawnline.tools.sim.campaign.Draw;
import org.dawnline.tools.sim.campaign.Odds;
import org.dawnline.tools.sim.campaign.ResultsFile;
import org.dawnline.tools.sim.campaign.RunResult;
import org.dawnline.tools.sim.campaign.Shard;
import org.dawnline.tools.sim.campaign.Summary;
import org.dawnline.tools.sim.run.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flies many random flights and looks for one that breaks an invariant. */
@Command(
        name = "campaign",
        description = "Fly many random flights: worn vehicles, any orbit, any work, faults. Every invariant must hold.",
        subcommands = CampaignMergeCommand.class,
        footer = {
            "",
            "A run follows from --seed and its number alone. Runs that no software could survive are counted",
            "apart. Into --out go results.jsonl (one line a run), summary.json and summary.html (plots);",
            "a part of a campaign writes only its lines, and `campaign merge` puts the parts together.",
            "Exit code 0 when nothing failed, 1 when something did.",
            "",
            "With --odds orbits nothing breaks: orbits, degradation, load and charge are drawn. Only what the",
            "bound (a linear programme with perfect knowledge) proves impossible is excluded; energy is held",
            "against the bound. A cap that swings by more than 2 % and a load that is switched twice in ten",
            "minutes are failures there, too.",
            "",
            "Examples:",
            "  ./dawnline campaign --runs 1000 --seed 7 --jobs 2",
            "  ./dawnline campaign --odds orbits --runs 1000",
            "  ./dawnline campaign --seed 7 --run 42 --out target/run42   # one of them again, full report",
            "  ./dawnline campaign --runs 1000 --seed 7 --shard 2/8 --out target/swarm"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class CampaignCommand implements Callable<Integer> {
    private static final int DEFAULT_RUNS = 100;

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--runs", paramLabel = "N", description = "How many runs (default: ${DEFAULT-VALUE}).")
    private int runs = DEFAULT_RUNS;

    @Option(names = "--seed", paramLabel = "S", description = "Where all luck comes from (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--orbits",
            paramLabel = "N",
            description = "Length of a run, in orbital periods (default: 3; 2 for --odds orbits).")
    private int orbits;

    @Option(
            names = "--odds",
            paramLabel = "NAME",
            description =
                    "What is drawn: anything (the default), or orbits, degradation, load and charge without faults.")
    private String odds = "anything";

    @Option(
            names = "--vehicle",
            paramLabel = "NAME",
            split = ",",
            description = "Vehicles to draw from (default: all, ai1 in half of the runs; for --odds orbits only ai1).")
    private List<String> vehicles = List.of();

    @Option(names = "--jobs", paramLabel = "N", description = "Runs at the same time (default: one a processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--shard", paramLabel = "I/N", description = "Fly only part I of N, each every N-th run.")
    private @Nullable String shard;

    @Option(names = "--resume", description = "Keep the results that are in --out already, fly the others.")
    private boolean resume;

    @Option(names = "--run", paramLabel = "K", description = "Fly only run K, with the report of a single flight.")
    private @Nullable Integer run;

    @Option(names = "--export", description = "With --run: write its scenario file into --out and do not fly.")
    private boolean export;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for what is written (default: target/campaign/SEED in the project).")
    private @Nullable Path out;

    CampaignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (jobs < 1) {
            throw CommandFailure.usage("--jobs " + jobs + "; expected 1 or more");
        }
        ProjectFolder project = common.project();
        Odds wanted = Odds.of(odds)
                .orElseThrow(() -> CommandFailure.usage(
                        "--odds " + odds + "; expected one of " + String.join(", ", Odds.titles())));
        List<String> usual = wanted == Odds.ORBITS ? List.of("ai1") : project.vehicles();
        List<String> drawn = vehicles.isEmpty() ? usual : vehicles;
        drawn.forEach(project::vehicle);
        int length = orbits == 0 ? wanted.orbits() : orbits;
        if (run != null) {
            return single(project, new CampaignPlan(seed, Math.max(runs, run + 1), length, drawn, wanted), run);
        }
        if (export) {
            throw CommandFailure.usage("--export writes one scenario; say which with --run");
        }
        return many(project, new CampaignPlan(seed, runs, length, drawn, wanted));
    }

    Terminal terminal() {
        return terminal;
    }

    private Path folder(ProjectFolder project) {
        return out == null
                ? project.root()
                        .resolve("target/campaign")
                        .resolve(odds.equals("anything") ? Long.toString(seed) : odds + "-" + seed)
                : out;
    }

    private int many(ProjectFolder project, CampaignPlan plan) throws InterruptedException {
        Shard part = shard == null ? Shard.WHOLE : Shard.parse(shard);
        Path folder = folder(project);
        Campaign campaign = new Campaign(plan, part, project.root().resolve("vehicles"), folder);
        try (StopSignal stop = StopSignal.install(campaign::stop);
                CampaignView view = new CampaignView(terminal, plan)) {
            ResultsFile results = campaign.fly(jobs, resume, view);
            view.endLine();
            if (part.count() == 1 && results.missing().isEmpty()) {
                return stop.exitWith(report(results, folder));
            }
            terminal.note("results: " + folder.resolve(part.fileName()));
            boolean failed = results.results().stream().anyMatch(one -> one.verdict() == RunResult.Verdict.FAIL);
            return stop.exitWith(failed || stop.requested() ? Dawnline.FAILED : Dawnline.FINE);
        }
    }

    private int report(ResultsFile results, Path folder) {
        Summary summary = Summary.of(results);
        summary.write(folder);
        terminal.line(
                common.json() ? summary.json().stripTrailing() : summary.text().stripTrailing());
        terminal.note("summary: " + folder.resolve("summary.html"));
        return summary.failed() ? Dawnline.FAILED : Dawnline.FINE;
    }

    private int single(ProjectFolder project, CampaignPlan plan, int number) {
        Path vehicleFolder = project.root().resolve("vehicles");
        Draw draw = Draw.of(plan, number, vehicleFolder);
        Path folder = folder(project).resolve("run-" + number);
        write(draw, out == null ? folder : out);
        if (export) {
            return Dawnline.FINE;
        }
        RunOptions options = RunOptions.of(vehicleFolder)
                .withOut(out == null ? folder : out)
                .withRepeatCommand(plan.repeatCommand(number, draw.scenario().vehicle()));
        CampaignRun flight = new CampaignRun(draw, options);
        try (StopSignal stop = StopSignal.install(flight::stop)) {
            RunResult result = flight.fly();
            terminal.line(common.json() ? Summary.json(result) : Summary.text(result, plan));
            terminal.note("report: " + options.out() + "/report.html");
            return stop.exitWith(result.verdict() == RunResult.Verdict.FAIL ? Dawnline.FAILED : Dawnline.FINE);
        }
    }

    private void write(Draw draw, Path folder) {
        Path file = folder.resolve(draw.scenario().name() + ".yaml");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, draw.yaml());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        terminal.note("scenario: " + file);
    }
}
