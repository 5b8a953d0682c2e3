package org.dawnline.sim.orbit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.nonstiff.LutherIntegrator;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.errors.OrekitException;
import org.orekit.forces.ForceModel;
import org.orekit.forces.drag.DragForce;
import org.orekit.forces.drag.IsotropicDrag;
import org.orekit.forces.gravity.HolmesFeatherstoneAttractionModel;
import org.orekit.forces.gravity.ThirdBodyAttraction;
import org.orekit.forces.gravity.potential.GravityFieldFactory;
import org.orekit.forces.gravity.potential.TideSystem;
import org.orekit.models.earth.atmosphere.HarrisPriester;
import org.orekit.orbits.Orbit;
import org.orekit.orbits.OrbitType;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.numerical.NumericalPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;

/**
 * The equations of motion, integrated by Orekit: zonal gravity J2 to J6, Sun and Moon, the Harris-Priester atmosphere (mean solar
 * activity) and sunlight. Luther's sixth-order method takes one step from node to node, on a grid that begins at the epoch, so that the
 * answer does not depend on who asked before; who asks for the past has it integrated again from the start.
 */
final class NumericalMotion implements Motion {
    private static final double STEP_S = Sky.NODE_S;
    private static final double TIME_TOLERANCE_S = 1e-6;

    private final Space space;
    private final AbsoluteDate epoch;
    private final SpacecraftState start;
    private final NumericalPropagator propagator;
    private SpacecraftState state;
    private long node;

    /** A start in osculating elements, under everything that acts on this body. */
    NumericalMotion(Orbit osculating, Ballistics body, Space space) {
        this(osculating, body, space, forces(body, space));
    }

    /** Under given forces besides the central attraction. */
    NumericalMotion(Orbit osculating, Ballistics body, Space space, List<ForceModel> forces) {
        this.space = space;
        epoch = osculating.getDate();
        propagator = new NumericalPropagator(new LutherIntegrator(STEP_S), new FrameAlignedProvider(space.inertial()));
        propagator.setOrbitType(OrbitType.CARTESIAN);
        forces.forEach(propagator::addForceModel);
        start = new SpacecraftState(osculating).withMass(body.massKg());
        state = start;
        propagator.setInitialState(start);
    }

    private static List<ForceModel> forces(Ballistics body, Space space) {
        AlmanacBody sun = new AlmanacBody(space.inertial(), space::sun);
        List<ForceModel> forces = new ArrayList<>();
        forces.add(gravity(space));
        forces.add(new ThirdBodyAttraction(sun, "Sun", Constants.JPL_SSD_SUN_GM));
        forces.add(new ThirdBodyAttraction(
                new AlmanacBody(space.inertial(), space::moon), "Moon", Constants.JPL_SSD_MOON_GM));
        if (body.dragAreaM2() > 0.0) {
            forces.add(drag(body, sun, space));
        }
        if (body.sunAreaM2() > 0.0) {
            forces.add(new SunPressure(space, body));
        }
        return forces;
    }

    /** The zonal field of EGM-96 to degree 6. */
    static ForceModel gravity(Space space) {
        double[][] cosines = new double[Gravity.MAX_DEGREE + 1][];
        double[][] sines = new double[cosines.length][];
        for (int degree = 0; degree < cosines.length; degree++) {
            cosines[degree] = new double[degree + 1];
            sines[degree] = new double[degree + 1];
            cosines[degree][0] = -Gravity.zonal(degree);
        }
        return new HolmesFeatherstoneAttractionModel(
                space.earthFixed(),
                GravityFieldFactory.getNormalizedProvider(GravityFieldFactory.getUnnormalizedProvider(
                        Gravity.EARTH_RADIUS_M, Gravity.MU_M3_PER_S2, TideSystem.UNKNOWN, cosines, sines)));
    }

    private static ForceModel drag(Ballistics body, AlmanacBody sun, Space space) {
        OneAxisEllipsoid earth =
                new OneAxisEllipsoid(Gravity.EARTH_RADIUS_M, Gravity.WGS84_FLATTENING, space.earthFixed());
        return new DragForce(
                new HarrisPriester(sun, earth), new IsotropicDrag(body.dragAreaM2(), body.dragCoefficient()));
    }

    @Override
    public PVCoordinates at(double timeS) {
        long wanted = StrictMath.round(timeS / STEP_S);
        if (StrictMath.abs(timeS - wanted * STEP_S) > TIME_TOLERANCE_S) {
            throw new IllegalArgumentException(timeS + " s is between the steps of " + STEP_S + " s");
        }
        if (wanted < node) {
            node = 0;
            state = start;
            propagator.resetInitialState(start);
        }
        while (node < wanted) {
            step();
        }
        return state.getPVCoordinates(space.inertial());
    }

    private void step() {
        try {
            state = propagator.propagate(epoch.shiftedBy((node + 1) * STEP_S));
        } catch (OrekitException e) {
            throw new IllegalStateException(
                    "the satellite has left its orbit " + node * STEP_S + " s after the epoch: " + e.getMessage(), e);
        }
        node++;
    }
}
