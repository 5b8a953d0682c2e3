package org.dawnline.sim.thermal;

import org.dawnline.hal.VehicleProfile;

/**
 * A radiating panel: what it gives to space and what it takes from Sun and Earth. It gives {@code faces · fin efficiency · emissivity
 * · σ T⁴} per m² of planform. It takes a fixed flux, or, when the profile says where its faces look, what they see there.
 */
public final class Panel {
    /** Stefan-Boltzmann constant, in W/(m² K⁴), CODATA 2018. */
    private static final double STEFAN_BOLTZMANN = 5.670374419e-8;

    private static final double MAX_M2 = 1e5;
    private static final double MAX_W_PER_M2 = 1e4;
    private static final double MAX_FACES = 2.0;

    private final double wholeAreaM2;
    private final double wholeEmission;
    private final double emissivityRatio;
    private final double absorptivityRatio;
    private final double sunViewRatio;
    private final double nadirFaces;
    private final double zenithFaces;
    private final double sideFaces;
    private final double alongFaces;
    private double areaM2;
    private double emission;
    private double coatingRatio = 1.0;
    private double absorbedWPerM2;

    private Panel(double areaM2, Figures figures) {
        wholeAreaM2 = areaM2;
        this.areaM2 = areaM2;
        double faces = figures.or("Faces", MAX_FACES, MAX_FACES);
        emissivityRatio = figures.needed("EmissivityRatio", 1.0);
        wholeEmission = faces * figures.or("FinEfficiencyRatio", 1.0, 1.0) * emissivityRatio * STEFAN_BOLTZMANN;
        emission = wholeEmission;
        absorptivityRatio = figures.or("AbsorptivityRatio", 0.0, 1.0);
        sunViewRatio = figures.or("SunViewRatio", 0.0, 1.0);
        nadirFaces = figures.or("NadirFaces", 0.0, MAX_FACES);
        zenithFaces = figures.or("ZenithFaces", 0.0, MAX_FACES);
        sideFaces = figures.or("SideFaces", 0.0, MAX_FACES);
        alongFaces = figures.or("AlongFaces", 0.0, MAX_FACES);
        absorbedWPerM2 = looksAround() ? 0.0 : figures.or("AbsorbedWPerM2", 0.0, MAX_W_PER_M2);
    }

    /** One of several equal wings of the loop's radiator, by the figures {@code thermal.radiator...}. */
    static Panel wing(VehicleProfile truth, int wings) {
        Figures figures = new Figures(truth, "thermal.radiator");
        return new Panel(figures.needed("AreaM2", MAX_M2) / wings, figures);
    }

    /** The panel of a node, by the figures {@code panel...} below its section. */
    static Panel ofNode(VehicleProfile truth, String section) {
        Figures figures = new Figures(truth, section + ".panel");
        return new Panel(figures.needed("AreaM2", MAX_M2), figures);
    }

    /** Net heat to space at a temperature in K, in W; negative while it takes more than it gives. */
    double radiatesW(double tempK) {
        double squared = tempK * tempK;
        return areaM2 * (emission * squared * squared - absorbedWPerM2);
    }

    /** Temperature at which it radiates that much net heat, in K. */
    double balanceTempK(double netW) {
        return StrictMath.sqrt(StrictMath.sqrt((netW / areaM2 + absorbedWPerM2) / emission));
    }

    /** Whether Sun and Earth make a difference, or the absorbed flux is fixed. */
    boolean looksAround() {
        return sunViewRatio + nadirFaces + zenithFaces + sideFaces + alongFaces > 0.0;
    }

    /** Takes the light of a moment; a panel of fixed flux takes none. */
    void see(Light light) {
        if (!looksAround()) {
            return;
        }
        double upright = sideFaces + alongFaces;
        double earthIr = nadirFaces * light.nadirIrWPerM2() + upright * light.uprightIrWPerM2();
        double albedo = nadirFaces * light.nadirAlbedoWPerM2() + upright * light.uprightAlbedoWPerM2();
        absorbedWPerM2 = absorptivityRatio * (sunlitRatio(light) * light.sunWPerM2() + albedo)
                + coatingRatio * emissivityRatio * earthIr;
    }

    private double sunlitRatio(Light light) {
        return sunViewRatio
                + nadirFaces * Math.max(0.0, -light.sunUpCosine())
                + zenithFaces * Math.max(0.0, light.sunUpCosine())
                + lit(sideFaces, light.sunSideCosine())
                + lit(alongFaces, light.sunAlongCosine());
    }

    /** Of two faces back to back the Sun shines on one; a single face looks forward, or along the angular momentum. */
    private static double lit(double faces, double cosine) {
        return faces > 1.0 ? Math.abs(cosine) : faces * Math.max(0.0, cosine);
    }

    /** Leaves this part of the area: what was torn off neither gives nor takes. */
    public void loseArea(double leftRatio) {
        areaM2 = wholeAreaM2 * leftRatio;
    }

    /** Leaves this part of the coating's emissivity. */
    public void fade(double leftRatio) {
        coatingRatio = leftRatio;
        emission = wholeEmission * leftRatio;
    }

    /** Present area, in m². */
    public double areaM2() {
        return areaM2;
    }

    /** Absorbed flux, in W/m² of planform. */
    public double absorbedWPerM2() {
        return absorbedWPerM2;
    }

    /** Figures with a common prefix. */
    private static final class Figures {
        private final VehicleProfile truth;
        private final String prefix;

        Figures(VehicleProfile truth, String prefix) {
            this.truth = truth;
            this.prefix = prefix;
        }

        double needed(String name, double max) {
            return truth.number(prefix + name, 0.0, max);
        }

        double or(String name, double otherwise, double max) {
            return truth.has(prefix + name) ? truth.number(prefix + name, 0.0, max) : otherwise;
        }
    }
}
