package org.dawnline.fsw.core.mode;

/** What can change the mode, the most pressing last: of two in one cycle, the later one in this order wins. */
public enum ModeTrigger {
    /** Boot is over, and the satellite was in OPERATIONAL before, or never flew. */
    BOOT_TO_OPERATIONAL("boot ends"),
    /** Boot is over, and the satellite was in STANDBY before. */
    BOOT_TO_STANDBY("boot ends"),
    /** Boot is over, and the satellite was in SAFE before, or nobody knows. */
    BOOT_TO_SAFE("boot ends"),
    /** The ground wants OPERATIONAL. */
    GROUND_OPERATIONAL("`mode.SET OPERATIONAL`"),
    /** The ground wants STANDBY. */
    GROUND_STANDBY("`mode.SET STANDBY`"),
    /** Battery and loop are away from the edge. */
    SURVIVAL_OVER("battery and loop recovered"),
    /** The ground wants SAFE. */
    GROUND_SAFE("`mode.SET SAFE`"),
    /** A component wants SAFE. */
    ONBOARD_SAFE("a component requests SAFE"),
    /** Power or thermal see battery or loop at the edge. */
    SURVIVAL_ASKED("battery or loop at the edge"),
    /** The ground ends the mission, by a telecommand that is armed and fired. */
    GROUND_PASSIVATE("`mode.PASSIVATE`, armed and fired"),
    /** Boot is over, and the satellite was passivated. */
    BOOT_TO_PASSIVATED("boot ends");

    private final String text;

    ModeTrigger(String text) {
        this.text = text;
    }

    /** How an operator would say it. */
    public String text() {
        return text;
    }
}
