package org.dawnline.tools.testkit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.Telecommand;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.fsw.core.exec.ExecutiveSettings;
import org.dawnline.fsw.core.exec.RateGroup;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.jspecify.annotations.Nullable;

/**
 * Flies one component, or a few, over a still satellite with the real executive. Construct the components on {@link #face}s
 * of the harness, hand them to {@link #fly}, then {@link #tick}, {@link #command} and read channels and events.
 *
 * <pre>{@code
 * var harness = new ComponentHarness();
 * var pump = new PumpControl(harness.face("pump"), harness.hal().thermal());
 * harness.fly(pump);
 * harness.tick(10);
 * assertThat(harness.value("pump.flow")).isEqualTo(1.0);
 * }</pre>
 */
public final class ComponentHarness {
    private static final double NANOS_PER_S = 1e9;
    private static final String GROUP = "harness";
    private static final int KEY = 1;

    private final FakeHal hal;
    private final long stepNanos;
    private final Registrar registrar = new Registrar();
    private final ModeManager modes;
    private final CommandDispatcher commands;
    private final FlightLog log = new FlightLog();
    private final FlightHistory history = new FlightHistory(log);
    private final Tampering tampering = new Tampering();
    private @Nullable Executive executive;
    private long ticks;
    private long startNanos;
    private long counter;
    private final Map<String, Face> sources = new LinkedHashMap<>();

    /** A harness over a new still satellite with one step a second. */
    public ComponentHarness() {
        this(new FakeHal(), 1.0);
    }

    /** A harness over a given satellite, {@code stepS} seconds from step to step. */
    public ComponentHarness(FakeHal hal, double stepS) {
        this.hal = hal;
        this.stepNanos = Math.round(stepS * NANOS_PER_S);
        modes = new ModeManager(registrar.component("mode"));
        commands = new CommandDispatcher(registrar.component("commands"), hal.clock(), modes);
    }

    /** The still satellite. */
    public FakeHal hal() {
        return hal;
    }

    /** Where faces come from. */
    public Registrar registrar() {
        return registrar;
    }

    /** A new face; for the component under test, and for faked sources whose channels the test sets. */
    public Face face(String name) {
        return registrar.component(name);
    }

    /** The mode manager. */
    public ModeManager modes() {
        return modes;
    }

    /** Takes the components in the order of their steps, seals the dictionary and goes to OPERATIONAL. */
    public void fly(Component... members) {
        flyFromBoot(members);
        modes.endBoot(Mode.OPERATIONAL);
    }

    /** Like {@link #fly}, with a slow component that steps only every {@code divisor} periods, after the fast one. */
    public void flyAtTwoRates(Component fast, Component slow, int divisor) {
        long half = stepNanos / 2;
        start(List.of(
                new RateGroup(GROUP, 1, 0, half, List.of(tampering.around(fast))),
                new RateGroup("slow", divisor, 0, half, List.of(tampering.around(slow)))));
        modes.endBoot(Mode.OPERATIONAL);
    }

    /** Like {@link #fly}, but stays in BOOT. */
    public void flyFromBoot(Component... members) {
        start(List.of(new RateGroup(GROUP, 1, 0, stepNanos, tampered(members))));
    }

    private void start(List<RateGroup> schedule) {
        Executive built =
                new Executive(new ExecutiveSettings(stepNanos, GROUP), hal, registrar, commands, modes, schedule);
        built.attach(log);
        built.attach(history);
        executive = built;
        startNanos = hal.clock().nanos();
    }

    private List<Component> tampered(Component... members) {
        return Arrays.stream(members).map(tampering::around).toList();
    }

    private Executive flying() {
        Executive present = executive;
        if (present == null) {
            throw new IllegalStateException("call fly() first");
        }
        return present;
    }

    /** Lets {@code cycles} periods pass, one step each unless a member takes too long. */
    public void tick(int cycles) {
        ticks += cycles;
        flying().runUntil(startNanos + ticks * stepNanos);
    }

