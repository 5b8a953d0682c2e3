package org.dawnline.fsw.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dawnline.fsw.core.orbit.GroundRegion.Corner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundRegionTest {
    /** An L over the date line: west 170 to east -160, its arm to the north from 170 to 180 only. */
    private final GroundRegion elbow = GroundRegion.polygon(List.of(
            new Corner(-10, 170),
            new Corner(-10, 200),
            new Corner(0, -160),
            new Corner(0, 180),
            new Corner(20, 180),
            new Corner(20, 170)));

    @ParameterizedTest
    @Tag("F5")
    @Tag("CORE-138")
    @CsvSource({
        "-5, 175, true",
        "-5, -165, true",
        "-5, 179.9, true",
        "-5, -159, false",
        "-5, 169, false",
        "10, 175, true",
        "10, -175, false",
        "21, 175, false",
        "-11, 175, false",
        "-5, 0, false",
    })
    void aPolygonMayBeConcaveAndLieOverTheDateLine(double latitude, double longitude, boolean inside) {
        assertThat(elbow.contains(latitude, longitude)).isEqualTo(inside);
    }

    @Test
    @Tag("F5")
    @Tag("CORE-138")
    void beyondAParallelIsNorthAndBeyondAMeridianIsEast() {
        assertThat(GroundRegion.northOf(60).contains(60.1, -120)).isTrue();
        assertThat(GroundRegion.northOf(60).contains(59.9, -120)).isFalse();
        assertThat(GroundRegion.eastOf(170).contains(0, 171)).isTrue();
        assertThat(GroundRegion.eastOf(170).contains(0, -171)).isTrue();
        assertThat(GroundRegion.eastOf(170).contains(0, 169)).isFalse();
        assertThat(GroundRegion.eastOf(-120).contains(0, -119)).isTrue();
        assertThat(GroundRegion.eastOf(-120).contains(0, -121)).isFalse();
    }
}
