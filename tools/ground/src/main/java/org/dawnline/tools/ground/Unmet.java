package org.dawnline.tools.ground;

/** What an {@link Operator} waited for did not come true; says what came instead. */
public final class Unmet extends AssertionError {
    private static final long serialVersionUID = 1L;

    Unmet(String message) {
        super(message);
    }
}
