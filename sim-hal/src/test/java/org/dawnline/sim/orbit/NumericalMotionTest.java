package org.dawnline.sim.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.dawnline.sim.SimWorld;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.WorldOptions;
import org.dawnline.sim.orbit.OrbitSpec.Model;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.forces.ForceModel;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.propagation.PropagationType;
import org.orekit.propagation.analytical.EcksteinHechlerPropagator;
import org.orekit.utils.PVCoordinates;

/** The integrated orbit. */
@Tag("SIM-023")
class NumericalMotionTest {
    private static final Instant EPOCH = Instant.parse("2026-03-20T00:00:00Z");
    private static final double DAY_S = 86_400.0;
    private static final Vector3D POSITION = new Vector3D(6_928_137.0, 0.0, 0.0);
    private static final Vector3D VELOCITY = new Vector3D(0.0, 4564.0, 6058.0);

    private static final long FROZEN_DAY = 6541333671961558608L;

    private final Space space = new Space();

    @Test
    void withoutPerturbationsItIsKeplers() {
        NumericalMotion motion = motion(List.of());
        Sky kepler = sky(state(Model.KEPLER));
        kepler.moveTo(DAY_S);

        PVCoordinates pv = motion.at(DAY_S);

        Vector3D exact = new Vector3D(kepler.positionM(0), kepler.positionM(1), kepler.positionM(2));
        assertThat(Vector3D.distance(pv.getPosition(), exact)).isLessThan(0.2);
    }

    /** Both are exact integrals of a field that stands still; the Earth's axis itself moves by half a second of arc meanwhile. */
    @Test
    void theZonalFieldKeepsEnergyAndTheMomentumAboutTheAxis() {
        NumericalMotion motion = motion(List.of(NumericalMotion.gravity(space)));
        double energy = energy(motion.at(0.0), 0.0);
        double momentum = momentumAboutAxis(motion.at(0.0), 0.0);
        for (double timeS = 0.0; timeS <= 2.0 * DAY_S; timeS += 1800.0) {
            assertThat(energy(motion.at(timeS), timeS) / energy).isCloseTo(1.0, within(1e-9));
            assertThat(momentumAboutAxis(motion.at(timeS), timeS) / momentum).isCloseTo(1.0, within(1e-6));
        }
    }

    /** Orekit's analytical theory of the same five coefficients about the axis of the date: not exact, but not integrated. */
    @Test
    void itAgreesWithEcksteinAndHechler() {
        CartesianOrbit start = new CartesianOrbit(
                space.inertial()
                        .getTransformTo(space.meanOfDate(), space.date(EPOCH))
                        .transformPVCoordinates(new PVCoordinates(POSITION, VELOCITY)),
                space.meanOfDate(),
                space.date(EPOCH),
                Gravity.MU_M3_PER_S2);
        EcksteinHechlerPropagator theory = new EcksteinHechlerPropagator(
                start,
                new FrameAlignedProvider(space.inertial()),
                1000.0,
                Gravity.EARTH_RADIUS_M,
                Gravity.MU_M3_PER_S2,
                -Gravity.zonal(2),
                -Gravity.zonal(3),
                -Gravity.zonal(4),
                -Gravity.zonal(5),
                -Gravity.zonal(6),
                PropagationType.OSCULATING);
        NumericalMotion motion = motion(List.of(NumericalMotion.gravity(space)));
        double worstM = 0.0;
        for (double timeS = 0.0; timeS <= DAY_S; timeS += 600.0) {
            Vector3D expected =
                    theory.propagateOrbit(start.getDate().shiftedBy(timeS)).getPosition(space.inertial());
            worstM = Math.max(
                    worstM, Vector3D.distance(expected, motion.at(timeS).getPosition()));
        }

        assertThat(worstM).isLessThan(150.0);
    }

    private double energy(PVCoordinates pv, double timeS) {
        Vector3D fixed = earthFixed(pv.getPosition(), timeS);
        double radius = fixed.getNorm();
        double sine = fixed.getZ() / radius;
        double potential = 1.0;
        for (int degree = 2; degree <= Gravity.MAX_DEGREE; degree++) {
            potential -=
                    Gravity.zonal(degree) * Math.pow(Gravity.EARTH_RADIUS_M / radius, degree) * legendre(degree, sine);
        }
        return 0.5 * pv.getVelocity().getNormSq() - Gravity.MU_M3_PER_S2 / radius * potential;
    }

    private static double legendre(int degree, double x) {
        double before = 1.0;
        double now = x;
        for (int n = 1; n < degree; n++) {
            double next = ((2 * n + 1) * x * now - n * before) / (n + 1);
            before = now;
            now = next;
        }
        return now;
    }

    private double momentumAboutAxis(PVCoordinates pv, double timeS) {
        return earthFixed(pv.getMomentum(), timeS).getZ();
    }

    private Vector3D earthFixed(Vector3D inertial, double timeS) {
        return space.inertial()
                .getStaticTransformTo(space.earthFixed(), space.date(EPOCH).shiftedBy(timeS))
                .transformVector(inertial);
    }

    @Test
    void theAnswerDoesNotDependOnWhatWasAskedBefore() {
        OrbitSpec orbit = dawnDusk().withBallistics(Ballistics.of(Vehicles.ai1()));
        Sky one = sky(orbit);
        Sky other = sky(orbit);
        one.moveTo(20_000.0);
        one.moveTo(100.0);

        one.moveTo(5000.3);
        other.moveTo(5000.3);

        for (int axis = 0; axis < 3; axis++) {
            assertThat(one.positionM(axis)).isEqualTo(other.positionM(axis));
            assertThat(one.velocityMPerS(axis)).isEqualTo(other.velocityMPerS(axis));
        }
    }

