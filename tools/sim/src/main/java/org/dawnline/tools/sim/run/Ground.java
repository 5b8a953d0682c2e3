package org.dawnline.tools.sim.run;

import java.util.List;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.sim.scenario.PlannedAttack;
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

    /** The satellite is wired; called before the first cycle of every process of the flight software. */
    void begin(GroundLink link, Dictionary dictionary);

    /** The process of the flight software is gone; {@link #begin} follows when there is another one. */
    default void processEnded() {}

    /** Time has passed; called before every cycle, on the thread that flies. */
    void turn(double timeS, long utcNanos);

    /** Sends a telecommand of the scenario; {@code number} is its position there. */
    void send(int number, PlannedTelecommand telecommand, long utcNanos);

    /** Begins to send frames that must not be obeyed. */
    default void attack(PlannedAttack attack) {}

    /** Loses the connection; it is back after {@code awayS} seconds. */
    default void breakConnection(double awayS) {}

    /** What became of the scenario's telecommands. */
    TelecommandBook telecommands();

    /** Whether a telecommand of that name may have been sent; what people send is not known here. */
    default boolean asked(String command) {
        return true;
    }

    /** What the ground has seen of telecommands that nobody sent, of attacks and of the order of what came down. */
    default GroundFigures figures() {
        return GroundFigures.NONE;
    }

    /** Hard limits that were broken by what was obeyed. */
    default List<Breach> breaches(double endS) {
        return List.of();
    }

    /** The flight is over. */
    void end();
}
