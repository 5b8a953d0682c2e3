package org.dawnline.fsw.power;

import java.util.Arrays;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandTerms;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Parameter;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.hal.PowerHal;
import org.dawnline.hal.VehicleProfile;

/**
 * Keeps the wings facing the Sun, unless the ground wants another angle, the battery or a wing must be protected, or the shadow
 * makes the angle free. Notices wings that are stuck or lost, and tells the array's estimate what angles to plan with.
 */
public final class ArrayKeeper implements Component {
    private static final int MAX_WINGS = 16;
    private static final double MAX_RATE_RAD_PER_S = 1;
    private static final double QUARTER_TURN_RAD = Math.PI / 2;
    private static final double RAD_PER_DEGREE = Math.PI / 180;
    private static final double HALF_TURN_DEG = 180;

    private static final double DEFAULT_HOT_K = 393.15;
    private static final double MAX_HOT_K = 1000;
    private static final double COOL_K = 20;
    /** A wing at this angle gets half of the light. */
    private static final double HOT_ANGLE_RAD = Math.PI / 3;

    /** Wings are as warm as they will be, and their angles settled, after so long in the light. */
    private static final double SETTLED_S = 300;

    private static final double ALIKE_RAD = 0.1;
    private static final double LOST_HOTTER_K = 5;
    private static final double LOST_PART = 0.6;
    private static final double BACK_PART = 0.4;
    private static final double LIT_RATIO = 0.995;
    /** Back at the Sun that long before it rises. */
    private static final double EARLY_S = 60;

    private final String name;
    private final PowerManager power;
    private final ArrayEstimate array;
    private final OrbitForecast orbit;
    private final ArrayMeter meter;
    private final FeatherRule feather;
    private final WingDrive[] wings;
    private final double[] heldRad;
    private final boolean[] hot;
    private final double turnS;
    private final Parameter hotTempK;
    private final Parameter featherInShadow;
    private final Events<WingEvent> events;
    private double litS;

    /**
     * Declares the face. Reads the groups array and battery of the profile.
     *
     * @param power whose estimate of the array it follows and feeds; steps before this
     */
    public ArrayKeeper(Face face, PowerHal eps, VehicleProfile vehicle, OrbitForecast orbit, PowerManager power) {
        this.name = face.name();
        this.orbit = orbit;
        this.power = power;
        array = power.array();
        meter = new ArrayMeter(eps, vehicle);
        events = face.events(WingEvent.class);
        feather = new FeatherRule(face, eps, vehicle, power.battery(), events);
        double rate = vehicle.numberOr(0, "array.driveRateRadPerS", 0, MAX_RATE_RAD_PER_S);
        turnS = QUARTER_TURN_RAD / rate;
        wings = new WingDrive[vehicle.countOr(1, "array.wings", 1, MAX_WINGS)];
        for (int wing = 0; wing < wings.length; wing++) {
            wings[wing] = new WingDrive(face, eps, wing, rate, events);
        }
        heldRad = new double[wings.length];
        hot = new boolean[wings.length];
        hotTempK = face.parameter(
                "hotTempK", Unit.KELVIN, DEFAULT_HOT_K, 0, MAX_HOT_K, "a wing above that is turned from the Sun");
        featherInShadow = face.parameter(
                "featherInShadow", Unit.NONE, 0, 0, 1, "1: wings fly edge-on to the Sun in the shadow, against drag");
        face.command(
                "POINT",
                "Holds a wing at an angle to the Sun until FACE_SUN.",
                CommandTerms.always().critical(),
                this::hold,
                Argument.whole("wing", 0, wings.length - 1L, "which wing"),
                Argument.real(
                        "offsetDeg", Unit.DEGREE, -HALF_TURN_DEG, HALF_TURN_DEG, "0 faces the Sun, 90 is edge-on"));
        face.command(
                "FACE_SUN",
                "Lets all wings face the Sun again.",
                CommandTerms.always().urgently(),
                arguments -> faceSun());
    }

    private Outcome hold(double[] arguments) {
        int wing = (int) arguments[0];
        heldRad[wing] = arguments[1] * RAD_PER_DEGREE;
        events.raise(WingEvent.WING_ASKED, wing, arguments[1]);
        return Outcome.COMPLETED;
    }

    private Outcome faceSun() {
        Arrays.fill(heldRad, 0);
        events.raise(WingEvent.FACING_SUN);
        return Outcome.COMPLETED;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        boolean lit = orbit.illuminationRatio().value() > LIT_RATIO;
        litS = lit ? Math.min(SETTLED_S, litS + tick.stepS()) : 0;
        feather.step(array.facingW(), tick.stepS());
        for (int wing = 0; wing < wings.length; wing++) {
            wings[wing].step(wantedRad(wing), tick.stepS());
            wings[wing].expect(array.angles());
        }
        if (freeAngle()) {
            array.angles().face();
        }
        lookForLostWings();
    }

    private double wantedRad(int wing) {
        if (freeAngle() || power.passivated()) {
            return QUARTER_TURN_RAD;
        }
        double protectingRad = Math.max(feather.angleRad(), coolingRad(wing));
        return Math.abs(heldRad[wing]) > protectingRad ? heldRad[wing] : protectingRad;
    }

    // In the shadow the angle costs nothing, as long as the drive is back in time.
    private boolean freeAngle() {
        boolean dark = orbit.illuminationRatio().value() <= 0;
        return featherInShadow.value() > 0 && dark && orbit.eclipseExitS().value() > turnS + EARLY_S;
    }

    private double coolingRad(int wing) {
        double tempK = meter.tempK(wing);
        boolean now = tempK > (hot[wing] ? hotTempK.value() - COOL_K : hotTempK.value());
        if (now && !hot[wing]) {
            events.raise(WingEvent.WING_HOT, wing, tempK);
        }
        hot[wing] = now;
        return now ? HOT_ANGLE_RAD : 0;
    }

    // A wing that gives no power keeps the heat that the others turn into current.
    private void lookForLostWings() {
        double health = array.healthRatio();
        if (health > 1 - BACK_PART / wings.length) {
            for (WingDrive wing : wings) {
                wing.lost(false, health);
            }
        } else if (health < 1 - LOST_PART / wings.length && litS >= SETTLED_S && wings.length > 1) {
            markHottest(health);
        }
    }

    private void markHottest(double health) {
        int hottest = -1;
        double hottestK = Double.NEGATIVE_INFINITY;
        double nextK = Double.NEGATIVE_INFINITY;
        for (int wing = 0; wing < wings.length; wing++) {
            double tempK = wings[wing].isLost() ? Double.NaN : meter.tempK(wing);
            boolean alike = Math.abs(wings[wing].offsetRad() - wings[0].offsetRad()) < ALIKE_RAD;
            if (tempK > hottestK && alike) {
                nextK = hottestK;
                hottestK = tempK;
                hottest = wing;
            } else if (tempK > nextK) {
                nextK = tempK;
            }
        }
        int lost = 0;
        for (WingDrive wing : wings) {
            lost += wing.isLost() ? 1 : 0;
        }
        boolean another = health < 1 - (lost + LOST_PART) / wings.length;
        if (another && hottestK > nextK + LOST_HOTTER_K && nextK > 0) {
            wings[hottest].lost(true, health);
        }
    }
}