    /** Frozen once, so that a change of Orekit or of a JDK shows. */
    @Test
    void aDayHasTheSameBitsOnEveryMachine() {
        Sky sky = sky(dawnDusk().withBallistics(new Ballistics(2100.0, 60.0, 2.2, 600.0, 1.3)));
        long digest = 0;
        for (int i = 1; i <= 1440; i++) {
            sky.moveTo(60.0 * i);
            digest = 31 * digest + Double.doubleToLongBits(sky.positionM(0) + sky.albedoWPerM2());
        }

        assertThat(digest).isEqualTo(FROZEN_DAY);
    }

    @Test
    void theCurveBetweenTheNodesStaysOnTheOrbit() {
        NumericalMotion motion = motion(List.of(NumericalMotion.gravity(space)));
        double worstM = 0.0;
        PVCoordinates before = motion.at(0.0);
        PVCoordinates here = motion.at(30.0);
        for (int i = 2; i < 400; i++) {
            PVCoordinates after = motion.at(30.0 * i);
            Vector3D middle = before.getPosition()
                    .add(after.getPosition())
                    .scalarMultiply(0.5)
                    .add(before.getVelocity().subtract(after.getVelocity()).scalarMultiply(60.0 / 8.0));
            worstM = Math.max(worstM, Vector3D.distance(middle, here.getPosition()));
            before = here;
            here = after;
        }

        // A cubic over 60 s is 16 times worse than over 30 s.
        assertThat(worstM / 16.0).isLessThan(0.03);
    }

    @Test
    void airAndSunlightPushWhatHasAnArea() {
        double apart600 = apartAfterHalfADay(600e3, new Ballistics(2100.0, 60.0, 2.2, 0.0, 0.0));
        double apart400 = apartAfterHalfADay(400e3, new Ballistics(2100.0, 60.0, 2.2, 0.0, 0.0));
        double light = apartAfterHalfADay(600e3, new Ballistics(2100.0, 0.0, 0.0, 600.0, 1.3));

        assertThat(apart400).isGreaterThan(10.0 * apart600);
        assertThat(apart600).isBetween(500.0, 2500.0);
        assertThat(light).isBetween(10.0, 5000.0);
    }

    private static double apartAfterHalfADay(double altitudeM, Ballistics body) {
        OrbitSpec orbit = OrbitSpec.circular(altitudeM, 53.0).withModel(Model.NUMERICAL);
        Sky point = sky(orbit);
        Sky pushed = sky(orbit.withBallistics(body));
        point.moveTo(0.5 * DAY_S);
        pushed.moveTo(0.5 * DAY_S);
        double sum = 0.0;
        for (int axis = 0; axis < 3; axis++) {
            double apart = point.positionM(axis) - pushed.positionM(axis);
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    @Test
    void aWorldFliesItWithTheBodyOfItsVehicle() {
        WorldOptions options = WorldOptions.defaults()
                .withOrbit(OrbitSpec.circular(400e3, 53.0).withModel(Model.NUMERICAL));
        SimWorld light = new SimWorld(Vehicles.ai1().with("body.massKg", 100.0), options);
        SimWorld heavy = new SimWorld(Vehicles.ai1(), options);
        light.advance(3000.0);
        heavy.advance(3000.0);

        assertThat(light.state().positionM(0)).isNotCloseTo(heavy.state().positionM(0), within(10.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai1", "starcloud-1", "starlink-v2-mini", "starlink-v3", "suncatcher"})
    void everyVehicleSaysWhatAirAndSunlightPush(String vehicle) {
        Ballistics body = Ballistics.of(Vehicles.read(vehicle));

        assertThat(body.massKg() / body.dragAreaM2()).isBetween(10.0, 200.0);
        assertThat(body.sunAreaM2()).isGreaterThan(body.dragAreaM2());
    }

    @Test
    void impossibleQuestionsAreRefused() {
        assertThatThrownBy(() -> motion(List.of()).at(10.0)).hasMessageContaining("between the steps");
        assertThatThrownBy(() -> new Ballistics(0.0, 1.0, 1.0, 1.0, 1.0)).hasMessageContaining("mass");
        assertThatThrownBy(() -> OrbitSpec.circular(600e3, 53.0)
                        .withModel(Model.NUMERICAL)
                        .withEccentricity(0.2, 0.0))
                .hasMessageContaining("eccentricity");
        OrbitSpec falling = OrbitSpec.circular(150e3, 53.0)
                .withModel(Model.NUMERICAL)
                .withBallistics(new Ballistics(100.0, 600.0, 2.2, 0.0, 0.0));
        assertThatThrownBy(() -> sky(falling)).hasMessageContaining("has left its orbit");
    }

    private NumericalMotion motion(List<ForceModel> forces) {
        return new NumericalMotion(start(), Ballistics.POINT, space, forces);
    }

    private CartesianOrbit start() {
        return new CartesianOrbit(
                new PVCoordinates(POSITION, VELOCITY), space.inertial(), space.date(EPOCH), Gravity.MU_M3_PER_S2);
    }

    private static OrbitSpec state(Model model) {
        return OrbitSpec.stateVector(
                        POSITION.getX(),
                        POSITION.getY(),
                        POSITION.getZ(),
                        VELOCITY.getX(),
                        VELOCITY.getY(),
                        VELOCITY.getZ())
                .withModel(model);
    }

    private static OrbitSpec dawnDusk() {
        return OrbitSpec.sunSynchronous(600e3, 18.0).withModel(Model.NUMERICAL);
    }

    private static Sky sky(OrbitSpec orbit) {
        return new Sky(orbit, EPOCH, List.of(), Double.NaN, Environment.of(Vehicles.ai1()));
    }
}
