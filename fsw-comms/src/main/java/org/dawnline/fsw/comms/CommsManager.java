package org.dawnline.fsw.comms;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.PowerDraw;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.LinkHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the satellite in reach of the ground: powers the terminals, chooses the link and keeps account of both. The laser is
 * always on; the radio is on around passes, and whenever something is wrong: in SAFE, without a forecast, or after a long time
 * without contact.
 */
public final class CommsManager implements Component {
    private static final double MINUTE_S = 60;
    private static final double HOUR_S = 3600;
    private static final double DAY_S = 86_400;
    /** Longest time for which a passivated satellite waits for the ground to hear of it. */
    private static final double LEAVE_S = 120;
    /** Time without a report that waits, after which none is expected any more. */
    private static final double HEARD_S = 10;

    private static final int MOST_TERMINALS = 64;
    private static final double MAX_TERMINAL_W = 1e6;
    private static final List<String> LINKS =
            Arrays.stream(Link.values()).map(Link::name).toList();
    private static final Reason[] REASONS = Reason.values();
    private static final int FIRST_REASON = Reason.NONE.ordinal() + 1;

    /** What carries the link. */
    enum Link {
        NONE,
        LASER,
        RF,
        BENCH
    }

    private final Face face;
    private final OrbitForecast orbit;
    private final ModeManager modes;
    private final GroundLink ground;
    private final Terminal[] terminals;
    private final int expectedTerminals;
    private final double laserW;
    private final double radioW;
    private final Parameter leadS;
    private final Parameter overrideS;
    private final Parameter faultPauseS;
    private final Parameter silenceS;
    private final Parameter benchLink;
    private final Events<CommsEvent> events;
    private final CommsChannels channels;
    private final Channel[] rejected = new Channel[REASONS.length];
    private final long[] rejectedBefore = new long[REASONS.length];
    private final Channel echo;
    private final Forwarding forwarding;
    private LongSupplier starts = () -> 0;
    private double build = Double.NaN;
    private Link link = Link.NONE;
    private boolean started;
    private boolean connected;
    private double sinceContactS;
    private double leaveS;
    private double heardS;
    private boolean silent;
    private long bytesBefore;

    /**
     * Declares the face of communications.
     *
     * @param vehicle says how many terminals there should be
     * @param ground the link whose wire follows the choice made here
     */
    public CommsManager(
            Face face,
            LinkHal links,
            VehicleProfile vehicle,
            OrbitForecast orbit,
            ModeManager modes,
            GroundLink ground) {
        this.face = face;
        this.orbit = orbit;
        this.modes = modes;
        this.ground = ground;
        expectedTerminals = vehicle.count("links.laserTerminals", 0, MOST_TERMINALS)
                + vehicle.count("links.rfTerminals", 0, MOST_TERMINALS);
        laserW = vehicle.numberOr(0, "links.laserPowerW", 0, MAX_TERMINAL_W);
        radioW = vehicle.numberOr(0, "links.rfPowerW", 0, MAX_TERMINAL_W);
        events = face.events(CommsEvent.class);
        face.enumeration("link", LINKS);
        terminals = new Terminal[links.terminalCount()];
        for (int i = 0; i < terminals.length; i++) {
            terminals[i] = new Terminal(i, links, face);
        }
        leadS = face.parameter(
                "passLeadS", Unit.SECOND, MINUTE_S, 0, HOUR_S, "time before a pass at which the radio is powered");
        overrideS = face.parameter(
                "overrideS", Unit.SECOND, HOUR_S, 1, DAY_S, "time after which a commanded terminal power lapses");
        faultPauseS = face.parameter(
                "faultPauseS",
                Unit.SECOND,
                5 * MINUTE_S,
                1,
                DAY_S,
                "time for which a broken terminal is left off before another try");
        silenceS = face.parameter(
                "silenceS",
                Unit.SECOND,
                6 * HOUR_S,
                MINUTE_S,
                7 * DAY_S,
                "time without contact after which the radio stays on");
        benchLink = face.parameter(
                "benchLink", Unit.NONE, 1, 0, 1, "1: a computer without any terminal counts as connected by cable");
        forwarding = new Forwarding(face, events);
        channels = new CommsChannels(face, LINKS);
        for (int i = FIRST_REASON; i < REASONS.length; i++) {
            String reason = REASONS[i].name();
            rejected[i] = face.channel("rejected." + reason, Unit.COUNT, "telecommands rejected as " + reason);
        }
        echo = face.channel("pingEcho", Unit.NONE, "number of the last PING");
        declareCommands();
    }

