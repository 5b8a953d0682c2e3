package org.dawnline.fsw.core.orbit;

import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.frames.StaticTransform;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeComponents;
import org.orekit.time.TimeScales;
import org.orekit.utils.Constants;

/**
 * Orekit's time scales and frames without any data file: 37 s between TAI and UTC as since 2017, Earth rotation without
 * corrections (UT1 = UTC, no polar motion), which is at most 0.9 s or 0.4 km on the equator.
 */
final class Sky {
    static final double EARTH_ROTATION_RAD_PER_S = 7.292115146706979e-5; // Orekit 13.1, GTODProvider

    private static final DateComponents UNIX_EPOCH = new DateComponents(1970, 1, 1);
    private static final int TAI_MINUS_UTC_S = 37;
    private static final int LEAP_YEAR = 2017;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final double SECONDS_PER_NANO = 1e-9;
    private static final double SECONDS_PER_DAY = 86_400;

    private final TimeScales timeScales;
    private final Frame eme2000;
    private final Frame meanOfDate;
    private final Frame earth;
    private final OneAxisEllipsoid ellipsoid;

    Sky() {
        OffsetModel leap = new OffsetModel(new DateComponents(LEAP_YEAR, 1, 1), TAI_MINUS_UTC_S);
        timeScales = TimeScales.of(List.of(leap), (conventions, scales) -> List.of());
        Frames frames = Frames.of(timeScales, () -> {
            throw new IllegalStateException("no barycentre without ephemerides");
        });
        eme2000 = frames.getEME2000();
        meanOfDate = frames.getMOD(false);
        earth = frames.getGTOD(false);
        ellipsoid =
                new OneAxisEllipsoid(Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, earth);
    }

    Frame eme2000() {
        return eme2000;
    }

    AbsoluteDate date(long utcNanos) {
        long day = Math.floorDiv(utcNanos, NANOS_PER_DAY);
        double secondOfDay = Math.floorMod(utcNanos, NANOS_PER_DAY) * SECONDS_PER_NANO;
        return new AbsoluteDate(
                new DateComponents(UNIX_EPOCH, (int) day), new TimeComponents(secondOfDay), timeScales.getUTC());
    }

    /** Days since 2000-01-01T12:00 TT. */
    double daysSinceJ2000(AbsoluteDate date) {
        return date.durationFrom(timeScales.getJ2000Epoch()) / SECONDS_PER_DAY;
    }

    /** The matrix, row by row, that turns a vector of date into EME2000. */
    double[] ofDateToEme2000(AbsoluteDate date) {
        return rows(meanOfDate.getStaticTransformTo(eme2000, date));
    }

    /** The matrix, row by row, that turns an Earth-fixed vector into EME2000. */
    double[] earthToEme2000(AbsoluteDate date) {
        return rows(earth.getStaticTransformTo(eme2000, date));
    }

    private static double[] rows(StaticTransform transform) {
        double[][] m = transform.getRotation().getMatrix();
        // Orekit's rotation matrix applies to vectors as rotation.applyTo does: new = m * old.
        return new double[] {
            m[0][0], m[0][1], m[0][2], m[1][0], m[1][1], m[1][2], m[2][0], m[2][1], m[2][2],
        };
    }

    /** Position of a station, Earth-fixed, in m. */
    Vector3D position(GroundStation station) {
        return ellipsoid.transform(geodetic(station));
    }

    /** Direction of a station's zenith, Earth-fixed. */
    Vector3D zenith(GroundStation station) {
        return geodetic(station).getZenith();
    }

    /** The point on the ground that has an Earth-fixed position, in m, in its zenith. */
    GeodeticPoint below(Vector3D earthFixed) {
        return ellipsoid.transform(earthFixed, earth, AbsoluteDate.ARBITRARY_EPOCH); // its own frame: at any time
    }

    private static GeodeticPoint geodetic(GroundStation station) {
        return new GeodeticPoint(
                StrictMath.toRadians(station.latitudeDeg()),
                StrictMath.toRadians(station.longitudeDeg()),
                station.altitudeM());
    }
}
