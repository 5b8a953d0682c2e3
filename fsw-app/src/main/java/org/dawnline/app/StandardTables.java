package org.dawnline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dawnline.hal.VehicleProfile;
import org.jspecify.annotations.Nullable;

/**
 * The tables that come with the software: {@code tables/NAME.table} for every vehicle, to which a vehicle with a rack adds the rows of
 * {@code tables/NAME.rack.table}. Either may be missing; the header stands in the first that is there.
 */
final class StandardTables {
    private final boolean rack;

    StandardTables(VehicleProfile vehicle) {
        rack = vehicle.has("rack.trays");
    }

    /** The text of a table, or null when nothing comes with the software for it. */
    @Nullable
    String text(String name) {
        String common = resource(name + ".table");
        String ofRack = rack ? resource(name + ".rack.table") : null;
        if (common == null) {
            return ofRack;
        }
        return ofRack == null ? common : common + ofRack;
    }

    private static @Nullable String resource(String file) {
        try (InputStream in = StandardTables.class.getResourceAsStream("/tables/" + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("tables/" + file + " of the software itself cannot be read", e);
        }
    }
}
