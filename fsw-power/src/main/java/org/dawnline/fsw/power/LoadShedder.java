package org.dawnline.fsw.power;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.mode.Mode;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the bus alive when the rack has nothing more to give: sheds switched loads, the highest number of priority first, and lets
 * them come back in reverse order once there is power for them and they have rested. Essential loads are never shed.
 */
public final class LoadShedder implements Component {
    /** A minute more than the ten in which a load may be switched once. */
    private static final double DEFAULT_DWELL_S = 660;

    private static final double DEFAULT_GAP_S = 10;
    private static final double DEFAULT_ABOVE_FLOOR_RATIO = 0.25;
    private static final double DEFAULT_UNDERVOLTAGE_RATIO = 0.75;
    private static final double HYSTERESIS_RATIO = 0.05;
    private static final double FULL_RATIO = 0.97;
    /** Sources must have that much more than the loads before one comes back. */
    private static final double SPARE_RATIO = 1.1;

    private static final double MAX_V = 10_000;
    private static final double DAY_S = 86_400;
    /** One wild reading is no shortage. */
    private static final int SHORT_STEPS = 2;

    private static final int LOW_VOLTAGE_STEPS = 3;
    /** The meters show what a shed load drew after this time. */
    private static final double SETTLE_S = 2;
    /** Time in which the bus may have dropped more loads than at the moment at which the brown-out was counted. */
    private static final double BROWN_OUT_S = 5;

    private final String name;
    private final PowerHal eps;
    private final PowerReflex reflex;
    private final ModeManager modes;
    private final SurvivalRule survival;
    private final List<String> names;
    private final SwitchedLoad[] loads;
    /** The loads that can be shed, in the order in which they are. */
    private final SwitchedLoad[] order;

    private final double floorRatio;
    private final Parameter shedSocRatio;
    private final Parameter safeSocRatio;
    private final Parameter undervoltageV;
    private final Parameter dwellS;
    private final Parameter gapS;
    private final Events<LoadEvent> events;
    private final Channel shedCount;
    private final Channel shortage;
    private int shortSteps;
    private int lowVoltageSteps;
    private int lastBrownOuts = -1;
    /** Whether the present shadow has cost a load already. */
    private boolean gaveUp;

    private double sinceShedS = DAY_S;
    private double sinceRestoredS = DAY_S;
    private double sinceBrownOutS = DAY_S;

    /**
     * Declares the face. Reads the groups battery and loads of the profile.
     *
     * @param reflex what sources and loads amount to; steps before this
     */
    public LoadShedder(Face face, PowerHal eps, VehicleProfile vehicle, PowerReflex reflex, ModeManager modes) {
        this.name = face.name();
        this.eps = eps;
        this.reflex = reflex;
        this.modes = modes;
        events = face.events(LoadEvent.class);
        names = vehicle.namesBelow("loads");
        loads = new SwitchedLoad[names.size()];
        for (int i = 0; i < loads.length; i++) {
            loads[i] = new SwitchedLoad(face, eps, vehicle, names.get(i), i, events);
        }
        order = inOrder(loads);
        floorRatio = vehicle.number("battery.socFloorRatio", 0, 1);
        double nominalV = vehicle.number("battery.nominalVoltageV", 1, MAX_V);
        double routineRatio = Math.max(floorRatio, 1 - vehicle.number("battery.routineDodRatio", 0, 1));
        survival = new SurvivalRule(face, modes, floorRatio);
        shedSocRatio = face.parameter(
                "shedSocRatio",
                Unit.RATIO,
                Math.min(1, floorRatio + DEFAULT_ABOVE_FLOOR_RATIO),
                floorRatio,
                1,
                "state of charge at which the first load is shed; the last one goes just above the floor");
        safeSocRatio = face.parameter(
                "safeSocRatio", Unit.RATIO, routineRatio, floorRatio, 1, "the same in SAFE, which must gain charge");
        undervoltageV = face.parameter(
                "busUndervoltageV",
                Unit.VOLT,
                nominalV * DEFAULT_UNDERVOLTAGE_RATIO,
                0,
                nominalV,
                "voltage of the bus below which loads are shed");
        dwellS = face.parameter(
                "dwellS",
                Unit.SECOND,
                DEFAULT_DWELL_S,
                0,
                DAY_S,
                "how long a shed load stays off; twice as long each time");
        gapS = face.parameter(
                "gapS", Unit.SECOND, DEFAULT_GAP_S, 0, DAY_S, "from one load that comes back to the next");
        shedCount = face.channel("shed", Unit.COUNT, "loads that are shed");
        shortage = face.channel(
                "shortageW", Unit.WATT, "what the bus needs beside the rack beyond what the sources carry");
        face.enumeration("load", names);
        face.enumeration("loadPower", SwitchedLoad.Wish.NAMES);
        face.enumeration("shedCause", ShedCause.NAMES);
        face.command(
                "POWER",
                "Holds a load on or off; AUTO leaves it to the satellite. Each gives a load that has tripped new resets.",
                CommandTerms.always().urgently(),
                new Holding(),
                Argument.choice("load", "load", "which load"),
                Argument.choice("power", "loadPower", "what is wanted"));
    }

