package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dawnline.fsw.comms.DeafWire;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardTablesTest {
    /** A table that is not right for the vehicle would not let it be constructed. */
    @ParameterizedTest
    @Tag("D5")
    @Tag("APP-010")
    @ValueSource(strings = {"ai1", "starlink-v3", "starlink-v2-mini", "starcloud-1", "suncatcher"})
    void theTablesThatComeWithTheSoftwareAreRightOnEveryVehicle(String name) {
        VehicleProfile vehicle = VehicleFile.read(Path.of("../vehicles/" + name + ".yaml"));
        FakeHal hal = new FakeHal(new FakeCompute(0, 1, 0), new FakeStorage());
        Spacecraft spacecraft = new Spacecraft(
                hal, vehicle, new DeafWire(), new InlineWorker(), SpacecraftOptions.of(name, KeyRing.parse("")));
        spacecraft.executive().runUntil(11_000_000_000L);

        Dictionary dictionary = spacecraft.executive().dictionary();
        assertThat(dictionary.channel("tables.sequence.00.rows").value()).isPositive();
        assertThat(dictionary.channel("tables.triggers.rows").value()).isGreaterThan(16);
        assertThat(dictionary.channel("tables.sequence.01.rows").value() > 0)
                .isEqualTo(vehicle.has("loads.heaters.powerW"));
    }
}