    private void declareCommands() {
        face.enumeration(
                "terminal", Arrays.stream(terminals).map(Terminal::name).toList());
        face.enumeration(
                "terminalPower",
                Arrays.stream(Terminal.Power.values()).map(Enum::name).toList());
        face.command(
                "TERMINAL_POWER",
                "Powers a terminal on or off until comms.overrideS has passed; AUTO leaves it to the satellite at once.",
                CommandTerms.always().urgently(),
                new PowerOverride(),
                Argument.choice("terminal", "terminal", "which terminal"),
                Argument.choice("power", "terminalPower", "what it shall be"));
        face.request(
                "PING",
                "Answers with the dictionary's checksum and with an event: the number, how often the software has started, and its build.",
                CommandTerms.always().urgently(),
                this::ping,
                Argument.real("echo", Unit.NONE, -Float.MAX_VALUE, Float.MAX_VALUE, "any number"));
    }

    private final class PowerOverride implements CommandHandler {
        @Override
        public Outcome execute(double[] arguments) {
            return overridePower(arguments);
        }

        @Override
        public PowerDraw draw(double[] arguments) {
            Terminal terminal = terminals[(int) arguments[0]];
            boolean off = (int) arguments[1] == Terminal.Power.OFF.ordinal();
            double mostW = terminal.kind() == LinkHal.Kind.LASER ? laserW : radioW;
            return new PowerDraw("comms." + terminal.name(), off ? 0 : mostW, terminal::powerW);
        }
    }

    private Outcome overridePower(double[] arguments) {
        int number = (int) arguments[0];
        Terminal.Power power = Terminal.Power.values()[(int) arguments[1]];
        terminals[number].override(power, overrideS.value());
        events.raise(CommsEvent.TERMINAL_OVERRIDE, number, power.ordinal());
        return Outcome.COMPLETED;
    }

    /** Tells how often the software has started and which build it is; PING tells the ground. */
    public void runs(LongSupplier newStarts, OnBoardVersions versions) {
        starts = newStarts;
        build = versions.build();
    }

    private Outcome ping(double[] arguments, Request request) {
        echo.set(arguments[0]);
        request.answer(ground.dictionaryChecksum());
        events.raise(CommsEvent.PONG, arguments[0], starts.getAsLong(), build);
        return Outcome.COMPLETED;
    }

    @Override
    public String name() {
        return face.name();
    }

    @Override
    public void step(Tick tick) {
        if (!started) {
            started = true;
            takeStock();
        }
        takeLeave(tick.stepS());
        boolean radioNeeded = radioNeeded();
        for (int i = 0; i < terminals.length; i++) {
            Terminal terminal = terminals[i];
            if (terminal.broke()) {
                events.raise(CommsEvent.TERMINAL_FAULT, i, faultPauseS.value());
            }
            boolean needed = terminal.kind() == LinkHal.Kind.LASER ? laserNeeded() : radioNeeded;
            if (silent) {
                terminal.endOverride();
            }
            terminal.step(needed && !silent, tick.stepS(), faultPauseS.value());
        }
        choose();
        account(tick.stepS());
        publishCounters();
    }

    private void takeStock() {
        if (terminals.length != expectedTerminals) {
            events.raise(CommsEvent.TERMINALS_MISSING, terminals.length, expectedTerminals);
        }
        if (ground.countersLost()) {
            events.raise(CommsEvent.COUNTERS_LOST);
        }
        if (ground.archiveCut()) {
            events.raise(CommsEvent.ARCHIVE_CUT);
        }
        if (ground.unfinished() > 0) {
            events.raise(CommsEvent.UNFINISHED, ground.unfinished());
        }
    }

