package org.dawnline.fsw.comms;

import java.util.Arrays;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.LinkHal;

/** One terminal: its power and its account of energy, time and bytes. */
final class Terminal {
    private static final double SECONDS_PER_HOUR = 3600;
    /** A terminal that still says it is broken this long after its rest is left off again. */
    private static final double TRY_S = 60;

    /** Who decides about its power. */
    enum Power {
        AUTO,
        ON,
        OFF
    }

    private final int number;
    private final LinkHal links;
    private final String name;
    private final LinkHal.Kind kind;
    private final Channel stateChannel;
    private final Channel powerW;
    private final Channel rate;
    private final Channel energyChannel;
    private final Channel trackingChannel;
    private final Channel bytesChannel;
    private Power override = Power.AUTO;
    private double overrideLeftS;
    /** Left of the rest and the try after it. */
    private double restS;

    private boolean wasBroken;
    private double energyWh;
    private double trackingS;
    private long bytes;

    Terminal(int number, LinkHal links, Face face) {
        this.number = number;
        this.links = links;
        kind = links.kind(number);
        name = links.terminalName(number).replaceAll("[^A-Za-z0-9_]", "_");
        String prefix = "terminal." + name + ".";
        stateChannel = face.stateChannel(
                prefix + "state",
                Arrays.stream(LinkHal.State.values()).map(Enum::name).toList(),
                "what the terminal is doing");
        powerW = face.channel(prefix + "powerW", Unit.WATT, "power drawn");
        rate = face.channel(prefix + "rateBitsPerS", Unit.BIT_PER_SECOND, "data rate while tracking");
        energyChannel = face.channel(prefix + "energyWh", Unit.WATT_HOUR, "energy since boot");
        trackingChannel = face.channel(prefix + "trackingS", Unit.SECOND, "time of tracking since boot");
        bytesChannel = face.channel(prefix + "bytes", Unit.BYTE, "bytes carried since boot");
    }

    String name() {
        return name;
    }

    LinkHal.Kind kind() {
        return kind;
    }

    boolean tracking() {
        return links.state(number) == LinkHal.State.TRACKING;
    }

    double rateBitsPerS() {
        return links.rateBitsPerS(number);
    }

    double powerW() {
        return links.powerW(number);
    }

    double energyWh() {
        return energyWh;
    }

    /** Whether it has just broken. */
    boolean broke() {
        return links.state(number) == LinkHal.State.FAULT && !wasBroken;
    }

    void override(Power power, double seconds) {
        override = power;
        overrideLeftS = seconds;
    }

    /** The ground's wish lapses. */
    void endOverride() {
        override = Power.AUTO;
    }

    /** Bytes that went over it. */
    void carried(long more) {
        bytes += more;
        bytesChannel.set(bytes);
    }

    /** Asks for power as needed, unless the ground wants otherwise; a broken terminal is left off for a while. */
    void step(boolean needed, double stepS, double faultPauseS) {
        wasBroken = links.state(number) == LinkHal.State.FAULT;
        if (wasBroken && restS <= 0) {
            restS = faultPauseS + TRY_S;
        }
        restS -= stepS;
        boolean resting = restS > TRY_S;
        overrideLeftS -= stepS;
        if (!(overrideLeftS > 0)) {
            override = Power.AUTO;
        }
        links.requestPower(number, override == Power.AUTO ? needed && !resting : override == Power.ON);
        account(stepS);
    }

    private void account(double stepS) {
        double drawnW = links.powerW(number);
        if (drawnW > 0) { // not when unknown
            energyWh += drawnW * stepS / SECONDS_PER_HOUR;
        }
        if (tracking()) {
            trackingS += stepS;
        }
        stateChannel.set(links.state(number).ordinal());
        powerW.set(drawnW);
        rate.set(links.rateBitsPerS(number));
        energyChannel.set(energyWh);
        trackingChannel.set(trackingS);
        bytesChannel.set(bytes);
    }
}
