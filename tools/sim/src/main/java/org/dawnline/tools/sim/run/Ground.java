package org.dawnline.tools.sim.run;

import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.sim.scenario.PlannedTelecommand;

/** The other end of the satellite's link during a flight. */
public interface Ground {
    /** Name of the satellite that it talks to. */
    String satellite();

    /** Keys that the satellite obeys. */
    KeyRing keys();

    /** The satellite's end of the wire. */
    Wire wire();

    /** Says whether a telecommand of the scenario could be sent; refuses one that does not fit the dictionary. */
    void check(PlannedTelecommand telecommand, Dictionary dictionary);

    /** The satellite is wired; called once, before the first cycle. */
    void begin(GroundLink link, Dictionary dictionary);

    /** Time has passed; called before every cycle, on the thread that flies. */
    void turn();

    /** Sends a telecommand of the scenario; {@code number} is its position there. */
    void send(int number, PlannedTelecommand telecommand, long utcNanos);

    /** What became of the scenario's telecommands. */
    TelecommandBook telecommands();

    /** The flight is over. */
    void end();
}
