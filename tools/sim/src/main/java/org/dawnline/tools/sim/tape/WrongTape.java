package org.dawnline.tools.sim.tape;

/** A tape that cannot be flown: not one, damaged, cut off, or of another build. */
public final class WrongTape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence that says why. */
    public WrongTape(String message) {
        super(message);
    }

    /** With a sentence that says why, because of {@code cause}. */
    WrongTape(String message, Throwable cause) {
        super(message, cause);
    }
}
