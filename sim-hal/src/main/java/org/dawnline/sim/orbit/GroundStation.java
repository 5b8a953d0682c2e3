package org.dawnline.sim.orbit;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;

/**
 * A place on the WGS-84 ellipsoid with a radio antenna or a telescope.
 *
 * @param name what it is called
 * @param latitudeDeg geodetic latitude, in degrees north
 * @param longitudeDeg longitude, in degrees east
 * @param altitudeM height above the ellipsoid, in m
 * @param maskDeg elevation above which it sees a satellite, in degrees; hills and rules of the place decide
 */
public record GroundStation(String name, double latitudeDeg, double longitudeDeg, double altitudeM, double maskDeg) {
    private static final String RADIO_SECTION = "groundStations";
    private static final String OPTICAL_SECTION = "opticalSites";
    private static final double MAX_ALTITUDE_M = 9000.0;
    private static final double MIN_ALTITUDE_M = -500.0;

    /** Refuses a place that is not on the Earth. */
    public GroundStation {
        require(latitudeDeg, -90.0, 90.0, name + " latitude, deg");
        require(longitudeDeg, -180.0, 360.0, name + " longitude, deg");
        require(altitudeM, MIN_ALTITUDE_M, MAX_ALTITUDE_M, name + " altitude, m");
        require(maskDeg, -90.0, 90.0, name + " elevation mask, deg");
    }

    /**
     * The stations that the vehicle's profile names below {@code groundStations}; one without a {@code maskDeg} has that of the radio,
     * {@code links.rfMinElevationDeg}.
     */
    public static List<GroundStation> of(VehicleProfile profile) {
        return below(RADIO_SECTION, "links.rfMinElevationDeg", profile);
    }

    /** The sites with telescopes below {@code opticalSites}; may be none. Without a {@code maskDeg}, {@code links.siteMinElevationDeg}. */
    public static List<GroundStation> opticalSites(VehicleProfile profile) {
        return below(OPTICAL_SECTION, "links.siteMinElevationDeg", profile);
    }

    private static List<GroundStation> below(String section, String commonMask, VehicleProfile profile) {
        List<GroundStation> stations = new ArrayList<>();
        for (String name : profile.namesBelow(section)) {
            String prefix = section + "." + name + ".";
            stations.add(new GroundStation(
                    name,
                    profile.number(prefix + "latDeg", -90.0, 90.0),
                    profile.number(prefix + "lonDeg", -180.0, 360.0),
                    profile.number(prefix + "altM", MIN_ALTITUDE_M, MAX_ALTITUDE_M),
                    profile.number(profile.has(prefix + "maskDeg") ? prefix + "maskDeg" : commonMask, -90.0, 90.0)));
        }
        return stations;
    }

    private static void require(double value, double min, double max, String what) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(what + " is " + value + "; expected " + min + " to " + max);
        }
    }
}
