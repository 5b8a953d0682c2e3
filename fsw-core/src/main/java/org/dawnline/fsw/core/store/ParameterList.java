package org.dawnline.fsw.core.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.face.Parameter;

/**
 * Settings of several parameters as the ground sends them: lines of {@code parameter=value}, or {@code parameter=default}; empty
 * lines and those that begin with # mean nothing.
 *
 * @param settings what is to be set, in the order of the lines; empty when a line is wrong
 * @param wrongLine the first line that is no setting of a known parameter, from 1; 0 when there is none
 */
record ParameterList(List<Setting> settings, int wrongLine) {
    /**
     * A new value of one parameter.
     *
     * @param number position in the dictionary's list of parameters
     * @param value the value, in the parameter's unit; not checked against its bounds
     */
    record Setting(int number, double value) {}

    /** Reads the first {@code length} bytes as text in UTF-8. */
    static ParameterList parse(byte[] text, int length, List<Parameter> sorted) {
        List<Setting> settings = new ArrayList<>();
        String[] lines = new String(text, 0, length, StandardCharsets.UTF_8).split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            int number = equals < 0 ? -1 : find(line.substring(0, equals).strip(), sorted);
            double value =
                    number < 0 ? Double.NaN : value(line.substring(equals + 1).strip(), sorted.get(number));
            if (!Double.isFinite(value)) {
                return new ParameterList(List.of(), i + 1);
            }
            settings.add(new Setting(number, value));
        }
        return new ParameterList(settings, 0);
    }

    private static int find(String name, List<Parameter> sorted) {
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static double value(String text, Parameter parameter) {
        try {
            return text.equals("default") ? parameter.defaultValue() : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
