package org.dawnline.fsw.core.orbit;

import java.util.List;

/**
 * A part of the Earth that a satellite can be above, by geodetic latitude and eastern longitude, those of maps and of receivers. To
 * cross a parallel or a meridian is to enter or leave what lies beyond it.
 */
@FunctionalInterface
public interface GroundRegion {
    /** Most corners of a polygon. */
    int MAX_CORNERS = 32;

    /** A corner of a polygon, in degrees; longitude from -180 to 360. */
    record Corner(double latitudeDeg, double longitudeDeg) {}

    /** Whether the point below the satellite is inside; latitude -90 to 90, longitude -180 to 180, in degrees. */
    boolean contains(double latitudeDeg, double longitudeDeg);

    /** All north of a parallel. */
    static GroundRegion northOf(double latitudeDeg) {
        return (latitude, longitude) -> latitude >= latitudeDeg;
    }

    /** The half of the Earth that begins at a meridian and goes to the east. */
    static GroundRegion eastOf(double longitudeDeg) {
        return (latitude, longitude) -> wrapped(longitude - longitudeDeg) >= 0;
    }

    /** A polygon with straight edges on the map; it goes less than half around the Earth and over no pole. */
    static GroundRegion polygon(List<Corner> corners) {
        double[] latitudes = corners.stream().mapToDouble(Corner::latitudeDeg).toArray();
        double first = corners.get(0).longitudeDeg();
        double[] east = corners.stream()
                .mapToDouble(corner -> wrapped(corner.longitudeDeg() - first))
                .toArray();
        return (latitude, longitude) -> inside(latitudes, east, latitude, wrapped(longitude - first));
    }

    // Counts the edges that a ray to the east crosses.
    private static boolean inside(double[] latitudes, double[] east, double latitude, double x) {
        boolean odd = false;
        for (int i = 0, j = east.length - 1; i < east.length; j = i++) {
            boolean spans = latitudes[i] > latitude != latitudes[j] > latitude;
            if (spans) {
                double ratio = (latitude - latitudes[i]) / (latitudes[j] - latitudes[i]);
                odd ^= x < east[i] + ratio * (east[j] - east[i]);
            }
        }
        return odd;
    }

    /** An angle from -180 up to 180 degrees. */
    static double wrapped(double deg) {
        return deg - 360 * Math.floor((deg + 180) / 360);
    }
}
