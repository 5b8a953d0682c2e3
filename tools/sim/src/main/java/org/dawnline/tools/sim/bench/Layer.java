package org.dawnline.tools.sim.bench;

/** What flies in a measurement; each layer has everything of the one before. */
public enum Layer {
    /** The world alone: nobody reads it, nobody asks anything of it. */
    PLANT("bare plant"),
    /** The world with its readings latched and its requests taken ten times a second. */
    HAL("+ readings and requests"),
    /** The flight software on it. */
    FLIGHT("+ flight software"),
    /** With every channel, event and report going into the digest of the log. */
    DIGEST("+ log digest"),
    /** All that {@code dawnline sim} does but for writing files: ground, judge, samples. */
    WHOLE("+ ground, judge, samples");

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    /** Its name in a table. */
    public String title() {
        return title;
    }
}
