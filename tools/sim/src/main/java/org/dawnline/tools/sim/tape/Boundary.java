package org.dawnline.tools.sim.tape;

import org.dawnline.fsw.comms.Wire;
import org.dawnline.fsw.core.archive.Archive;
import org.dawnline.fsw.core.exec.Executive;
import org.dawnline.hal.Hal;

/** The boundary of the flight software: all that its processes are given passes here, and what happens to them is told here. */
public interface Boundary {
    /** A boundary that nobody watches. */
    Boundary OPEN = new Boundary() {};

    /** A process of the flight software is about to be wired. */
    default void begin() {}

    /** The devices as that process shall see them. */
    default Hal hal(Hal real) {
        return real;
    }

    /** The way to the ground as that process shall see it. */
    default Wire wire(Wire real) {
        return real;
    }

    /** The archive as that process shall see it. */
    default Archive archive(Archive real) {
        return real;
    }

    /** The process is wired. */
    default void wired(Executive executive) {}

    /** A particle strikes the memory while the executive sleeps; {@code luck} from 0 to 1 says where. */
    default void upset(double luck) {}

    /** The process was killed, or has ended since it was told to; another one follows. */
    default void ended() {}

    /** The last process has ended by itself; what still happens is not its business. */
    default void landed() {}

    /** The flight is over; {@code digest} is that of its log. */
    default void end(String digest) {}
}
