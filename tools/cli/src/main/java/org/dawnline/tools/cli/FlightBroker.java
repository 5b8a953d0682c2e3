package org.dawnline.tools.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.dawnline.fsw.comms.PahoWire;
import org.dawnline.tools.ground.EmbeddedBroker;
import org.dawnline.tools.ground.GroundKeys;
import org.dawnline.tools.ground.StationClock;
import org.dawnline.tools.sim.run.WireGround;
import org.jspecify.annotations.Nullable;

/** The broker over which a flight talks to the ground: one in this process, or one that somebody else runs. */
final class FlightBroker implements AutoCloseable {
    private final @Nullable EmbeddedBroker own;
    private final String uri;

    private FlightBroker(@Nullable EmbeddedBroker own, String uri) {
        this.own = own;
        this.uri = uri;
    }

    /**
     * The broker at {@code external}, or a new one in this process.
     *
     * @param port port of a new one on the loopback interface, 0 for a free one; null for the usual port, or a free one when
     *     somebody has that
     */
    static FlightBroker open(@Nullable URI external, @Nullable Integer port) {
        if (external != null) {
            return new FlightBroker(null, external.toString());
        }
        int wanted = port == null ? usualOrFree() : port;
        try {
            if (wanted != 0 && !free(wanted)) {
                throw CommandFailure.failed(
                        "port " + wanted + " is taken; --port 0 takes a free one, --broker uses what is there");
            }
            EmbeddedBroker own = EmbeddedBroker.start(wanted);
            return new FlightBroker(own, own.uri());
        } catch (IOException e) {
            throw CommandFailure.failed("the broker does not start: " + e.getMessage(), e);
        }
    }

    private static int usualOrFree() {
        return free(RunCommand.DEFAULT_PORT) ? RunCommand.DEFAULT_PORT : 0;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String uri() {
        return uri;
    }

    /** Whether it runs in this process. */
    boolean embedded() {
        return own != null;
    }

    /** The ground behind this broker for a simulated satellite that obeys {@code keys}. */
    WireGround ground(String satellite, GroundKeys keys) {
        StationClock clock = new StationClock();
        return new WireGround(satellite, keys.satelliteSide(), new PahoWire(uri, satellite, clock::nanos));
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
