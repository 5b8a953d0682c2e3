package org.dawnline.fsw.core.sequence;

import java.util.List;
import org.dawnline.fsw.core.orbit.GroundRegion;

/**
 * What a table of triggers says.
 *
 * @param regions parts of the Earth, in order of the text
 * @param orbit what moments along the orbit start
 * @param boots which sequence each cause of a start starts
 * @param modes which sequence the entry of each mode starts
 */
record TriggerSet(List<GroundRegion> regions, List<Trigger> orbit, List<OnBoot> boots, List<OnMode> modes) {
    /** A cause of a start, by its name, and the slot. */
    record OnBoot(String cause, int slot) {}

    /** A mode, by its number, and the slot. */
    record OnMode(int mode, int slot) {}

    TriggerSet {
        regions = List.copyOf(regions);
        orbit = List.copyOf(orbit);
        boots = List.copyOf(boots);
        modes = List.copyOf(modes);
    }
}