    // Not knowing when the next pass comes is a reason to listen, so the condition is written for the unknown case.
    private boolean radioNeeded() {
        boolean passIsFar = orbit.passStartS().value() > leadS.value();
        boolean wanted = !passIsFar || modes.mode() == Mode.SAFE || sinceContactS > silenceS.value();
        return wanted || modes.mode() == Mode.PASSIVATED;
    }

    // In SURVIVAL the radio must do, and only when there is somebody to hear it.
    private boolean laserNeeded() {
        return modes.mode() != Mode.SURVIVAL;
    }

    // In the end nothing is sent any more, but that it has come: a telecommand without an end blocks the last
    // procedure, too.
    // Who was passivated before this start has nothing to say.
    private void takeLeave(double stepS) {
        if (modes.mode() != Mode.PASSIVATED) {
            leaveS = LEAVE_S;
            heardS = 0;
        } else {
            heardS = ground.reportsHeard() ? heardS + stepS : 0;
            leaveS = heardS > HEARD_S ? 0 : Math.max(0, leaveS - stepS);
        }
        silent = leaveS == 0;
    }

    private void choose() {
        Link best = terminals.length == 0 && benchLink.value() >= 1 && !silent ? Link.BENCH : Link.NONE;
        double bestRate = -1;
        for (int i = 0; i < terminals.length; i++) {
            Terminal terminal = terminals[i];
            boolean better = best == Link.NONE || (best == Link.RF && terminal.kind() == LinkHal.Kind.LASER);
            boolean faster = terminal.kind().name().equals(best.name()) && terminal.rateBitsPerS() > bestRate;
            if (terminal.tracking() && !silent && (better || faster)) {
                best = terminal.kind() == LinkHal.Kind.LASER ? Link.LASER : Link.RF;
                bestRate = terminal.rateBitsPerS();
                channels.selectedTerminal = i;
            }
        }
        if (best != link) {
            change(best);
        }
        ground.carriedBy(link == Link.NONE ? "" : link.name(), forwarding.allowedOver(link));
        if (best == Link.NONE || best == Link.BENCH) {
            channels.selectedTerminal = CommsChannels.NO_TERMINAL;
        }
        boolean byTerminal = channels.selectedTerminal != CommsChannels.NO_TERMINAL;
        channels.link(link.ordinal(), byTerminal ? bestRate : Double.NaN);
    }

    private void change(Link next) {
        if (link == Link.NONE) {
            events.raise(CommsEvent.AOS, next.ordinal());
        } else if (next == Link.NONE) {
            events.raise(CommsEvent.LOS, link.ordinal());
        } else {
            events.raise(CommsEvent.LINK_CHANGED, link.ordinal(), next.ordinal());
        }
        link = next;
    }

    private void account(double stepS) {
        long bytes = ground.bytesSent();
        if (channels.selectedTerminal != CommsChannels.NO_TERMINAL) {
            terminals[channels.selectedTerminal].carried(bytes - bytesBefore);
        }
        bytesBefore = bytes;
        boolean now = ground.connected();
        if (now != connected) {
            events.raise(now ? CommsEvent.GROUND_CONNECTED : CommsEvent.GROUND_LOST);
        }
        connected = now;
        sinceContactS = now ? 0 : sinceContactS + stepS;
        channels.silence(sinceContactS);
        double energyWh = 0;
        for (int i = 0; i < terminals.length; i++) {
            energyWh += terminals[i].energyWh();
        }
        channels.energyWh.set(energyWh);
        channels.nextPassS.set(orbit.passStartS().value());
    }

    private void publishCounters() {
        channels.publish(ground);
        for (int i = FIRST_REASON; i < REASONS.length; i++) {
            long count = ground.rejected(REASONS[i]);
            rejected[i].set(count);
            if (count != rejectedBefore[i]) {
                events.raise(CommsEvent.TELECOMMANDS_REFUSED, count - rejectedBefore[i], i);
                rejectedBefore[i] = count;
            }
        }
    }
}
