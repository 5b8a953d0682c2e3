package org.dawnline.fsw.core.sequence;

import java.util.List;
import org.dawnline.fsw.core.orbit.GroundRegion;

/**
 * What a table of triggers says.
 *
 * @param regions parts of the Earth, in order of the text
 * @param orbit what moments along the orbit start
 */
record TriggerSet(List<GroundRegion> regions, List<Trigger> orbit) {
    TriggerSet {
        regions = List.copyOf(regions);
        orbit = List.copyOf(orbit);
    }
}
