package org.dawnline.tools.ground;

import java.io.IOException;
import java.nio.file.Path;

/** Ground and satellite over the broker that comes with the ground. */
class EmbeddedBrokerTest extends BrokerContract {
    @Override
    TestBroker startBroker(Path emptyFolder) throws Exception {
        return new Restartable(emptyFolder.resolve("broker"));
    }

    private static final class Restartable implements TestBroker {
        private final int port = TestBroker.freePort();
        private final Path data;
        private EmbeddedBroker broker;

        Restartable(Path data) throws IOException {
            this.data = data;
            broker = EmbeddedBroker.start(port, data);
        }

        @Override
        public String uri() {
            return broker.uri();
        }

        @Override
        public void kill() {
            broker.close();
        }

        @Override
        public void start() throws IOException {
            broker = EmbeddedBroker.start(port, data);
        }

        @Override
        public void close() {
            broker.close();
        }
    }
}
