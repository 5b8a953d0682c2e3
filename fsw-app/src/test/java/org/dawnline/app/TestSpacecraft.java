package org.dawnline.app;

import java.nio.file.Path;
import org.dawnline.fsw.comms.DeafWire;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.tools.testkit.FakeHal;

/** The shipped spacecraft over a still satellite, with nobody on the ground. */
final class TestSpacecraft {
    private TestSpacecraft() {}

    static Spacecraft over(FakeHal hal, Worker worker, long periodNanos) {
        return new Spacecraft(
                hal,
                VehicleFile.read(Path.of("../vehicles/ai1.yaml")),
                new DeafWire(),
                worker,
                new SpacecraftOptions("test", KeyRing.parse(""), periodNanos));
    }
}
