package org.dawnline.tools.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.sim.links.MessagePath;
import org.dawnline.tools.ground.LoopbackWire;
import org.dawnline.tools.ground.ScenarioCommander;
import org.dawnline.tools.ground.WrongTelecommandException;
import org.dawnline.tools.sim.scenario.PlannedAttack;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.dawnline.tools.sim.scenario.WrongScenario;
import org.jspecify.annotations.Nullable;

/**
 * A ground within the process: no broker and no threads, so that a flight repeats to the bit. Telecommands are encoded, signed and
 * checked just like real ones; their key follows from the seed.
 */
final class LoopbackGround implements Ground {
    private static final long VALIDITY_NANOS = 600_000_000_000L;

    /** Rounds of the link in one turn, as its own thread would make them when much waits: 256 telecommands a round. */
    private static final int MOST_ROUNDS = 8;

    private final String satellite;
    private final LoopbackWire wire = new LoopbackWire();
    private final DisturbedWire air;
    private final ScenarioCommander commander;
    private final Attacker attacker;
    private final DownlinkBook downlink;
    private final GroundRecord record;
    private final ReportBook reports = new ReportBook();
    private @Nullable GroundLink link;
    private double timeS;
    private double mendS = Double.NaN;
    private long earlierRefused;

    /**
     * The ground of that satellite.
     *
     * @param path what happens to messages on their way
     * @param nanos the world's monotonic time, in ns
     */
    LoopbackGround(String satellite, long seed, MessagePath path, LongSupplier nanos) {
        this.satellite = satellite;
        air = new DisturbedWire(wire, path, nanos);
        commander = new ScenarioCommander(satellite, seed, wire);
        attacker = new Attacker(satellite, seed, commander, wire);
        downlink = new DownlinkBook(new Topics(satellite).events().path());
        record = new GroundRecord(new Topics(satellite));
        commander.eavesdrop((topic, payload) -> {
            downlink.message(topic, payload);
            record.message(topic, payload);
        });
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
        return air;
    }

    @Override
    public void check(PlannedTelecommand telecommand, Dictionary dictionary) {
        if (telecommand.expected() == Stage.REJECTED) {
            return; // a scenario may send nonsense on purpose
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
        downlink.use(dictionary);
        record.use(dictionary);
        if (Double.isNaN(mendS)) {
            wire.mend();
        }
    }

    @Override
    public void processEnded() {
        earlierRefused += refused();
        link = null;
        wire.cut();
    }

    @Override
    public void turn(double nowS, long utcNanos) {
        timeS = nowS;
        if (nowS >= mendS) {
            mendS = Double.NaN;
            wire.mend();
        }
        downlink.now(utcNanos);
        attacker.turn(nowS, utcNanos);
        GroundLink present = link;
        if (present == null) {
            return;
        }
        present.pump();
        for (int round = 1; round < MOST_ROUNDS && wire.connected() && air.telecommandArrived(); round++) {
            present.pump();
        }
        reports.read(commander.reportsAfter(reports.read()), nowS);
    }

    @Override
    public void send(int number, PlannedTelecommand telecommand, long utcNanos) {
        try {
            reports.sent(counterOf(telecommand, utcNanos), telecommand, timeS, utcNanos);
        } catch (WrongTelecommandException e) {
            throw new IllegalStateException("a telecommand that was checked is wrong: " + telecommand.place(), e);
        }
        reports.armed(commander.armings());
    }

    private long counterOf(PlannedTelecommand telecommand, long utcNanos) throws WrongTelecommandException {
        String name = telecommand.command();
        if (telecommand.expected() == Stage.REJECTED) {
            return commander.sendUnchecked(name, telecommand.arguments(), utcNanos, VALIDITY_NANOS);
        }
        return commander.critical(name)
                ? commander.sendArmed(name, telecommand.arguments(), utcNanos, VALIDITY_NANOS)
                : commander.send(name, telecommand.arguments(), utcNanos, VALIDITY_NANOS);
    }

    @Override
    public void attack(PlannedAttack attack) {
        attacker.begin(attack);
    }

    @Override
    public void breakConnection(double awayS) {
        wire.cut();
        mendS = timeS + awayS;
    }

    @Override
    public TelecommandBook telecommands() {
        return reports.telecommands();
    }

    @Override
    public boolean asked(String command) {
        return telecommands().lines().stream()
                .anyMatch(line -> line.planned().command().equals(command));
    }

    @Override
    public GroundFigures figures() {
        return new GroundFigures(
                reports.executedTwice(),
                reports.executedUnsent(),
                attacker.delivered(),
                attacker.delivered() + wire.redelivered() + air.damagedTelecommands() - counted(),
                downlink.inversions(),
                record.longestGapS(),
                record.recorderS());
    }

    // What the satellite refused of its own accord, without the telecommands that the scenario wanted to be refused.
    private long counted() {
        long wanted = telecommands().count(Stage.REJECTED);
        return earlierRefused
                + refused()
                - wanted
                + wire.telecommandsDropped()
                + wire.waiting()
                + air.telecommandsUnderWay();
    }

    private long refused() {
        GroundLink present = link;
        if (present == null) {
            return 0;
        }
        long sum = 0;
        for (Reason reason : Reason.values()) {
            sum += present.rejected(reason);
        }
        return sum;
    }

    /** Messages of the satellite that the ground threw away because bits had flipped on the way. */
    long damagedMessages() {
        return commander.damaged();
    }

    @Override
    public List<Breach> breaches(double endS) {
        List<Breach> breaches = new ArrayList<>();
        if (reports.executedUnsent() > 0) {
            breaches.add(new Breach("UNSENT_COMMAND_EXECUTED", 0, Double.NaN, endS, reports.executedUnsent(), 0));
        }
        if (reports.executedTwice() > 0) {
            breaches.add(new Breach("COMMAND_EXECUTED_TWICE", 0, Double.NaN, endS, reports.executedTwice(), 0));
        }
        return breaches;
    }

    @Override
    public void end() {
        wire.close();
    }
}
