package org.dawnline.tools.ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A broker that tests can kill and start again on the same port. */
interface TestBroker extends AutoCloseable {
    String uri();

    /** Ends it without any farewell; what it kept in memory is gone. */
    void kill() throws Exception;

    /** Starts it again. */
    void start() throws Exception;

    @Override
    void close() throws IOException;

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