    private static SwitchedLoad[] inOrder(SwitchedLoad[] all) {
        return Arrays.stream(all)
                .filter(load -> !load.essential)
                .sorted(Comparator.comparingInt(load -> -load.priority))
                .toArray(SwitchedLoad[]::new);
    }

    /** What no switch can do is refused before it is accepted, in flight as in the check of a sequence. */
    private final class Holding implements CommandHandler {
        @Override
        public boolean allows(double[] arguments) {
            boolean off = (int) arguments[1] == SwitchedLoad.Wish.OFF.ordinal();
            return !off || !loads[(int) arguments[0]].essential;
        }

        @Override
        public Outcome execute(double[] arguments) {
            return hold(arguments);
        }

        // One that is left to the satellite may come on at any moment.
        @Override
        public PowerDraw draw(double[] arguments) {
            SwitchedLoad load = loads[(int) arguments[0]];
            boolean off = (int) arguments[1] == SwitchedLoad.Wish.OFF.ordinal();
            return new PowerDraw("loads." + names.get(load.number), off ? 0 : load.nominalW(), load::powerW);
        }
    }

    private Outcome hold(double[] arguments) {
        SwitchedLoad load = loads[(int) arguments[0]];
        SwitchedLoad.Wish wish = SwitchedLoad.Wish.values()[(int) arguments[1]];
        if (!load.switchable() && wish == SwitchedLoad.Wish.OFF) {
            return Outcome.FAILED_DEVICE;
        }
        load.wish(wish);
        events.raise(LoadEvent.LOAD_HELD, load.number, wish.ordinal());
        return Outcome.COMPLETED;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        double stepS = tick.stepS();
        sinceShedS += stepS;
        sinceRestoredS += stepS;
        sinceBrownOutS += stepS;
        watchBrownOuts();
        survival.step(reflex.socRatio(), reflex.mightLastUntilSunrise(survival.lowRatio()), stepS);
        if (modes.mode() != Mode.PASSIVATED) { // then the loads are there to drain the battery
            shedForShortage();
            shedForCharge();
            shedForShadow();
            shedForVoltage();
            shedForSurvival();
        }
        restore();
        int count = 0;
        for (SwitchedLoad load : loads) {
            load.step(sinceBrownOutS < BROWN_OUT_S, stepS);
            count += load.isShed() ? 1 : 0;
        }
        shedCount.set(count);
    }

    private void watchBrownOuts() {
        int brownOuts = eps.brownOutCount();
        if (brownOuts > lastBrownOuts && lastBrownOuts >= 0) {
            events.raise(LoadEvent.BROWN_OUT, brownOuts);
            sinceBrownOutS = 0;
            sinceShedS = 0;
        }
        lastBrownOuts = brownOuts;
    }

