package org.dawnline.tools.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dawnline.fsw.core.archive.RecordKind;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.tools.ground.EventLine;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.Operator;
import org.dawnline.tools.ground.Playback;
import org.dawnline.tools.ground.Unmet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the satellite's events. */
@Command(
        name = "events",
        description = "Show the newest events of the running satellite, or follow them.",
        footer = {
            "",
            "The newest come from the journal of the local `run`. With --broker nobody kept one: then",
            "what comes within a few seconds (--timeout) is shown. With --stored the satellite plays back",
            "what it has stored; exit code 1 when not all of it came.",
            "",
            "Examples:",
            "  ./dawnline events",
            "  ./dawnline events --follow --severity WARNING_LO",
            "  ./dawnline events --last 100 --json",
            "  ./dawnline events --stored --from 2h --severity WARNING_LO",
            "  ./dawnline events --await mode.CHANGED --timeout 5m"
        })
@SuppressWarnings("FieldCanBeFinal") // picocli writes them
final class EventsCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Terminal terminal;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    @Mixin
    private final StoredOptions stored = new StoredOptions();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of the past to show (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            defaultValue = "DIAGNOSTIC",
            description = "Only those at least as bad: ${COMPLETION-CANDIDATES} (default: all).")
    private Severity severity = Severity.DIAGNOSTIC;

    @Option(
            names = "--await",
            paramLabel = "NAME",
            description = "Wait for the next event of that name; --timeout is then the satellite's time.")
    private @Nullable String awaited;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationText.class,
            defaultValue = "10s",
            description = "How long to listen with --broker (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    EventsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Contact contact = Contact.of(common, link);
        if (awaited != null) {
            return await(contact, awaited);
        }
        if (stored.stored()) {
            return playBack(contact);
        }
        boolean local =
                link.broker() == null && FlightRecord.read(contact.home()).isPresent();
        List<EventLine> past = local ? EventJournal.last(contact.home(), last) : List.of();
        if (follow) {
            past.stream().filter(this::wanted).forEach(this::show);
            follow(contact, past);
        } else {
            show(local ? past : listen(contact));
        }
        return Dawnline.FINE;
    }

    private void show(List<EventLine> events) {
        List<EventLine> shown = events.stream().filter(this::wanted).toList();
        if (common.json()) {
            ArrayNode list = Json.array();
            shown.forEach(event -> list.add(EventJournal.json(event)));
            terminal.line(Json.pretty(list));
        } else {
            shown.forEach(this::show);
        }
    }

    // Events are stored with the place of their severity as priority, so what is not wanted does not burden the link.
    private int playBack(Contact contact) throws InterruptedException {
        try (GroundClient ground = contact.open(terminal)) {
            Playback.Result result = stored.fetch(terminal, ground, RecordKind.EVENT, severity.ordinal());
            show(result.book().events());
            return StoredOptions.exitCode(terminal, result);
        }
    }

    private int await(Contact contact, String wanted) throws InterruptedException {
        try (GroundClient ground = contact.open(terminal)) {
            String name = Names.one("event", wanted, ground.dictionary().eventNames());
            show(new Operator(ground).awaitEvent(name, timeout));
            return Dawnline.FINE;
        } catch (Unmet e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    private void follow(Contact contact, List<EventLine> past) throws InterruptedException {
        BlockingQueue<EventLine> coming = new LinkedBlockingQueue<>();
        try (StopSignal stop = StopSignal.install();
                GroundClient ground = contact.open(terminal)) {
            ground.events(coming::add);
            while (!stop.requested()) {
                EventLine event = coming.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (event != null && wanted(event) && !past.contains(event)) {
                    show(event);
                }
            }
        }
    }

    private List<EventLine> listen(Contact contact) throws InterruptedException {
        BlockingQueue<EventLine> coming = new LinkedBlockingQueue<>();
        try (StopSignal stop = StopSignal.install();
                GroundClient ground = contact.open(terminal)) {
            ground.events(coming::add);
            stop.await(timeout);
        }
        return new ArrayList<>(coming);
    }

    private boolean wanted(EventLine event) {
        return Severity.valueOf(event.severity()).compareTo(severity) <= 0;
    }

    private void show(EventLine event) {
        terminal.line(common.json() ? Json.line(EventJournal.json(event)) : text(event));
        terminal.out().flush();
    }

    /** One line for people. */
    static String text(EventLine event) {
        return String.format(
                "%s  %-11s  %-28s  %s",
                UtcText.dayAndClock(event.utcNanos()), event.severity(), event.name(), event.text());
    }
}
