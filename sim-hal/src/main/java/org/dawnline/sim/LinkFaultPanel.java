package org.dawnline.sim;

import org.dawnline.sim.links.MessagePath;
import org.dawnline.sim.links.Terminals;

/** The switches behind the faults of terminals, of the sky above optical sites and of messages on their way. */
final class LinkFaultPanel {
    private static final double RAD_PER_MICRORAD = 1e-6;

    private final Terminals terminals;
    private final MessagePath messages;

    LinkFaultPanel(Terminals terminals, MessagePath messages) {
        this.terminals = terminals;
        this.messages = messages;
    }

    /** Does it to a laser, a radio or a site, each counted from 0. */
    void inject(String name, int index, double value) {
        int radio = terminals.laserCount() + index;
        switch (name) {
            case "cloud.clear" -> terminals.weather().release(index);
            case "cloud.set" -> terminals.weather().hold(index, value > 0.0);
            case "laser.block" -> terminals.block(index, true);
            case "laser.clear" -> terminals.block(index, false);
            case "laser.drop" -> terminals.drop(index);
            case "laser.pointing" -> terminals.biasPointing(index, value * RAD_PER_MICRORAD);
            case "laser.rate" -> terminals.capRate(index, value);
            case "message.delay" -> messages.delay(value);
            case "message.flip" -> messages.flip(value);
            case "message.loss" -> messages.lose(value);
            case "rf.block" -> terminals.block(radio, true);
            case "rf.clear" -> terminals.block(radio, false);
            case "rf.noise" -> terminals.addNoise(radio, value);
            default -> throw FaultPanel.missing(name);
        }
    }
}