    private void shedForShortage() {
        double shortW = reflex.otherLoadsW() - reflex.sourcesW();
        shortage.set(Math.max(0, shortW));
        shortSteps = shortW > 0 ? Math.min(SHORT_STEPS, shortSteps + 1) : 0;
        if (shortSteps < SHORT_STEPS || sinceShedS < SETTLE_S) {
            return;
        }
        double leftW = shortW;
        for (SwitchedLoad load : order) {
            if (leftW > 0 && load.canBeShed()) {
                leftW -= load.powerW();
                shed(load, ShedCause.SHORTAGE);
            }
        }
    }

    // The less there is left, the more loads go: evenly from the first threshold down to the floor.
    private void shedForCharge() {
        boolean discharging = !(reflex.batteryPowerW() <= 0); // also when unknown
        for (int i = 0; i < order.length; i++) {
            if (discharging && reflex.socRatio() < thresholdRatio(i) && order[i].canBeShed()) {
                shed(order[i], ShedCause.CHARGE);
            }
        }
    }

    // What is stored has to last until sunrise: a load that goes now saves more than one that goes at its threshold. It
    // comes back
    // with the Sun: what its absence saves would look like room for it.
    private void shedForShadow() {
        gaveUp &= reflex.dark();
        if (sinceShedS >= SETTLE_S && !reflex.lastsUntilSunrise(0)) {
            shedFirst(ShedCause.CHARGE);
            gaveUp = true;
        }
    }

    private double thresholdRatio(int place) {
        double startRatio = shedSocRatio.value();
        if (modes.mode().spare()) {
            startRatio = Math.max(startRatio, safeSocRatio.value());
        }
        return floorRatio + (startRatio - floorRatio) * (order.length - place) / order.length;
    }

    private void shedForVoltage() {
        boolean low = busV() < undervoltageV.value();
        lowVoltageSteps = low ? Math.min(LOW_VOLTAGE_STEPS, lowVoltageSteps + 1) : 0;
        if (lowVoltageSteps < LOW_VOLTAGE_STEPS || sinceShedS < SETTLE_S) {
            return;
        }
        shedFirst(ShedCause.VOLTAGE);
    }

    private void shedFirst(ShedCause cause) {
        for (SwitchedLoad load : order) {
            if (load.canBeShed()) {
                shed(load, cause);
                return;
            }
        }
    }

    private void shedForSurvival() {
        for (int i = 0; i < order.length; i++) {
            if (modes.mode() == Mode.SURVIVAL && order[i].canBeShed() && !room(i)) {
                shed(order[i], ShedCause.SURVIVAL);
            }
        }
    }

    private double busV() {
        return eps.readingAgeS(PowerHal.Meter.BUS_VOLTAGE, 0) <= SETTLE_S ? eps.busVoltageV() : Double.NaN;
    }

    private void shed(SwitchedLoad load, ShedCause cause) {
        load.shed(cause);
        sinceShedS = 0;
    }

    private void restore() {
        if (sinceRestoredS < gapS.value() || sinceShedS < gapS.value() || lowVoltageSteps > 0) {
            return;
        }
        for (int i = order.length - 1; i >= 0; i--) {
            if (order[i].isShed()) {
                if (order[i].rested(dwellS.value()) && room(i)) {
                    order[i].restore();
                    sinceRestoredS = 0;
                }
                return; // in order: those that are shed first wait for this one
            }
        }
    }

    private boolean room(int place) {
        boolean carried = reflex.sourcesW() > (reflex.otherLoadsW() + order[place].nominalW()) * SPARE_RATIO;
        double enoughRatio = Math.min(FULL_RATIO, thresholdRatio(place) + HYSTERESIS_RATIO);
        return carried
                && !gaveUp
                && reflex.socRatio() > enoughRatio // not when unknown
                && reflex.lastsUntilSunrise(order[place].nominalW());
    }
}
