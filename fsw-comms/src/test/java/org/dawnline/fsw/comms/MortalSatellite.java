package org.dawnline.fsw.comms;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandHandler;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Tickets;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.tools.testkit.FakeHal;

/** Flight software that can be killed at any moment: in a handler, before or after a write, while it sends. One object is one life. */
final class MortalSatellite {
    static final long PERIOD_NANOS = 100_000_000L;
    static final double LONGEST_S = 5;
    private static final long LAST_COUNTER = 1L << 40;

    /** The end of the process; nothing on board catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    final ModeManager modes;
    final GroundLink link;
    private final Random random;
    private final Tickets tickets;
    private final List<Long> running = new ArrayList<>();
    private final SortedMap<Long, Integer> executions;
    private final FakeHal hal;
    private final Executive executive;

    /**
     * A new life.
     *
     * @param executions by counter, how often a handler has begun; goes on over all lives
     */
    MortalSatellite(
            FakeHal hal,
            Wire wire,
            KeyRing keys,
            CommandJournal journal,
            SortedMap<Long, Integer> executions,
            Random random) {
        this.hal = hal;
        this.executions = executions;
        this.random = random;
        Registrar registrar = new Registrar();
        modes = new ModeManager(registrar.component("mode"));
        CommandDispatcher dispatcher = new CommandDispatcher(registrar.component("commands"), hal.clock(), modes);
        TelecommandReceiver receiver =
                new TelecommandReceiver(GroundSide.SATELLITE, keys, journal, hal.clock(), dispatcher.mailbox());
        link = new GroundLink(GroundSide.SATELLITE, hal.clock(), wire, receiver, dispatcher);
        Face work = registrar.component("work");
        tickets = work.tickets();
        Argument counter = Argument.whole("counter", 0, LAST_COUNTER, "its own counter");
        work.command("DO", "Is done.", noting(Outcome.COMPLETED), counter);
        work.command("FAIL", "Fails.", noting(Outcome.FAILED_DEVICE), counter);
        work.command("STANDBY", "Is done in STANDBY.", Mode.STANDBY.bit(), noting(Outcome.COMPLETED), counter);
        work.command("BREAK", "Breaks.", this::breakDown, counter);
        work.command("KILL", "Kills.", this::die, counter);
        work.request("LONG", "Goes on.", CommandTerms.always().within(LONGEST_S), this::begin, counter);
        executive = new Executive(
                new ExecutiveSettings(PERIOD_NANOS, "only"),
                hal,
                registrar,
                dispatcher,
                modes,
                List.of(new RateGroup("only", 1, 0, PERIOD_NANOS, List.of())));
        executive.attach(link);
        link.carriedBy("LASER", Forwarding.ALL);
    }

    private void note(double[] arguments) {
        executions.merge((long) arguments[0], 1, Integer::sum);
    }

    private CommandHandler noting(Outcome outcome) {
        return arguments -> {
            note(arguments);
            return outcome;
        };
    }

    private Outcome breakDown(double[] arguments) {
        note(arguments);
        throw new IllegalStateException("told to");
    }

    private Outcome die(double[] arguments) {
        note(arguments);
        throw new Killed();
    }

    private Outcome begin(double[] arguments, Request request) {
        note(arguments);
        running.add(request.ticket());
        return Outcome.RUNNING;
    }

    /** One cycle of the executive; then what goes on may progress or end, some of it twice. */
    void cycle() {
        executive.runUntil(hal.clock().nanos() + PERIOD_NANOS + 1);
        for (long ticket : running) {
            if (random.nextInt(10) == 0) {
                tickets.progress(ticket, random.nextInt(10), 10);
            }
            if (random.nextInt(40) == 0) {
                tickets.finish(ticket, random.nextBoolean() ? Outcome.COMPLETED : Outcome.FAILED_STATE);
            }
        }
    }

    /** A journal that fails now and then, and whose owner may die just before or just after what it does. */
    static final class TroubledJournal implements CommandJournal {
        final SortedMap<Long, Integer> opened = new TreeMap<>();
        private final CommandJournal journal;
        private final Random random;
        private double troubleRatio;

        TroubledJournal(CommandJournal journal, Random random) {
            this.journal = journal;
            this.random = random;
        }

        void trouble(double ratio) {
            troubleRatio = ratio;
        }

        private void perhapsDie() {
            if (random.nextDouble() < troubleRatio / 4) {
                throw new Killed();
            }
        }

        private boolean fails() {
            return random.nextDouble() < troubleRatio;
        }

        @Override
        public boolean countersLost() {
            return journal.countersLost();
        }

        @Override
        public long lastCounter(int keyId) {
            return journal.lastCounter(keyId);
        }

        @Override
        public List<Open> open() {
            return journal.open();
        }

        @Override
        public boolean hasEnded(Open command) {
            return journal.hasEnded(command);
        }

        @Override
        public List<End> unheard() {
            return journal.unheard();
        }

        @Override
        public boolean open(List<Open> commands) {
            perhapsDie();
            boolean done = !fails() && journal.open(commands);
            if (done) {
                commands.forEach(command -> opened.merge(command.counter(), 1, Integer::sum));
            }
            perhapsDie();
            return done;
        }

        @Override
        public boolean close(List<End> ends) {
            perhapsDie();
            boolean done = !fails() && journal.close(ends);
            perhapsDie();
            return done;
        }

        @Override
        public void heard(List<End> ends) {
            perhapsDie();
            journal.heard(ends);
            perhapsDie();
        }
    }
}
