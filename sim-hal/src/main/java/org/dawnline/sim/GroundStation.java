package org.dawnline.sim;

import java.util.List;

/**
 * A place on the WGS-84 ellipsoid with a radio antenna.
 *
 * @param name what it is called
 * @param latitudeDeg geodetic latitude, in degrees north
 * @param longitudeDeg longitude, in degrees east
 * @param altitudeM height above the ellipsoid, in m
 */
public record GroundStation(String name, double latitudeDeg, double longitudeDeg, double altitudeM) {
    private static final double MAX_ALTITUDE_M = 9000.0;
    private static final double MIN_ALTITUDE_M = -500.0;

    /** Refuses a place that is not on the Earth. */
    public GroundStation {
        require(latitudeDeg, -90.0, 90.0, name + " latitude, deg");
        require(longitudeDeg, -180.0, 360.0, name + " longitude, deg");
        require(altitudeM, MIN_ALTITUDE_M, MAX_ALTITUDE_M, name + " altitude, m");
    }

    /** Three public high-latitude sites: every orbit of a polar satellite passes over at least one of them. */
    public static List<GroundStation> highLatitude() {
        return List.of(
                new GroundStation("SVALBARD", 78.2297, 15.3975, 500.0),
                new GroundStation("INUVIK", 68.3195, -133.5486, 52.0),
                new GroundStation("PUNTA_ARENAS", -52.9348, -70.8713, 37.0));
    }

    private static void require(double value, double min, double max, String what) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(what + " is " + value + "; expected " + min + " to " + max);
        }
    }
}
