package org.dawnline.fsw.power.plan;

/** What battery and rack feed can hold and carry, as far as a plan may use it. Energies count from the reserve upwards. */
public final class Store {
    double fullWh;
    double recoveredWh;
    double chargeRatio = 1;
    double dischargeRatio = 1;
    double chargeW;
    double taperPerH = Double.POSITIVE_INFINITY;
    double dischargeW;
    double pduRatio = 1;

    /**
     * Sets what it holds.
     *
     * @param newFullWh energy above the reserve when it is full
     * @param newRecoveredWh energy above the reserve to have again before each eclipse
     */
    public void hold(double newFullWh, double newRecoveredWh) {
        fullWh = Math.max(0, newFullWh);
        recoveredWh = Math.max(0, Math.min(newRecoveredWh, fullWh));
    }

    /** Sets what it may carry, in W at the terminals. */
    public void carry(double newChargeW, double newDischargeW) {
        chargeW = Math.max(0, newChargeW);
        dischargeW = Math.max(0, newDischargeW);
    }

    /**
     * Sets how charging tapers near full: what is stored in an hour is at most that many times what is missing. Infinite for a
     * battery that takes its full power to the end.
     */
    public void taper(double newTaperPerH) {
        taperPerH = newTaperPerH > 0 ? newTaperPerH : Double.POSITIVE_INFINITY; // also when unknown
    }

    /** Sets the efficiencies of charging, of discharging and of the rack's feed, each above 0 and at most 1. */
    public void lose(double newChargeRatio, double newDischargeRatio, double newPduRatio) {
        chargeRatio = newChargeRatio;
        dischargeRatio = newDischargeRatio;
        pduRatio = newPduRatio;
    }

    /** Copies another. */
    public void set(Store other) {
        hold(other.fullWh, other.recoveredWh);
        carry(other.chargeW, other.dischargeW);
        taper(other.taperPerH);
        lose(other.chargeRatio, other.dischargeRatio, other.pduRatio);
    }

    /** Energy above the reserve when it is full, in Wh. */
    public double fullWh() {
        return fullWh;
    }

    /** Most that it takes, in W at the terminals. */
    public double chargeW() {
        return chargeW;
    }

    /** Most that it gives, in W at the terminals. */
    public double dischargeW() {
        return dischargeW;
    }

    /** What is stored after a stretch of time, in Wh above the reserve; what a full battery cannot take is left on the array. */
    double after(double storedWh, double batteryW, double hours) {
        double changeWh = batteryW > 0 ? -batteryW / dischargeRatio * hours : -batteryW * chargeRatio * hours;
        return Math.min(Math.max(fullWh, storedWh), storedWh + changeWh);
    }

    /**
     * Power at the terminals while the rack draws that much, in W; positive while it discharges.
     *
     * @param storedWh what is stored above the reserve, on which the taper depends
     * @param mostChargeW most that it takes, without the taper
     */
    double batteryW(double rackW, double arrayW, double busW, double storedWh, double mostChargeW) {
        double needW = busW + rackW / pduRatio - arrayW;
        return needW > 0 ? needW : Math.max(needW, -Math.min(mostChargeW, taperedW(fullWh - storedWh)));
    }

    /** What is missing when the taper is down to a part of the greatest charging power, in Wh; 0 without a taper. */
    double untaperedWh(double partRatio) {
        return chargeW * partRatio * chargeRatio / taperPerH;
    }

    /** Most that it takes with so much missing, by the taper alone, in W at the terminals. */
    double taperedW(double missingWh) {
        boolean tapers = taperPerH < Double.POSITIVE_INFINITY;
        return tapers ? Math.max(0, missingWh) * taperPerH / chargeRatio : Double.POSITIVE_INFINITY;
    }
}
