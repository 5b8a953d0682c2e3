package org.dawnline.sim.compute;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The error events that a GPU can report, from the table {@code xid.csv} beside this class, which names its source. */
public final class XidTable {
    private static final String RESOURCE = "xid.csv";

    private final SortedMap<Integer, XidEffect> effects = new TreeMap<>();

    /** Reads the table. */
    public XidTable() {
        InputStream in = XidTable.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException(RESOURCE + " is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Character.isDigit(line.charAt(0))) {
                    String[] parts = line.split(",", 3);
                    effects.put(Integer.valueOf(parts[0]), XidEffect.valueOf(parts[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is such an event. */
    public boolean has(int number) {
        return effects.containsKey(number);
    }

    /** What an event means; refuses a number that no GPU reports. */
    public XidEffect effect(int number) {
        XidEffect effect = effects.get(number);
        if (effect == null) {
            throw new IllegalArgumentException("no Xid " + number + "; there are " + effects.keySet());
        }
        return effect;
    }
}
