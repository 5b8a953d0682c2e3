package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dawnline.app.Spacecraft;
import org.dawnline.app.SpacecraftOptions;
import org.dawnline.app.VehicleFile;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.core.exec.InlineWorker;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.ground.IcdPage;
import org.dawnline.tools.ground.LoopbackWire;
import org.dawnline.tools.testkit.FakeHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on the interface between space and ground is the one that the shipped vehicle declares. */
@Tag("D4")
class IcdPageTest {
    private static final Path PAGE = Path.of("../../docs/icd/README.md");
    private static final String ACCEPT = "dawnline.acceptDictionary";

    @Test
    void theIcdPageIsTheOneOfTheShippedVehicle() throws IOException {
        String page = IcdPage.of(WireDictionary.of(shippedDictionary()));
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readAllLines(PAGE))
                .as("docs/icd/README.md is not what the components declare; run ./mvnw verify -D" + ACCEPT
                        + "=true and look at the difference")
                .containsExactlyElementsOf(page.lines().toList());
    }

    static Dictionary shippedDictionary() {
        return new Spacecraft(
                        new FakeHal(),
                        VehicleFile.read(Path.of("../../vehicles/ai1.yaml")),
                        new LoopbackWire(),
                        new InlineWorker(),
                        SpacecraftOptions.of("ai1", KeyRing.parse("")))
                .executive()
                .dictionary();
    }
}
