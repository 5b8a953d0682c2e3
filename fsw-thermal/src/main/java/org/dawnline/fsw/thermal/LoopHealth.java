package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Events;

/**
 * What is left of the radiator, and of the contact between dies and coolant, learned from the heat that an observer had to bring in
 * to follow the sensors. What is missing at once is known within seconds; it becomes a property of the loop over minutes, so that
 * noise and short swings do not.
 */
final class LoopHealth {
    /** Noise of single readings is gone after this time. */
    private static final double SMOOTHING_S = 15;

    private static final double PANEL_S = 300;
    private static final double CONTACT_S = 120;
    private static final double LEAST_PANEL_RATIO = 0.1;
    private static final double LEAST_CONTACT_RATIO = 0.1;
    private static final double MOST_RATIO = 1.2;
    /** Dies tell of their contact from this part of the rack's peak on. */
    private static final double TELLING_SHARE = 0.2;
    /** Panels tell of themselves by what they radiate; colder than this they tell less. */
    private static final double TELLING_K = 260;
    /** What changed in the loop has settled after this time. */
    private static final double PAUSE_S = 30;

    /** Less than this is news; what profiles do not know so exactly is not. */
    private static final double WEAK_RATIO = 0.85;

    private static final double WELL_RATIO = 0.9;

    private final LoopFigures figures;
    private final Events<ThermalEvent> events;
    private boolean panelsWeak;
    private boolean contactWeak;
    private double panelRatio = 1;
    private double contactRatio = 1;
    private double missingW;
    private double pauseS = PAUSE_S;

    LoopHealth(LoopFigures figures, Events<ThermalEvent> events) {
        this.figures = figures;
        this.events = events;
    }

    /** Learns nothing until what has changed has settled. */
    void pause() {
        pauseS = PAUSE_S;
    }

    /**
     * Learns from one correction.
     *
     * @param dieW heat that was brought into the dies, in W
     * @param allW heat that was brought in altogether, in W
     */
    void learn(double stepS, LoopState loop, double rackW, double dieW, double allW) {
        missingW += Math.min(1, stepS / SMOOTHING_S) * (allW - missingW);
        if (pauseS > 0 || !figures.flows(loop.flowRatio)) {
            pauseS -= stepS;
            return;
        }
        double promisedW = loop.areaRatio * figures.toSpaceW(Math.max(TELLING_K, loop.radiatorK));
        if (promisedW > 0) {
            double next = panelRatio - stepS / PANEL_S * missingW / promisedW;
            panelRatio = Math.max(LEAST_PANEL_RATIO, Math.min(next, MOST_RATIO));
        }
        if (rackW > TELLING_SHARE * figures.peakW) {
            double next = contactRatio * (1 - stepS / CONTACT_S * dieW / (figures.dieShareRatio * rackW));
            contactRatio = Math.max(LEAST_CONTACT_RATIO, Math.min(next, MOST_RATIO));
        }
        panelsWeak = announce(panelsWeak, panelRatio, ThermalEvent.PANELS_WEAK);
        contactWeak = announce(contactWeak, contactRatio, ThermalEvent.CONTACT_WEAK);
    }

    private boolean announce(boolean wasWeak, double ratio, ThermalEvent event) {
        boolean weak = ratio < (wasWeak ? WELL_RATIO : WEAK_RATIO);
        if (weak && !wasWeak) {
            events.raise(event, ratio);
        }
        return weak;
    }

    /** What a connected panel gives to space, over what the profile promises. */
    double panelRatio() {
        return panelRatio;
    }

    /** What dies give to the coolant, over what the profile promises. */
    double contactRatio() {
        return contactRatio;
    }

    /** Heat that comes in beyond what the loop's equations know, in W. */
    double missingW() {
        return missingW;
    }
}
