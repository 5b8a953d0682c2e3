package org.dawnline.sim.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.Vehicles;
import org.dawnline.sim.orbit.Environment;
import org.dawnline.sim.orbit.OrbitSpec;
import org.dawnline.sim.orbit.Sky;
import org.dawnline.sim.radiation.Radiation;
import org.dawnline.sim.radiation.Upset;

/** Upsets of 200,000 chips over a month: their number, where they fall, and what a proton event makes of them. */
final class RadiationChecks {
    private static final String MODEL = "Radiation";
    private static final String RATES = "reference rates";
    private static final int CHIPS = 200_000;
    private static final double STEP_S = 30.0;
    private static final double DAYS = 30.0;
    private static final double DAY_S = 86_400.0;
    private static final double CHIP_YEARS = CHIPS * DAYS / 365.25;

    /** Three deviations of a Poisson count, and what 30 days of passes may lack of the mean. */
    private static final double DEVIATIONS = 3.0;

    private static final double PASSES_RATIO = 0.01;

    private RadiationChecks() {}

    static List<Check> all() {
        Month calm = new Month(1.0);
        Month storm = new Month(50.0);
        List<Check> all = new ArrayList<>();
        all.add(rate(calm, Upset.MEMORY, 3.0));
        all.add(rate(calm, Upset.HANG, 0.3));
        all.add(rate(calm, Upset.LATCH_UP, 0.01));
        all.add(Check.value(
                MODEL,
                "uncorrected memory errors in the South Atlantic Anomaly, ratio",
                RATES,
                0.70,
                calm.saaRatio(),
                0.01));
        all.add(Check.value(
                MODEL,
                "time in the South Atlantic Anomaly, 600 km Sun-synchronous, ratio",
                "reference figure: 10.1 %",
                0.101,
                calm.saaTimeRatio(),
                0.002));
        all.add(Check.within(
                MODEL,
                "uncorrected memory errors of a proton event of factor 50 over those of calm days",
                RATES,
                50.0,
                storm.count(Upset.MEMORY) / calm.count(Upset.MEMORY),
                0.02));
        return all;
    }

    private static Check rate(Month month, Upset upset, double perChipYear) {
        double expected = perChipYear * CHIP_YEARS;
        double tolerance = DEVIATIONS * StrictMath.sqrt(expected) + PASSES_RATIO * expected;
        return Check.value(
                MODEL,
                upset + " per chip-year, over " + StrictMath.round(CHIP_YEARS) + " chip-years",
                RATES + "; 3 deviations of a Poisson count and 1 % for the passes of the month",
                perChipYear,
                month.count(upset) / CHIP_YEARS,
                tolerance / CHIP_YEARS);
    }

    private static final class Month {
        private final Map<Upset, Integer> counts = new EnumMap<>(Upset.class);
        private double saaS;
        private double inSaa;
        private boolean nowInSaa;

        Month(double stormFactor) {
            Sky sky = new Sky(
                    OrbitSpec.sunSynchronous(600e3, 18.0),
                    Instant.parse("2026-10-10T00:00:00Z"),
                    List.of(),
                    Double.NaN,
                    Environment.of(Vehicles.ai1()));
            VehicleProfile vehicle =
                    Vehicles.ai1().with("radiation.stormsPerYear", 0.0).with("radiation.correctedPerChipYear", 0.0);
            Radiation radiation = new Radiation(vehicle, CHIPS, 1, true, (upset, luck) -> note(upset));
            radiation.storm(stormFactor, 0.0);
            for (double timeS = STEP_S; timeS <= DAYS * DAY_S; timeS += STEP_S) {
                sky.moveTo(timeS);
                radiation.step(timeS, sky.inSaa());
                nowInSaa = sky.inSaa();
                saaS += nowInSaa ? STEP_S : 0.0;
            }
        }

        private boolean note(Upset upset) {
            counts.merge(upset, 1, Integer::sum);
            inSaa += nowInSaa && upset == Upset.MEMORY ? 1.0 : 0.0;
            return true;
        }

        double count(Upset upset) {
            return counts.getOrDefault(upset, 0);
        }

        double saaRatio() {
            return inSaa / count(Upset.MEMORY);
        }

        double saaTimeRatio() {
            return saaS / (DAYS * DAY_S);
        }
    }
}
