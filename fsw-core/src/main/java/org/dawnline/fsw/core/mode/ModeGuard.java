package org.dawnline.fsw.core.mode;

/** What must hold for a transition of the table. */
public enum ModeGuard {
    /** Nothing: the transition is always granted. */
    ALWAYS("always"),
    /** The self-test of this boot has passed, and no component has been given up. */
    FIT("self-test passed, no component given up"),
    /** What {@link #FIT} wants, and neither battery nor loop is at the edge. */
    FIT_AND_SUPPLIED("self-test passed, no component given up, battery and loop not at the edge");

    private final String text;

    ModeGuard(String text) {
        this.text = text;
    }

    /** What must hold, in words. */
    public String text() {
        return text;
    }
}
