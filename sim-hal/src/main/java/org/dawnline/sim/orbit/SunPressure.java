package org.dawnline.sim.orbit;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.forces.ForceModel;
import org.orekit.propagation.FieldSpacecraftState;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.events.EventDetector;
import org.orekit.propagation.events.FieldEventDetector;
import org.orekit.utils.Constants;
import org.orekit.utils.ParameterDriver;

/**
 * Sunlight pushes away from the Sun, as far as the Earth lets it through. Unlike Orekit's own model it lets the steps run across the
 * shadow's edges: at these accelerations that is worth a millimetre, and the steps stay on their grid.
 */
final class SunPressure implements ForceModel {
    private static final double PRESSURE_PA = Sky.SOLAR_CONSTANT_W_PER_M2 / Constants.SPEED_OF_LIGHT;

    private final Space space;
    private final double areaPerMass;
    private final double[] satelliteM = new double[3];
    private final double[] sunM = new double[3];

    SunPressure(Space space, Ballistics body) {
        this.space = space;
        areaPerMass = body.sunCoefficient() * body.sunAreaM2() / body.massKg();
    }

    @Override
    public boolean dependsOnPositionOnly() {
        return true;
    }

    @Override
    public Vector3D acceleration(SpacecraftState state, double[] parameters) {
        Vector3D satellite = state.getPosition();
        Vector3D sun = space.sun(state.getDate());
        store(satellite, satelliteM);
        store(sun, sunM);
        Vector3D away = satellite.subtract(sun);
        double distanceM = away.getNorm();
        double distanceAu = distanceM / AlmanacSun.ASTRONOMICAL_UNIT_M;
        double light = Shadow.illuminationRatio(satelliteM, sunM) / (distanceAu * distanceAu);
        return away.scalarMultiply(PRESSURE_PA * areaPerMass * light / distanceM);
    }

    private static void store(Vector3D from, double[] to) {
        to[0] = from.getX();
        to[1] = from.getY();
        to[2] = from.getZ();
    }

    @Override
    public <T extends CalculusFieldElement<T>> FieldVector3D<T> acceleration(
            FieldSpacecraftState<T> state, T[] parameters) {
        throw new UnsupportedOperationException("only flown without derivatives");
    }

    @Override
    public List<ParameterDriver> getParametersDrivers() {
        return List.of();
    }

    @Override
    public Stream<EventDetector> getEventDetectors() {
        return Stream.empty();
    }

    @Override
    public <T extends CalculusFieldElement<T>> Stream<FieldEventDetector<T>> getFieldEventDetectors(Field<T> field) {
        return Stream.empty();
    }
}
