package org.dawnline.tools.sim.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dawnline.fsw.comms.proto.LinkState;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.sim.Trigger;
import org.dawnline.tools.ground.CommandResult;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.Operator;
import org.dawnline.tools.ground.StationClock;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.dawnline.tools.sim.scenario.Scenario;
import org.dawnline.tools.sim.scenario.Timetable;
import org.dawnline.tools.sim.scenario.WrongScenario;

/**
 * Flies by a scenario's file over a real link, as a person with that file in hand does: sends its telecommands when their time has come,
 * and judges by what comes down. How soon a telecommand ends is not judged: a real link takes real time, however fast the satellite's
 * time passes.
 */
public final class ScenarioOperator {
    private static final double NANOS_PER_S = 1e9;

    /** What the satellite's time may run ahead of what has been heard of and done, in s; frames come once a second. */
    private static final double LEAD_S = 3;

    private static final long LOOK_NANOS = 500_000L;
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    /** Without a link there is nothing to wait for; but it comes back in real time, and soon. */
    private static final long PATIENCE_WITHOUT_LINK_NANOS = 10_000_000L;

    private final GroundClient ground;
    private final Operator operator;
    private final LinkJudge judge;
    private final long epochUtcNanos;
    private final StationClock clock = new StationClock();
    private final List<Order> orders = new ArrayList<>();
    private final List<CriterionResult> telecommands = new ArrayList<>();

    private volatile double heardS = Double.NEGATIVE_INFINITY;
    private volatile double sendingS = Double.POSITIVE_INFINITY;

    private record Order(double atS, PlannedTelecommand telecommand) {}

    /** Listens from now on; the client stays the caller's. Refuses telecommands that wait for something that is not heard of. */
    public ScenarioOperator(Scenario scenario, GroundClient ground) {
        this.ground = ground;
        Instant epoch = scenario.world().epoch();
        epochUtcNanos = Duration.between(Instant.EPOCH, epoch).toNanos();
        Timetable timetable = new Timetable(scenario);
        for (PlannedTelecommand telecommand : scenario.telecommands()) {
            Trigger at = timetable.trigger(telecommand.at(), telecommand.place());
            if (at.relative() || telecommand.at().movement() != null) {
                throw new WrongScenario(telecommand.place(), "waits for something that is not heard of on the ground");
            }
            orders.add(new Order(at.offsetS(), telecommand));
        }
        orders.sort(Comparator.comparingDouble(Order::atS));
        judge = new LinkJudge(scenario, ground.dictionary(), epochUtcNanos);
        ground.watch(frame -> {
            if (!frame.retained()) {
                judge.take(frame);
                heardS = Math.max(heardS, (frame.utcNanos() - epochUtcNanos) / NANOS_PER_S);
            }
        });
        ground.events(judge::take);
        operator = new Operator(ground);
    }

    /**
     * Sends all telecommands, each at its time, and comes back when the mission time {@code endS} has been heard of.
     *
     * @param endS in s
     */
    public void fly(double endS) throws InterruptedException {
        for (Order order : orders) {
            operator.awaitTime(utcNanos(order.atS()));
            sendingS = order.atS();
            send(order);
            sendingS = Double.POSITIVE_INFINITY;
        }
        operator.awaitTime(utcNanos(endS));
    }

    /** Holds a flight in the same process back while this operator has something to do or to hear, for a {@link Pace}. */
    public void hold(double missionS) {
        long beganNanos = clock.nanos();
        while (missionS > Math.min(heardS, sendingS) + LEAD_S && clock.nanos() - beganNanos < patienceNanos()) {
            clock.sleepUntil(clock.nanos() + LOOK_NANOS);
        }
    }

    private long patienceNanos() {
        LinkState link = ground.linkState();
        return link != null && link.getUp() ? PATIENCE_NANOS : PATIENCE_WITHOUT_LINK_NANOS;
    }

    private void send(Order order) throws InterruptedException {
        PlannedTelecommand planned = order.telecommand();
        String[] arguments = planned.arguments().entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .toArray(String[]::new);
        boolean critical = ground.dictionary().critical(planned.command()) && planned.expected() != Stage.REJECTED;
        CommandResult result = critical
                ? operator.sendArmed(planned.command(), arguments)
                : operator.send(planned.command(), arguments);
        String reason = result.reason() == Reason.NONE ? "" : " (" + result.reason() + ")";
        telecommands.add(new CriterionResult(
                "telecommand " + planned.command() + " at " + Finding.text(order.atS()) + " s",
                "= " + planned.expected(),
                result.outcome() == planned.expected() ? 1 : 0,
                result.timedOut() ? "UNANSWERED" : result.outcome() + reason,
                result.outcome() == planned.expected()));
    }

    private long utcNanos(double missionS) {
        return epochUtcNanos + Math.round(missionS * NANOS_PER_S);
    }

    /** What became of the criteria that can be judged from the ground, and of the telecommands, named as in a flight's report. */
    public List<CriterionResult> results() {
        List<CriterionResult> results = new ArrayList<>(judge.results());
        results.addAll(telecommands);
        return results;
    }
}
