package org.dawnline.fsw.core.orbit;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/**
 * The forecast of the orbit as ports. Times are seconds from now to the event. A channel is invalid while nothing is known; an
 * event that does not come within the horizon is positive infinity away.
 *
 * @param illuminationRatio share of the Sun's disc in view now, 0 in umbra to 1
 * @param sunFluxWPerM2 solar flux at the satellite outside eclipse, in W/m²
 * @param eclipseEntryS to the next entry into penumbra (the following one while in eclipse)
 * @param eclipseExitS to the next exit from penumbra
 * @param eclipseDurationS penumbra to penumbra, of the present or next eclipse; 0 when none comes within the horizon
 * @param periodS orbital period
 * @param passStartS to the next pass over a ground station; 0 during one
 * @param passEndS to the end of the present or next pass
 */
public record OrbitForecast(
        Channel illuminationRatio,
        Channel sunFluxWPerM2,
        Channel eclipseEntryS,
        Channel eclipseExitS,
        Channel eclipseDurationS,
        Channel periodS,
        Channel passStartS,
        Channel passEndS) {
    /** Declares the ports on a component's face. */
    public static OrbitForecast declare(Face face) {
        return new OrbitForecast(
                face.channel("illumination", Unit.RATIO, "share of the Sun's disc in view by forecast"),
                face.channel("sunFluxWPerM2", Unit.NONE, "solar flux in W/m2 outside eclipse"),
                face.channel("eclipseEntryS", Unit.SECOND, "time to the next entry into penumbra"),
                face.channel("eclipseExitS", Unit.SECOND, "time to the next exit from penumbra"),
                face.channel("eclipseDurationS", Unit.SECOND, "length of the present or next eclipse"),
                face.channel("periodS", Unit.SECOND, "orbital period"),
                face.channel("passStartS", Unit.SECOND, "time to the next pass over a ground station"),
                face.channel("passEndS", Unit.SECOND, "time to the end of the present or next pass"));
    }
}
