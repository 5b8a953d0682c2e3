package org.dawnline.fsw.core.orbit;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;

/**
 * A ground station on the WGS-84 ellipsoid.
 *
 * @param name its name
 * @param latitudeDeg geodetic latitude, -90 to 90
 * @param longitudeDeg longitude, -180 to 360, positive to the east
 * @param altitudeM altitude above the ellipsoid, -500 to 9000
 * @param minElevationDeg elevation above which a pass counts, 0 to 90
 */
public record GroundStation(
        String name, double latitudeDeg, double longitudeDeg, double altitudeM, double minElevationDeg) {
    private static final String SECTION = "groundStations";
    private static final double MAX_LATITUDE_DEG = 90;
    private static final double MIN_LONGITUDE_DEG = -180;
    private static final double MAX_LONGITUDE_DEG = 360;
    private static final double MIN_ALTITUDE_M = -500;
    private static final double MAX_ALTITUDE_M = 9_000;
    private static final double MAX_ELEVATION_DEG = 90;

    /** Refuses a place that is not on Earth. */
    public GroundStation {
        check(name, "latitudeDeg", latitudeDeg, -MAX_LATITUDE_DEG, MAX_LATITUDE_DEG);
        check(name, "longitudeDeg", longitudeDeg, MIN_LONGITUDE_DEG, MAX_LONGITUDE_DEG);
        check(name, "altitudeM", altitudeM, MIN_ALTITUDE_M, MAX_ALTITUDE_M);
        check(name, "minElevationDeg", minElevationDeg, 0, MAX_ELEVATION_DEG);
    }

    private static void check(String station, String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "station " + station + ": " + field + " is " + value + ", expected " + min + " to " + max);
        }
    }

    /** The stations that a vehicle's profile names, each with its own mask or else the radio's; none when it names none. */
    public static List<GroundStation> of(VehicleProfile profile) {
        List<GroundStation> stations = new ArrayList<>();
        for (String station : profile.namesBelow(SECTION)) {
            String key = SECTION + "." + station + ".";
            stations.add(new GroundStation(
                    station,
                    profile.number(key + "latDeg", -MAX_LATITUDE_DEG, MAX_LATITUDE_DEG),
                    profile.number(key + "lonDeg", MIN_LONGITUDE_DEG, MAX_LONGITUDE_DEG),
                    profile.number(key + "altM", MIN_ALTITUDE_M, MAX_ALTITUDE_M),
                    profile.number(
                            profile.has(key + "maskDeg") ? key + "maskDeg" : "links.rfMinElevationDeg",
                            0,
                            MAX_ELEVATION_DEG)));
        }
        return List.copyOf(stations);
    }
}
