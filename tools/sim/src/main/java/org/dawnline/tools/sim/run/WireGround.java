package org.dawnline.tools.sim.run;

import org.dawnline.fsw.comms.CommsThread;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;
import org.jspecify.annotations.Nullable;

/**
 * A real ground behind a given wire, pumped by a thread of its own, for flights that somebody watches. Commanding is that ground's
 * business: telecommands of the scenario are not sent.
 */
public final class WireGround implements Ground {
    private final String satellite;
    private final KeyRing keys;
    private final Wire wire;
    private @Nullable CommsThread thread;

    /** The ground of that satellite, which obeys {@code keys}, behind {@code wire}. */
    public WireGround(String satellite, KeyRing keys, Wire wire) {
        this.satellite = satellite;
        this.keys = keys;
        this.wire = wire;
    }

    @Override
    public String satellite() {
        return satellite;
    }

    @Override
    public KeyRing keys() {
        return keys;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void check(PlannedTelecommand telecommand, Dictionary dictionary) {}

    @Override
    public void begin(GroundLink link, Dictionary dictionary) {
        thread = new CommsThread(link);
    }

    @Override
    public void processEnded() {
        end();
    }

    @Override
    public void turn(double timeS, long utcNanos) {}

    @Override
    public void send(int number, PlannedTelecommand telecommand, long utcNanos) {}

    @Override
    public TelecommandBook telecommands() {
        return new TelecommandBook();
    }

    @Override
    public void end() {
        if (thread != null) {
            thread.close();
            thread = null;
        }
    }
}
