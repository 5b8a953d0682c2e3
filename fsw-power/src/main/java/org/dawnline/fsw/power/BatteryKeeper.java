package org.dawnline.fsw.power;

import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the battery on the bus: closes its protection again once the reason for which it has opened is gone, a few times and ever
 * later. Contactors of strings move only when the ground says so: one that has opened had a reason that is not seen from here.
 */
public final class BatteryKeeper implements Component {
    private static final int MAX_STRINGS = 64;
    private static final int MOST_TRIES = 5;
    private static final double DEFAULT_FIRST_WAIT_S = 1;
    private static final double WAIT_GROWTH = 5;
    private static final double HELD_S = 600;
    private static final double SURE_S = 5;
    private static final double STALE_S = 2;
    /** Part of the discharge limit that the bus may need when the protection closes. */
    private static final double CLOSE_RATIO = 0.9;
    /** A string that differs by more than this part of the nominal voltage would draw a surge from its neighbours. */
    private static final double DEFAULT_CLOSE_DIFFERENCE_RATIO = 0.025;

    private static final double MAX_V = 10_000;
    private static final double MAX_W = 1e7;
    private static final double HOUR_S = 3600;
    private static final List<String> CONTACTOR = List.of("OPEN", "CLOSED");

    private final String name;
    private final PowerHal eps;
    private final PowerReflex reflex;
    private final ModeManager modes;
    private final double stringMaxDischargeW;
    private final Parameter firstWaitS;
    private final Parameter closeDifferenceV;
    private final Events<BatteryEvent> events;
    private final Channel tries;
    private final Channel mayCharge;
    private final Channel mayDischarge;
    private int tried;
    private double trippedS;
    private double heldS = HELD_S;
    private double changedS;
    private boolean couldCharge = true;
    private boolean couldDischarge = true;

    /**
     * Declares the face. Reads the group battery of the profile.
     *
     * @param reflex what sources and loads amount to; steps before this
     * @param modes at the end of life a protection that has opened stays so
     */
    public BatteryKeeper(Face face, PowerHal eps, VehicleProfile vehicle, PowerReflex reflex, ModeManager modes) {
        this.name = face.name();
        this.eps = eps;
        this.reflex = reflex;
        this.modes = modes;
        int strings = vehicle.count("battery.strings", 1, MAX_STRINGS);
        stringMaxDischargeW = vehicle.number("battery.maxDischargeW", 1, MAX_W) / strings;
        double nominalV = vehicle.number("battery.nominalVoltageV", 1, MAX_V);
        firstWaitS = face.parameter(
                "resetWaitS",
                Unit.SECOND,
                DEFAULT_FIRST_WAIT_S,
                0,
                HOUR_S,
                "from a trip of the protection to the first reset; five times as long before each other one");
        closeDifferenceV = face.parameter(
                "closeDifferenceV",
                Unit.VOLT,
                nominalV * DEFAULT_CLOSE_DIFFERENCE_RATIO,
                0,
                nominalV,
                "a string whose voltage differs more from the others' is not closed");
        events = face.events(BatteryEvent.class);
        tries = face.channel("resets", Unit.COUNT, "resets of the protection since it last held");
        mayCharge = face.channel("mayCharge", Unit.NONE, "1: not too cold and not too hot to be charged");
        mayDischarge = face.channel("mayDischarge", Unit.NONE, "1: not too cold and not too hot to be discharged");
        face.enumeration("contactor", CONTACTOR);
        face.command(
                "RESET",
                "Closes the battery's protection now and allows new automatic resets.",
                CommandTerms.always().urgently(),
                arguments -> reset());
        face.command(
                "STRING",
                "Opens or closes the contactor of a string; the last one stays closed.",
                CommandTerms.always().critical(),
                this::switchString,
                Argument.whole("string", 0, strings - 1L, "which string"),
                Argument.choice("contactor", "contactor", "what is wanted"));
    }

