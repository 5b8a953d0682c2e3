package org.dawnline.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VehicleProfileTest {
    private final VehicleProfile profile = new VehicleProfile(
            "ai1", Map.of("battery.strings", 4.0, "battery.capacityWh", 7500.0, "bus.leakRatio", 0.5));

    @Test
    @Tag("HAL-030")
    void aValueInsideItsRangeIsGiven() {
        assertThat(profile.number("battery.capacityWh", 0, 7500)).isEqualTo(7500);
        assertThat(profile.number("bus.leakRatio", 0.5, 0.5)).isEqualTo(0.5);
        assertThat(profile.count("battery.strings", 1, 16)).isEqualTo(4);
    }

    @Test
    @Tag("HAL-030")
    void aMissingValueIsRefusedByVehicleKeyAndRange() {
        assertThatThrownBy(() -> profile.number("array.areaM2", 1, 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vehicle ai1: array.areaM2 is missing; expected a number from 1.0 to 1000.0");
    }

    @Test
    @Tag("HAL-030")
    void aValueOutsideItsRangeIsRefusedOnBothSides() {
        assertThatThrownBy(() -> profile.number("battery.capacityWh", 7501, 9000))
                .hasMessage("vehicle ai1: battery.capacityWh is 7500.0; expected a number from 7501.0 to 9000.0");
        assertThatThrownBy(() -> profile.number("battery.capacityWh", 0, 7499)).hasMessageContaining("is 7500.0");
    }

    @Test
    @Tag("HAL-030")
    void notANumberIsOutsideEveryRange() {
        VehicleProfile unknown = new VehicleProfile("x", Map.of("a.b", Double.NaN));
        assertThatThrownBy(() -> unknown.number("a.b", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .hasMessageContaining("a.b is NaN");
    }

    @Test
    @Tag("HAL-030")
    void aFractionIsNoCount() {
        assertThatThrownBy(() -> profile.count("bus.leakRatio", 0, 1)).hasMessageContaining("expected a whole number");
    }

    @Test
    @Tag("HAL-031")
    void changingOneValueMakesACopyAndLeavesTheOriginal() {
        VehicleProfile changed = profile.with("battery.strings", 3);
        assertThat(changed.count("battery.strings", 1, 16)).isEqualTo(3);
        assertThat(changed.name()).isEqualTo("ai1");
        assertThat(profile.count("battery.strings", 1, 16)).isEqualTo(4);
    }

    @Test
    @Tag("HAL-031")
    void aKeyThatDoesNotExistCannotBeChanged() {
        assertThatThrownBy(() -> profile.with("battery.stings", 3))
                .hasMessageContaining("vehicle ai1 has no battery.stings")
                .hasMessageContaining("battery.strings");
    }

    @Test
    @Tag("HAL-031")
    void aProfileKeepsItsValuesWhenTheMapThatItWasMadeFromChanges() {
        Map<String, Double> values = new LinkedHashMap<>(Map.of("b", 2.0));
        values.put("a", 1.0);
        VehicleProfile copied = new VehicleProfile("x", values);
        values.put("c", 3.0);
        assertThat(copied.keys()).containsExactly("a", "b");
        assertThat(copied.has("c")).isFalse();
        assertThatThrownBy(() -> copied.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Tag("HAL-031")
    void whatIsUncertainStaysUncertainInACopyAndMustHaveAValue() {
        VehicleProfile drawn = new VehicleProfile("x", Map.of("a", 1.0, "b", 2.0), Set.of("b"));

        assertThat(drawn.with("b", 3.0).uncertainKeys()).containsExactly("b");
        assertThat(profile.uncertainKeys()).isEmpty();
        assertThatThrownBy(() -> new VehicleProfile("x", Map.of("a", 1.0), Set.of("b")))
                .hasMessage("vehicle x: of [b] not all have a value");
    }
}
