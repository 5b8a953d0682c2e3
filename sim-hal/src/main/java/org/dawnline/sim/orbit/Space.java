package org.dawnline.sim.orbit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScale;
import org.orekit.time.TimeScales;
import org.orekit.utils.Constants;
import org.orekit.utils.IERSConventions;

/**
 * Time scales, frames, Sun and Moon without any data file: UTC is 37 s behind atomic time (true since 2017), the Earth's orientation
 * has no corrections (UT1 = UTC, no polar motion).
 */
final class Space {
    private static final DateComponents UTC_OFFSET_SINCE = new DateComponents(2017, 1, 1);
    private static final int UTC_OFFSET_S = 37;

    private final TimeScale utc;
    private final AbsoluteDate j2000;
    private final Frame inertial;
    private final Frame earthFixed;
    private final Frame meanOfDate;
    private final Frame teme;
    private AbsoluteDate dateOfSun = AbsoluteDate.ARBITRARY_EPOCH;
    private Vector3D sun = Vector3D.NaN;

    Space() {
        TimeScales scales = TimeScales.of(
                List.of(new OffsetModel(UTC_OFFSET_SINCE, UTC_OFFSET_S)),
                (conventions, times) -> Collections.emptyList());
        Frames frames = Frames.of(scales, () -> {
            throw new IllegalStateException("no frame of the solar system is needed");
        });
        utc = scales.getUTC();
        j2000 = scales.getJ2000Epoch();
        inertial = frames.getEME2000();
        earthFixed = frames.getGTOD(IERSConventions.IERS_1996, true);
        meanOfDate = frames.getMOD(IERSConventions.IERS_1996);
        teme = frames.getTEME();
    }

    TimeScale utc() {
        return utc;
    }

    /** EME2000. */
    Frame inertial() {
        return inertial;
    }

    Frame earthFixed() {
        return earthFixed;
    }

    Frame meanOfDate() {
        return meanOfDate;
    }

    Frame teme() {
        return teme;
    }

    AbsoluteDate date(Instant instant) {
        LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        double seconds = at.getSecond() + at.getNano() * 1e-9;
        return new AbsoluteDate(
                at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), seconds, utc);
    }

    double daysSinceJ2000(AbsoluteDate when) {
        return when.durationFrom(j2000) / Constants.JULIAN_DAY;
    }

    /** Geocentric position of the Sun in EME2000, in m; kept for those who ask again for the same date. */
    Vector3D sun(AbsoluteDate when) {
        if (!when.equals(dateOfSun)) {
            dateOfSun = when;
            sun = toInertial(AlmanacSun.positionM(daysSinceJ2000(when)), when);
        }
        return sun;
    }

    /** Geocentric position of the Moon in EME2000, in m. */
    Vector3D moon(AbsoluteDate when) {
        return toInertial(AlmanacMoon.positionM(daysSinceJ2000(when)), when);
    }

    /** From the mean equator and equinox of the date. */
    Vector3D toInertial(Vector3D ofDate, AbsoluteDate when) {
        return meanOfDate.getStaticTransformTo(inertial, when).transformVector(ofDate);
    }
}
