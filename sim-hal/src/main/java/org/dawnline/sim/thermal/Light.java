package org.dawnline.sim.thermal;

/**
 * What shines on the panels now: the Sun where it is not hidden, and the Earth below with its own heat and the sunlight that it
 * throws back, on plates that face the Earth and on plates that stand upright.
 */
public final class Light {
    private double sunWPerM2;
    private double sunUpCosine;
    private double sunAlongCosine;
    private double sunSideCosine;
    private double nadirIrWPerM2;
    private double uprightIrWPerM2;
    private double nadirAlbedoWPerM2;
    private double uprightAlbedoWPerM2;

    /**
     * Takes the Sun of a moment.
     *
     * @param fluxWPerM2 on a plate that faces it, shadow included, in W/m²
     * @param upCosine cosine of its angle to the zenith
     * @param alongCosine cosine of its angle to the horizontal direction of flight
     * @param sideCosine cosine of its angle to the orbit's angular momentum
     */
    public void sun(double fluxWPerM2, double upCosine, double alongCosine, double sideCosine) {
        sunWPerM2 = fluxWPerM2;
        sunUpCosine = upCosine;
        sunAlongCosine = alongCosine;
        sunSideCosine = sideCosine;
    }

    /** Takes the Earth of a moment: its infrared and its reflected sunlight on a plate that faces it, and on each side of an upright one. */
    public void earth(double nadirIr, double uprightIr, double nadirAlbedo, double uprightAlbedo) {
        nadirIrWPerM2 = nadirIr;
        uprightIrWPerM2 = uprightIr;
        nadirAlbedoWPerM2 = nadirAlbedo;
        uprightAlbedoWPerM2 = uprightAlbedo;
    }

    double sunWPerM2() {
        return sunWPerM2;
    }

    double sunUpCosine() {
        return sunUpCosine;
    }

    double sunAlongCosine() {
        return sunAlongCosine;
    }

    double sunSideCosine() {
        return sunSideCosine;
    }

    double nadirIrWPerM2() {
        return nadirIrWPerM2;
    }

    double uprightIrWPerM2() {
        return uprightIrWPerM2;
    }

    double nadirAlbedoWPerM2() {
        return nadirAlbedoWPerM2;
    }

    double uprightAlbedoWPerM2() {
        return uprightAlbedoWPerM2;
    }
}
