package org.dawnline.tools.sim.run;

/**
 * What a ground has counted. What is not known is NaN.
 *
 * @param executedTwice telecommands that were executed more than once
 * @param executedUnsent executions of telecommands that the ground had not sent
 * @param attackFrames frames of attacks that were brought to the satellite
 * @param attackUncounted frames of attacks that are counted neither under a reason nor as dropped
 * @param backlogInversions events of a backlog that came down before a more severe or an equally severe newer one
 * @param telemetryGapS longest time between two frames, live or played back
 * @param recorderS time that the shortest flight recorder covers that was played back
 */
public record GroundFigures(
        double executedTwice,
        double executedUnsent,
        double attackFrames,
        double attackUncounted,
        double backlogInversions,
        double telemetryGapS,
        double recorderS) {
    /** Nothing is known. */
    static final GroundFigures NONE =
            new GroundFigures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
