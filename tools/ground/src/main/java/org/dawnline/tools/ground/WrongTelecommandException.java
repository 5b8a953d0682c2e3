package org.dawnline.tools.ground;

/** A telecommand does not fit the dictionary; the message names what was wrong and what is expected. */
public final class WrongTelecommandException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongTelecommandException(String message) {
        super(message);
    }
}
