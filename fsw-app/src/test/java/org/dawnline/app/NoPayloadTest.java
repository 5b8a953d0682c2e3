package org.dawnline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dawnline.fsw.comms.DeafWire;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakeCompute;
import org.dawnline.tools.testkit.FakeHal;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A satellite that carries no computers: ai1 without rack, chips and loop. */
class NoPayloadTest {
    private static final long TEN_SECONDS = 10_000_000_000L;
    private static final List<String> PAYLOAD = List.of("compute", "computeReflex", "thermal", "thermalReflex");

    @Test
    @Tag("APP-009")
    void whatTheVehicleDoesNotHaveIsNotInItsDictionaryAndTheRestFlies() {
        FakeHal hal = new FakeHal(new FakeCompute(0, 1, 0), new FakeStorage());
        Spacecraft spacecraft = new Spacecraft(
                hal,
                withoutPayload(),
                new DeafWire(),
                new InlineWorker(),
                SpacecraftOptions.of("bare", KeyRing.parse("")));
        spacecraft.executive().runUntil(TEN_SECONDS);

        Dictionary dictionary = spacecraft.executive().dictionary();
        assertThat(spacecraft.executive().cyclesRun()).isEqualTo(100);
        assertThat(dictionary.enumeration("member")).contains("power", "powerReflex", "comms");
        assertThat(dictionary.enumeration("member")).doesNotContainAnyElementsOf(PAYLOAD);
        assertThat(dictionary.text().lines())
                .noneMatch(line -> PAYLOAD.stream().anyMatch(name -> line.contains("|" + name + ".")));
        assertThat(dictionary.channel("power.computeGrantW").value()).isZero();
        assertThat(dictionary.channel("mode.current").value()).isEqualTo(3);
    }

    private static VehicleProfile withoutPayload() {
        VehicleProfile ai1 = VehicleFile.read(Path.of("../vehicles/ai1.yaml"));
        Map<String, Double> figures = new TreeMap<>();
        for (String key : ai1.keys()) {
            if (!key.startsWith("rack.") && !key.startsWith("gpu.") && !key.startsWith("thermal.")) {
                figures.put(key, ai1.number(key, -Double.MAX_VALUE, Double.MAX_VALUE));
            }
        }
        return new VehicleProfile("bare", figures);
    }
}
