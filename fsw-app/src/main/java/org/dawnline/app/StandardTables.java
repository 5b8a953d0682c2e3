package org.dawnline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.jspecify.annotations.Nullable;

/**
 * The tables that come with the software: {@code tables/NAME.table} for every vehicle, and behind it the rows of
 * {@code tables/NAME.rack.table} for those with a rack and of {@code tables/NAME.heaters.table} for those with structure heaters. Each may
 * be missing; the header stands in the first that is there.
 */
final class StandardTables {
    private final List<String> endings = new ArrayList<>(List.of(".table"));

    StandardTables(VehicleProfile vehicle) {
        if (vehicle.has("rack.trays")) {
            endings.add(".rack.table");
        }
        if (vehicle.has("loads.heaters.powerW")) {
            endings.add(".heaters.table");
        }
    }

    /** The text of a table, or null when nothing comes with the software for it. */
    @Nullable
    String text(String name) {
        StringBuilder text = new StringBuilder();
        for (String ending : endings) {
            String part = resource(name + ending);
            text.append(part == null ? "" : part);
        }
        return text.isEmpty() ? null : text.toString();
    }

    private static @Nullable String resource(String file) {
        try (InputStream in = StandardTables.class.getResourceAsStream("/tables/" + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("tables/" + file + " of the software itself cannot be read", e);
        }
    }
}
