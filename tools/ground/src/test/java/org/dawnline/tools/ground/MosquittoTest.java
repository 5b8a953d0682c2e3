package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** Ground and satellite over the real Mosquitto, where it is installed; in CI it has to be. */
class MosquittoTest extends BrokerContract {
    @Override
    TestBroker startBroker(Path emptyFolder) throws Exception {
        Path executable = Mosquitto.find();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(executable)
                    .as("Mosquitto has to be installed where CI=true")
                    .isNotNull();
        }
        assumeTrue(
                executable != null, "Mosquitto is not installed (Debian: apt install mosquitto), so it is not tested");
        return new Mosquitto(executable, emptyFolder);
    }
}
