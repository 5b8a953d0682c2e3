package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("PWR-051")
class TemperatureWindowTest {
    private final TemperatureWindow cells = new TemperatureWindow(new VehicleProfile(
            "cells",
            Map.of(
                    "battery.chargeMinTempK", 273.15,
                    "battery.chargeMaxTempK", 318.15,
                    "battery.dischargeMinTempK", 263.15,
                    "battery.dischargeMaxTempK", 333.15)));

    @ParameterizedTest(name = "{0} K: charge {1}, discharge {2}")
    @CsvSource({
        "263.1, false, false",
        "263.15, false, true",
        "273.1, false, true",
        "273.15, true, true",
        "318.15, true, true",
        "318.2, false, true",
        "333.15, false, true",
        "333.2, false, false",
        "NaN, true, true"
    })
    void eachWayHasItsTemperatures(double tempK, boolean charge, boolean discharge) {
        assertThat(cells.mayCharge(tempK)).isEqualTo(charge);
        assertThat(cells.mayDischarge(tempK)).isEqualTo(discharge);
    }

    @Test
    void aProfileThatSaysNothingForbidsNothing() {
        TemperatureWindow any = new TemperatureWindow(new VehicleProfile("any", Map.of()));
        assertThat(any.mayCharge(150)).isTrue();
        assertThat(any.mayDischarge(390)).isTrue();
    }
}
