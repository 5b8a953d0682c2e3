package org.dawnline.tools.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.dawnline.tools.ground.GroundClient;
import org.dawnline.tools.ground.GroundKeys;

/**
 * Which satellite to talk to and where: what the options say, else the flight that {@code run} has on record, else the usual
 * port of this computer.
 *
 * @param broker address of the broker
 * @param satellite name of the satellite
 * @param home folder of the keys
 */
record Contact(URI broker, String satellite, Path home) {
    private static final String KEYS = "keys";
    private static final String DEFAULT_SATELLITE = "ai1";
    private static final int KNOCK_MILLIS = 2_000;
    /** A laser terminal needs 12 to 60 s, and the dictionary then has to come down. */
    private static final Duration LONGEST_ACQUISITION = Duration.ofSeconds(90);

    /** A satellite whose link is up is heard of sooner. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    static Contact of(CommonOptions common, LinkOptions link) {
        Path home = common.project().home();
        Optional<FlightRecord> flight = FlightRecord.read(home);
        URI broker = link.broker();
        if (broker == null) {
            broker = URI.create(flight.map(FlightRecord::broker).orElse("tcp://127.0.0.1:" + RunCommand.DEFAULT_PORT));
        }
        String satellite = link.satellite();
        if (satellite == null) {
            satellite = flight.map(FlightRecord::satellite).orElse(DEFAULT_SATELLITE);
        }
        return new Contact(broker, satellite, home);
    }

    /** The keys of that home folder; made when there are none. */
    static GroundKeys keys(Path home) {
        try {
            return GroundKeys.open(home.resolve(KEYS));
        } catch (IOException e) {
            throw CommandFailure.failed("cannot open the keys in " + home.resolve(KEYS) + ": " + e.getMessage(), e);
        }
    }

    /** Connects and waits for the satellite's dictionary, as long as the first acquisition of a laser terminal may take. */
    GroundClient open(Terminal terminal) throws InterruptedException {
        return open(terminal, LONGEST_ACQUISITION);
    }

    /** Connects and waits that long for the satellite's dictionary; says what it waits for when that takes a while. */
    GroundClient open(Terminal terminal, Duration within) throws InterruptedException {
        knock();
        GroundClient ground = GroundClient.open(broker.toString(), satellite, keys(home));
        Duration quiet = within.compareTo(QUIET) < 0 ? within : QUIET;
        if (ground.awaitDictionary(quiet)) {
            return ground;
        }
        Duration rest = within.minus(quiet);
        if (!rest.isZero()) {
            terminal.note("waiting up to " + DurationText.inWords(rest) + " for the dictionary of " + satellite + " at "
                    + broker + ": after a start its laser terminal acquires the relay for 12 to 60 s");
        }
        if (ground.awaitDictionary(rest)) {
            return ground;
        }
        String what = ground.connected() ? silence(ground) : "the broker at " + broker + " does not let us in";
        ground.close();
        throw CommandFailure.failed(what);
    }

    private String silence(GroundClient ground) {
        return "nothing was heard of a satellite " + satellite + " at " + broker + " (link: "
                + LinkText.of(ground.linkState()) + ")\nStart one in another terminal: ./dawnline run";
    }

    // A refused connection is known at once; the client itself would go on trying for a while.
    private void knock() {
        if (broker.getHost() == null || broker.getPort() < 0) {
            throw CommandFailure.usage("\"" + broker + "\" is no broker; expected for example tcp://127.0.0.1:1883");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(broker.getHost(), broker.getPort()), KNOCK_MILLIS);
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "no broker answers at " + broker + ", so no satellite can be reached\n"
                            + "Start one in another terminal: ./dawnline run",
                    e);
        }
    }
}
