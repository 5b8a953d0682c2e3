package org.dawnline.tools.sim.scenario;

/**
 * Where something stands in a scenario file.
 *
 * @param file the file, as it was named
 * @param line line from 1; 0 when it does not come from a file
 * @param key path of the key, such as {@code jobs[0].gpus}
 */
public record Place(String file, int line, String key) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + key : file + ": " + key;
    }
}
