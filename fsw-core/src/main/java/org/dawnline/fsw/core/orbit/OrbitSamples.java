package org.dawnline.fsw.core.orbit;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.forces.gravity.J2OnlyPerturbation;
import org.orekit.forces.gravity.NewtonianAttraction;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.OrbitType;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.numerical.NumericalPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;

/**
 * A propagated orbit at equal steps, with positions in between by cubic interpolation (0.1 m at 40 s in a low
 * orbit). Times are seconds from the fix.
 */
final class OrbitSamples {
    static final double MU_M3_PER_S2 = Constants.EIGEN5C_EARTH_MU;
    static final double EARTH_RADIUS_M = Constants.EIGEN5C_EARTH_EQUATORIAL_RADIUS;
    static final double J2 = -Constants.EIGEN5C_EARTH_C20;

    private static final double MIN_STEP_S = 1e-3;
    private static final double MAX_STEP_S = 300;
    private static final double FIRST_STEP_S = 30;
    private static final double ABSOLUTE_TOLERANCE = 1e-4; // m and m/s
    private static final double RELATIVE_TOLERANCE = 1e-11;

    private final int looksPerSample;
    private final double mu;
    private final double j2;
    private final double[] position;
    private final double[] velocity;
    private double firstS;
    private double stepS;
    private int count;

    /** Room for {@code capacity} samples, each step of which is looked at {@code looksPerSample} times. */
    OrbitSamples(int capacity, int looksPerSample, double mu, double j2) {
        this.looksPerSample = looksPerSample;
        this.mu = mu;
        this.j2 = j2;
        position = new double[capacity * 3];
        velocity = new double[capacity * 3];
    }

    /** Propagates numerically from a fix to {@code samples} points; {@code firstS} may be before the fix. */
    void propagate(Sky sky, AbsoluteDate date, double[] fix, double newFirstS, double newStepS, int samples) {
        firstS = newFirstS;
        stepS = newStepS;
        count = 0;
        NumericalPropagator propagator = propagator(sky, date, fix);
        AbsoluteDate start = date.shiftedBy(firstS);
        SpacecraftState atStart = propagator.propagate(start);
        propagator.resetInitialState(atStart);
        propagator.setStepHandler(stepS, this::take);
        propagator.propagate(start.shiftedBy((samples - 1) * stepS));
    }

    private NumericalPropagator propagator(Sky sky, AbsoluteDate date, double[] fix) {
        PVCoordinates pv =
                new PVCoordinates(new Vector3D(fix[0], fix[1], fix[2]), new Vector3D(fix[3], fix[4], fix[5]));
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(MIN_STEP_S, MAX_STEP_S, ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE);
        integrator.setInitialStepSize(FIRST_STEP_S);
        NumericalPropagator propagator = new NumericalPropagator(integrator, new FrameAlignedProvider(sky.eme2000()));
        propagator.setOrbitType(OrbitType.CARTESIAN);
        propagator.addForceModel(new NewtonianAttraction(mu));
        if (j2 != 0) {
            // The pole of J2000 instead of the pole of date: 0.15° off, tens of metres in an orbit.
            propagator.addForceModel(new J2OnlyPerturbation(mu, EARTH_RADIUS_M, j2, sky.eme2000()));
        }
        propagator.setInitialState(new SpacecraftState(new CartesianOrbit(pv, sky.eme2000(), date, mu)));
        return propagator;
    }

    private void take(SpacecraftState state) {
        if (count * 3 == position.length) {
            return; // rounding may add a point at the end
        }
        PVCoordinates pv = state.getPVCoordinates();
        put(position, pv.getPosition());
        put(velocity, pv.getVelocity());
        count++;
    }

    private void put(double[] target, Vector3D v) {
        target[count * 3] = v.getX();
        target[count * 3 + 1] = v.getY();
        target[count * 3 + 2] = v.getZ();
    }

    int count() {
        return count;
    }

    double timeS(int sample) {
        return firstS + sample * stepS;
    }

    /** How many times to look at between the first and the last sample, both included. */
    int looks() {
        return (count - 1) * looksPerSample + 1;
    }

    /** Time of a look. */
    double lookS(int look) {
        return firstS + look * (stepS / looksPerSample);
    }

    /** Position at a time between the first and the last sample, in m. */
    void position(double timeS, double[] xyz) {
        int i = (int) Math.max(0, Math.min(count - 2, Math.floor((timeS - firstS) / stepS)));
        double u = (timeS - timeS(i)) / stepS;
        double h00 = (1 + 2 * u) * (1 - u) * (1 - u);
        double h10 = u * (1 - u) * (1 - u) * stepS;
        double h01 = u * u * (3 - 2 * u);
        double h11 = u * u * (u - 1) * stepS;
        for (int axis = 0; axis < 3; axis++) {
            int a = i * 3 + axis;
            int b = a + 3;
            xyz[axis] = h00 * position[a] + h10 * velocity[a] + h01 * position[b] + h11 * velocity[b];
        }
    }
}
