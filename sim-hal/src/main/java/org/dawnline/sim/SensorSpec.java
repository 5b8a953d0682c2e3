package org.dawnline.sim;

/**
 * What one sensor is and how well it measures.
 *
 * @param name by which scenarios call it
 * @param stream luck that it shares with the others of its kind
 * @param byRatio whether it errs by a ratio of the value; else by an amount
 * @param noise one sigma, by ratio or amount
 * @param biasMax widest constant error, by ratio or amount
 * @param quantum smallest step of its readings, in its unit; 0 shows everything
 */
record SensorSpec(String name, String stream, boolean byRatio, double noise, double biasMax, double quantum) {
    /** A sensor that errs by an amount. */
    static SensorSpec byAmount(String name, String stream, double noise, double biasMax, double quantum) {
        return new SensorSpec(name, stream, false, noise, biasMax, quantum);
    }

    /** A sensor that errs by a ratio of the value. */
    static SensorSpec byRatio(String name, String stream, double noise, double biasMax, double quantum) {
        return new SensorSpec(name, stream, true, noise, biasMax, quantum);
    }
}