    private Outcome reset() {
        tried = 0;
        trippedS = 0;
        eps.requestBatteryReset();
        return Outcome.COMPLETED;
    }

    private Outcome switchString(double[] arguments) {
        int string = (int) arguments[0];
        boolean close = arguments[1] != 0;
        if (string >= eps.stringCount()) {
            return Outcome.FAILED_DEVICE;
        }
        if (close ? !alike(string) : last(string)) {
            return Outcome.FAILED_STATE;
        }
        eps.requestString(string, close);
        events.raise(BatteryEvent.STRING_ASKED, string, arguments[1]);
        return Outcome.COMPLETED;
    }

    private boolean last(int string) {
        return eps.stringConnected(string) && connected() == 1;
    }

    private boolean alike(int string) {
        for (int other = 0; other < eps.stringCount(); other++) {
            double differenceV = Math.abs(eps.stringVoltageV(other) - eps.stringVoltageV(string));
            if (eps.stringConnected(other) && !(differenceV <= closeDifferenceV.value())) {
                return false; // also when unknown
            }
        }
        return true;
    }

    private int connected() {
        int closed = 0;
        for (int string = 0; string < eps.stringCount(); string++) {
            closed += eps.stringConnected(string) ? 1 : 0;
        }
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (!modes.passivated()) {
            keepClosed(tick.stepS());
        }
        tries.set(tried);
        watchTemperature(tick.stepS());
    }

    private void keepClosed(double stepS) {
        if (eps.batteryTripped()) {
            waitAndReset(stepS);
        } else {
            hold(stepS);
        }
    }

    private void waitAndReset(double stepS) {
        if (heldS > 0 && tried >= MOST_TRIES) {
            events.raise(BatteryEvent.RESET_GIVEN_UP, tried);
        }
        heldS = 0;
        trippedS += stepS;
        if (tried < MOST_TRIES && trippedS > waitS() && reasonGone()) {
            tried++;
            trippedS = 0;
            eps.requestBatteryReset();
            events.raise(BatteryEvent.RESET_TRIED, tried);
        }
    }

    private double waitS() {
        double waitS = firstWaitS.value();
        for (int i = 0; i < tried; i++) {
            waitS *= WAIT_GROWTH;
        }
        return waitS;
    }

    // What the bus needs beyond the array must be well within what the strings that are left may give.
    private boolean reasonGone() {
        double busW = eps.readingAgeS(PowerHal.Meter.BUS_LOAD, 0) <= STALE_S ? eps.busLoadW() : reflex.otherLoadsW();
        double neededW = busW - reflex.arrayW();
        return reflex.battery().mayDischarge() && neededW < CLOSE_RATIO * connected() * stringMaxDischargeW;
    }

    private void hold(double stepS) {
        trippedS = 0;
        boolean held = heldS >= HELD_S;
        heldS = Math.min(HELD_S, heldS + stepS);
        if (!held && heldS >= HELD_S) {
            tried = 0;
            events.raise(BatteryEvent.BATTERY_HELD);
        }
    }

    // A temperature at a limit with the noise of its meter is told of once.
    private void watchTemperature(double stepS) {
        boolean charge = reflex.battery().mayCharge();
        boolean discharge = reflex.battery().mayDischarge();
        mayCharge.set(charge);
        mayDischarge.set(discharge);
        changedS = charge == couldCharge && discharge == couldDischarge ? 0 : changedS + stepS;
        if (changedS < SURE_S) {
            return;
        }
        changedS = 0;
        if (charge != couldCharge) {
            events.raise(
                    charge ? BatteryEvent.CHARGE_ALLOWED : BatteryEvent.CHARGE_FORBIDDEN,
                    reflex.battery().tempK());
        }
        if (discharge != couldDischarge) {
            BatteryEvent event = discharge ? BatteryEvent.DISCHARGE_ALLOWED : BatteryEvent.DISCHARGE_FORBIDDEN;
            events.raise(event, reflex.battery().tempK());
        }
        couldCharge = charge;
        couldDischarge = discharge;
    }
}
