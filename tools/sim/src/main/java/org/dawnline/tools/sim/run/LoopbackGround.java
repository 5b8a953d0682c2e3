package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.ground.LoopbackWire;
import org.dawnline.tools.ground.ScenarioCommander;
import org.dawnline.tools.ground.WrongTelecommandException;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.dawnline.tools.sim.scenario.Suggestion;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.jspecify.annotations.Nullable;

/**
 * A ground within the process: no broker and no threads, so that a flight repeats to the bit. Telecommands are encoded, signed and
 * checked just like real ones; their key follows from the seed.
 */
final class LoopbackGround implements Ground {
    private static final long VALIDITY_NANOS = 600_000_000_000L;

    private final String satellite;
    private final LoopbackWire wire = new LoopbackWire();
    private final ScenarioCommander commander;
    private final Map<Long, Sent> sent = new LinkedHashMap<>();
    private @Nullable GroundLink link;

    private record Sent(PlannedTelecommand planned, long utcNanos) {}

    LoopbackGround(String satellite, long seed) {
        this.satellite = satellite;
        commander = new ScenarioCommander(satellite, seed, wire);
    }

    @Override
    public String satellite() {
        return satellite;
    }

    @Override
    public KeyRing keys() {
        return commander.satelliteSide();
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void check(PlannedTelecommand telecommand, Dictionary dictionary) {
        if (telecommand.expected() == Stage.REJECTED) {
            return; // a scenario may send nonsense on purpose
        }
        if (dictionary.commandNumber(telecommand.command()) < 0) {
            List<String> names =
                    dictionary.commands().stream().map(CommandDeclaration::name).toList();
            throw new WrongScenario(
                    telecommand.place(),
                    "command is \"" + telecommand.command() + "\", which is no telecommand; "
                            + Suggestion.forName(telecommand.command(), names));
        }
        try {
            commander.check(telecommand.command(), telecommand.arguments());
        } catch (WrongTelecommandException e) {
            throw new WrongScenario(telecommand.place(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void begin(GroundLink groundLink, Dictionary dictionary) {
        link = groundLink;
        commander.use(dictionary);
    }

    @Override
    public void turn() {
        if (link != null) {
            link.pump();
        }
    }

    @Override
    public void send(int number, PlannedTelecommand telecommand, long utcNanos) {
        long counter;
        try {
            counter = telecommand.expected() == Stage.REJECTED
                    ? commander.sendUnchecked(telecommand.command(), telecommand.arguments(), utcNanos, VALIDITY_NANOS)
                    : commander.send(telecommand.command(), telecommand.arguments(), utcNanos, VALIDITY_NANOS);
        } catch (WrongTelecommandException e) {
            throw new IllegalStateException("a telecommand that was checked is wrong: " + telecommand.place(), e);
        }
        sent.put(counter, new Sent(telecommand, utcNanos));
    }

    @Override
    public TelecommandBook telecommands() {
        Map<Long, VerificationReport> terminal = new LinkedHashMap<>();
        List<VerificationReport> reports = new ArrayList<>(commander.reports());
        for (VerificationReport report : reports) {
            if (Stage.valueOf(report.getStage()).terminal()) {
                terminal.put(report.getCounter(), report);
            }
        }
        TelecommandBook book = new TelecommandBook();
        sent.forEach((counter, command) -> {
            VerificationReport report = terminal.get(counter);
            book.add(new TelecommandBook.Line(
                    command.planned(),
                    command.utcNanos(),
                    report == null ? null : Stage.valueOf(report.getStage()),
                    report == null ? Reason.NONE : Reason.valueOf(report.getReason())));
        });
        return book;
    }

    @Override
    public void end() {
        wire.close();
    }
}
