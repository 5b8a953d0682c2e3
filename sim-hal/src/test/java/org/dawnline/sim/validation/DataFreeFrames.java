package org.dawnline.sim.validation;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;
import org.orekit.utils.IERSConventions;

/** Orekit's frames without a data file, as the world has them, to bring reference figures into one frame. */
final class DataFreeFrames {
    private final TimeScales scales = TimeScales.of(
            List.of(new OffsetModel(new DateComponents(2017, 1, 1), 37)),
            (conventions, times) -> Collections.emptyList());
    private final Frames frames = Frames.of(scales, () -> {
        throw new IllegalStateException("no frame of the solar system is needed");
    });

    AbsoluteDate date(Instant utc) {
        return new AbsoluteDate(utc, scales.getUTC());
    }

    double daysSinceJ2000(AbsoluteDate date) {
        return date.durationFrom(scales.getJ2000Epoch()) / 86_400.0;
    }

    /** From EME2000 to the frame of SGP4. */
    Vector3D toTeme(Vector3D inertial, AbsoluteDate date) {
        return turn(inertial, frames.getEME2000(), frames.getTEME(), date);
    }

    /** From the mean equator and equinox of the date to EME2000. */
    Vector3D ofDateToInertial(Vector3D ofDate, AbsoluteDate date) {
        return turn(ofDate, frames.getMOD(IERSConventions.IERS_1996), frames.getEME2000(), date);
    }

    private static Vector3D turn(Vector3D place, Frame from, Frame to, AbsoluteDate date) {
        return from.getStaticTransformTo(to, date).transformPosition(place);
    }
}
