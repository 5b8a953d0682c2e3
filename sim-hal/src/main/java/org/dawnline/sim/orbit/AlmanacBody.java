package org.dawnline.sim.orbit;

import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.FieldAbsoluteDate;
import org.orekit.utils.ExtendedPositionProvider;

/** Sun or Moon, for those of Orekit's models that ask where they are. */
final class AlmanacBody implements ExtendedPositionProvider {
    private final Frame inertial;
    private final Function<AbsoluteDate, Vector3D> place;

    AlmanacBody(Frame inertial, Function<AbsoluteDate, Vector3D> place) {
        this.inertial = inertial;
        this.place = place;
    }

    @Override
    public Vector3D getPosition(AbsoluteDate date, Frame frame) {
        Vector3D position = place.apply(date);
        return frame.equals(inertial)
                ? position
                : inertial.getStaticTransformTo(frame, date).transformPosition(position);
    }

    @Override
    public <T extends CalculusFieldElement<T>> FieldVector3D<T> getPosition(FieldAbsoluteDate<T> date, Frame frame) {
        throw new UnsupportedOperationException("only asked without derivatives");
    }
}
