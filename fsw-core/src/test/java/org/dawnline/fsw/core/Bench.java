package org.dawnline.fsw.core;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.CommandReports;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.command.Telecommand;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.exec.Recorder;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.EventLog;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;

/** The services of the core around an executive, for tests. */
public final class Bench {
    public static final long MS = 1_000_000L;
    public static final int KEY = 1;
    public static final long S = 1_000_000_000L;

    public record Report(long counter, Stage stage, Reason reason, int argument, int done, int of, long answer) {
        public Report(long counter, Stage stage, Reason reason, int argument) {
            this(counter, stage, reason, argument, 0, 0, 0);
        }
    }

    public final StillHal hal;
    public final Registrar registrar = new Registrar();
    public final ModeManager modes = new ModeManager(registrar.component("mode"));
    public final CommandDispatcher commands;
    public final List<String> events = new ArrayList<>();
    public final List<Report> reports = new ArrayList<>();
    public long frames;
    private Executive executive;
    private long periodNanos;
    private long endNanos;
    private long counter;

    public Bench() {
        this(new StillHal());
    }

    public Bench(StillHal hal) {
        this.hal = hal;
        commands = new CommandDispatcher(registrar.component("commands"), hal, modes);
    }

    public Face face(String name) {
        return registrar.component(name);
    }

    /** One group that steps in each cycle. */
    public Executive fly(long period, Component... members) {
        return fly(period, List.of(new RateGroup("all", 1, 0, period, List.of(members))));
    }

    public Executive fly(long period, List<RateGroup> groups) {
        periodNanos = period;
        ExecutiveSettings settings = new ExecutiveSettings(period, groups.get(0).name());
        executive = new Executive(settings, hal, registrar, commands, modes, groups);
        executive.attach(new Log());
        endNanos = hal.nanos();
        return executive;
    }

    public void tick(long cycles) {
        endNanos += cycles * periodNanos;
        executive.runUntil(endNanos);
    }

    public double value(String channel) {
        return executive.dictionary().channel(channel).value();
    }

    public Dictionary dictionary() {
        return executive.dictionary();
    }

    public long send(String name, double... arguments) {
        return sendAt(0, name, arguments);
    }

    public long sendAt(long executeAtUtcNanos, String name, double... arguments) {
        Telecommand slot = commands.mailbox().claim();
        if (slot == null) {
            throw new IllegalStateException("mailbox full");
        }
        int number = dictionary().commandNumber(name);
        slot.fill(KEY, ++counter, number, executeAtUtcNanos, Long.MAX_VALUE);
        if (number >= 0 && dictionary().commands().get(number).terms().hazard() == Hazard.CRITICAL) {
            slot.putNonce(commands.arm(number, KEY, counter));
        }
        for (double argument : arguments) {
            slot.addArgument(argument);
        }
        commands.mailbox().publish();
        return counter;
    }

    /** Sends a telecommand with data. */
    public long sendData(byte[] data, String name, double... arguments) {
        Telecommand slot = commands.mailbox().claim();
        if (slot == null) {
            throw new IllegalStateException("mailbox full");
        }
        slot.fill(KEY, ++counter, dictionary().commandNumber(name), 0, Long.MAX_VALUE);
        slot.putData(data, data.length);
        for (double argument : arguments) {
            slot.addArgument(argument);
        }
        commands.mailbox().publish();
        return counter;
    }

    /** Goes on with the counters of a bench before it. */
    public void countFrom(long lastCounter) {
        counter = lastCounter;
    }

    /** Sends, ticks once and returns the last report. */
    public Report command(String name, double... arguments) {
        long sent = send(name, arguments);
        tick(1);
        return last(sent);
    }

    /** Sends with data and nothing else, ticks once and returns the last report. */
    public Report commandWithData(String name, byte[] data) {
        Telecommand slot = commands.mailbox().claim();
        if (slot == null) {
            throw new IllegalStateException("mailbox full");
        }
        slot.fill(KEY, ++counter, dictionary().commandNumber(name), 0, Long.MAX_VALUE);
        slot.putData(data, data.length);
        commands.mailbox().publish();
        tick(1);
        return last(counter);
    }

    /** The last report of a telecommand. */
    public Report last(long sent) {
        return reports.stream()
                .filter(report -> report.counter() == sent)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public long count(String event) {
        return events.stream().filter(event::equals).count();
    }

    private final class Log implements Recorder {
        private List<String> names = List.of();

        @Override
        public void begin(Dictionary dictionary) {
            names = dictionary.events().stream().map(event -> event.name()).toList();
        }

        @Override
        public void frame(int frameNumber, Dictionary.Frame frame, long cycle, long utcNanos) {
            frames++;
        }

        @Override
        public void events(EventLog raised, long cycle, long utcNanos) {
            for (int i = 0; i < raised.count(); i++) {
                events.add(names.get(raised.id(i)));
            }
        }

        @Override
        public void reports(CommandReports all, long cycle, long utcNanos) {
            for (int i = 0; i < all.count(); i++) {
                reports.add(new Report(
                        all.counter(i),
                        all.stage(i),
                        all.reason(i),
                        all.argument(i),
                        all.done(i),
                        all.of(i),
                        all.answer(i)));
            }
        }
    }
}
