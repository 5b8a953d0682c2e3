package org.dawnline.hal.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the sensors below a sysfs directory: first those of {@code class/hwmon}, and where there is no chip at all those of
 * {@code class/thermal}. Chips of the same name are told apart by a number in the order of their directories.
 *
 * @param sensors what was found, at most {@link #MAX_SENSORS}
 * @param chips names of the chips or zones
 * @param detail what was found or why nothing was, in words
 */
record HwmonCatalog(List<HwmonSensor> sensors, List<String> chips, String detail) {
    /** More than any board has; what is beyond is left out and said so. */
    static final int MAX_SENSORS = 512;

    private static final String HWMON = "class/hwmon";
    private static final String THERMAL = "class/thermal";

    static HwmonCatalog scan(Path sysfs) {
        Search search = new Search();
        String whyNoHwmon = search.hwmon(sysfs.resolve(HWMON));
        if (!search.sensors.isEmpty()) {
            return search.catalog(sysfs.resolve(HWMON));
        }
        String whyNoThermal = search.thermal(sysfs.resolve(THERMAL));
        if (!search.sensors.isEmpty()) {
            return search.catalog(sysfs.resolve(THERMAL));
        }
        return new HwmonCatalog(List.of(), List.of(), whyNoHwmon + "; " + whyNoThermal);
    }

    private static final class Search {
        private final List<HwmonSensor> sensors = new ArrayList<>();
        private final List<String> chips = new ArrayList<>();
        private final Set<String> taken = new TreeSet<>();
        private int leftOut;

        HwmonCatalog catalog(Path where) {
            String words = chips.size() + " chips, " + sensors.size() + " sensors in " + where;
            return new HwmonCatalog(
                    List.copyOf(sensors),
                    List.copyOf(chips),
                    leftOut == 0 ? words : words + ", " + leftOut + " more left out");
        }

        String hwmon(Path root) {
            try {
                for (Path chip : sorted(root, "hwmon*")) {
                    String name = unique(textOr(chip.resolve("name"), fileName(chip)));
                    chips.add(name);
                    addAll(chip, name, "temp*_input", HwmonSensor.Kind.TEMPERATURE);
                    addAll(chip, name, "power*_input", HwmonSensor.Kind.POWER);
                    addAll(chip, name, "power*_average", HwmonSensor.Kind.POWER);
                    addAll(chip, name, "fan*_input", HwmonSensor.Kind.FAN);
                }
                return root + " holds no sensors";
            } catch (IOException e) {
                return Reasons.of(e);
            }
        }

        String thermal(Path root) {
            chips.clear();
            try {
                for (Path zone : sorted(root, "thermal_zone*")) {
                    String name = unique(textOr(zone.resolve("type"), fileName(zone)));
                    chips.add(name);
                    add(new HwmonSensor(name, HwmonSensor.Kind.TEMPERATURE, zone.resolve("temp")));
                }
                return root + " holds no thermal zones";
            } catch (IOException e) {
                return Reasons.of(e);
            }
        }

        private void addAll(Path chip, String chipName, String glob, HwmonSensor.Kind kind) throws IOException {
            for (Path file : sorted(chip, glob)) {
                String stem = fileName(file).substring(0, fileName(file).indexOf('_'));
                String label = textOr(chip.resolve(stem + "_label"), stem);
                add(new HwmonSensor(unique(chipName + ":" + label), kind, file));
            }
        }

        private void add(HwmonSensor sensor) {
            if (sensors.size() < MAX_SENSORS) {
                sensors.add(sensor);
            } else {
                leftOut++;
            }
        }

        private String unique(String name) {
            String candidate = name;
            for (int number = 2; !taken.add(candidate); number++) {
                candidate = name + "#" + number;
            }
            return candidate;
        }
    }

    /** The entries that match, shortest names first, so that temp2 comes before temp10. */
    private static List<Path> sorted(Path directory, String glob) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, glob)) {
            stream.forEach(entries::add);
        }
        entries.sort(Comparator.comparingInt((Path entry) -> fileName(entry).length())
                .thenComparing(HwmonCatalog::fileName));
        return entries;
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String textOr(Path file, String otherwise) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return text.isEmpty() ? otherwise : text;
        } catch (IOException e) {
            return otherwise;
        }
    }
}
