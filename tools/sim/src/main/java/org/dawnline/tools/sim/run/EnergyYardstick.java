package org.dawnline.tools.sim.run;

/** Knows the most energy that computing could have got in a flight's world; asked only after the flight, and only when it matters. */
public interface EnergyYardstick {
    /** Knows nothing. */
    EnergyYardstick NONE = new EnergyYardstick() {
        @Override
        public double electricalKWh() {
            return Double.NaN;
        }

        @Override
        public double thermalKWh() {
            return Double.NaN;
        }
    };

    /** With electrical limits, in kWh at the rack's input; NaN when it is not known. */
    double electricalKWh();

    /** With electrical and thermal limits, in kWh; NaN when it is not known. */
    double thermalKWh();
}
