package org.dawnline.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawnline.hal.VehicleProfile;

/** Reads the repository's own vehicle files: two levels of keys with numbers are all that these tests need of YAML. */
public final class Vehicles {
    private Vehicles() {}

    /** The default vehicle. */
    public static VehicleProfile ai1() {
        return read("ai1");
    }

    /** The vehicle in {@code vehicles/NAME.yaml}. */
    public static VehicleProfile read(String name) {
        Map<String, Double> values = new TreeMap<>();
        Set<String> uncertain = new TreeSet<>();
        String group = "";
        try {
            for (String line : Files.readAllLines(Path.of("..", "vehicles", name + ".yaml"), StandardCharsets.UTF_8)) {
                String text = line.replaceFirst("#.*", "").stripTrailing();
                int colon = text.indexOf(':');
                if (colon < 0) {
                    continue;
                }
                String key = text.substring(0, colon).strip();
                String value = text.substring(colon + 1).strip();
                if (!text.startsWith(" ")) {
                    group = key;
                } else if (value.startsWith("{")) {
                    for (String pair : value.replaceAll("[{} ]", "").split(",", -1)) {
                        String[] parts = pair.split(":", 2);
                        values.put(group + "." + key + "." + parts[0], Double.valueOf(parts[1]));
                    }
                } else if (value.matches("[-+.0-9eE]+")) {
                    values.put(group + "." + key, Double.valueOf(value));
                    if (line.matches(".*# A~( .*)?")) {
                        uncertain.add(group + "." + key);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VehicleProfile(name, values, uncertain);
    }
}