    /** Lets one period pass. */
    public void tick() {
        tick(1);
    }

    /** Lets {@code seconds} pass, a whole number of periods. */
    public void tickSeconds(double seconds) {
        tick((int) Math.round(seconds * NANOS_PER_S / stepNanos));
    }

    /** Sends a telecommand, lets one period pass and returns the telecommand's last report. */
    public CommandReport command(String name, double... arguments) {
        long sent = send(name, 0, arguments);
        tick();
        CommandReport last = null;
        for (CommandReport report : log.reports()) {
            last = report.counter() == sent ? report : last;
        }
        if (last == null) {
            throw new IllegalStateException("no report for " + name);
        }
        return last;
    }

    /**
     * Puts a telecommand into the mailbox and returns its counter; {@code executeAtUtcNanos} 0 means at once. A critical one is armed
     * before.
     */
    public long send(String name, long executeAtUtcNanos, double... arguments) {
        Telecommand slot = commands.mailbox().claim();
        if (slot == null) {
            throw new IllegalStateException("the mailbox is full");
        }
        counter++;
        int number = dictionary().commandNumber(name);
        slot.fill(KEY, counter, number, executeAtUtcNanos, Long.MAX_VALUE);
        if (number >= 0 && dictionary().commands().get(number).terms().hazard() == Hazard.CRITICAL) {
            slot.putNonce(commands.arm(number, KEY, counter));
        }
        for (double argument : arguments) {
            slot.addArgument(argument);
        }
        commands.mailbox().publish();
        return counter;
    }

    /** Position of an entry of a dictionary enumeration: the value of a choice argument or of a state. */
    public int choice(String enumeration, String entry) {
        int position = dictionary().enumeration(enumeration).indexOf(entry);
        if (position < 0) {
            throw new IllegalArgumentException("no " + entry + " in " + enumeration);
        }
        return position;
    }

    /** Value of a channel; NaN while it is invalid. */
    public double value(String channel) {
        return channel(channel).value();
    }

    /** State of a channel that is a state. */
    public String state(String channel) {
        Channel found = channel(channel);
        return found.states().get((int) found.value());
    }

    /** A channel by its full name. */
    public Channel channel(String name) {
        return dictionary().channel(name);
    }

    /** A parameter by its full name. */
    public Parameter parameter(String name) {
        for (Parameter parameter : registrar.parameters()) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        throw new IllegalArgumentException("no parameter " + name);
    }

    /** The sealed dictionary. */
    public Dictionary dictionary() {
        return flying().dictionary();
    }

    /** The executive; after {@link #fly}. */
    public Executive executive() {
        return flying();
    }

    /** All events and reports. */
    public FlightLog log() {
        return log;
    }

    /** Events of one name, the oldest first. */
    public List<RaisedEvent> events(String name) {
        return log.events().stream().filter(event -> event.name().equals(name)).toList();
    }

    /** What every channel was in every cycle. */
    public FlightHistory history() {
        return history;
    }

    /** Telecommands sent so far; their counters are 1 to this. */
    public long telecommandsSent() {
        return counter;
    }

    /**
     * A faked source: a channel of another component that the test sets, to be handed to a constructor. {@code fullName} is
     * {@code component.channel}; before {@link #fly}.
     */
    public Channel source(String fullName, Unit unit) {
        int dot = fullName.indexOf('.');
        Face owner = sources.computeIfAbsent(fullName.substring(0, dot), registrar::component);
        return owner.channel(fullName.substring(dot + 1), unit, "set by the test");
    }

    /** Lets the next {@code steps} steps of a component throw. */
    public void breakSteps(String component, int steps) {
        tampering.breakSteps(component, steps);
    }

    /** Holds a channel at a value whatever its component sets, until {@link #release}; NaN makes it unknown. */
    public void stick(String channel, double value) {
        tampering.stick(channel(channel), value);
        channel(channel).set(value);
    }

    /** Gives a channel back to its component. */
    public void release(String channel) {
        tampering.release(channel(channel));
    }
}
