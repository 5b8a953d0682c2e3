package org.dawnline.fsw.comms;

import java.util.regex.Pattern;

/** The topics of one satellite, {@code dawnline/SATELLITE/...}. */
public final class Topics {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final long DAY_S = 86_400;
    private static final long KEEP_S = 7 * DAY_S;

    private static final String HOUSEKEEPING = "hk/";

    private final String root;

    /**
     * A topic.
     *
     * @param path its full name
     * @param retained whether the broker keeps the newest message for those who come later
     * @param expiryS time after which the broker forgets a message that it could not deliver, in s
     */
    public record Topic(String path, boolean retained, long expiryS) {}

    /** The topics of a satellite; refuses a name that is not one to 32 letters, digits, dashes and underscores. */
    public Topics(String satellite) {
        if (!NAME.matcher(satellite).matches()) {
            throw new IllegalArgumentException("\"" + satellite + "\" is not a satellite's name: expected " + NAME);
        }
        root = "dawnline/" + satellite + "/";
    }

    private Topic topic(String name, boolean retained, long expiryS) {
        return new Topic(root + name, retained, expiryS);
    }

    /** Telecommands to the satellite. They outlive their validity here, so that the satellite can say that they expired. */
    public Topic telecommands() {
        return topic("tc", false, DAY_S);
    }

    /** Verification reports. */
    public Topic reports() {
        return topic("report", false, KEEP_S);
    }

    /** Events. */
    public Topic events() {
        return topic("event", false, KEEP_S);
    }

    /** Stored records that the ground has asked for. */
    public Topic stored() {
        return topic("stored", false, KEEP_S);
    }

    /** State of the link; also the topic of the last will. */
    public Topic link() {
        return topic("link", true, KEEP_S);
    }

    /** The dictionary. */
    public Topic dictionary() {
        return topic("dictionary", true, KEEP_S);
    }

    /** What is on board. */
    public Topic versions() {
        return topic("versions", true, KEEP_S);
    }

    /** Telemetry frames of that name. */
    public Topic frame(String name) {
        return topic("tm/" + name, true, DAY_S);
    }

    /** Reports of the housekeeping set of that number. */
    public Topic housekeeping(int set) {
        return topic(HOUSEKEEPING + set, false, KEEP_S);
    }

    /** Filter that matches the reports of all housekeeping sets. */
    public String everySet() {
        return root + HOUSEKEEPING + "+";
    }

    /** Whether a path is that of a housekeeping set. */
    public boolean isHousekeeping(String path) {
        return path.startsWith(root + HOUSEKEEPING);
    }

    /** Filter that matches everything the satellite sends; and telecommands. */
    public String everything() {
        return root + "#";
    }
}
