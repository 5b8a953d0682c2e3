package org.dawnline.fsw.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.dawnline.hal.ComputeHal.GpuState;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.testkit.FakeCompute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which dies speak for the loop. */
class DieTemperaturesTest {
    private static final int GPUS = 8;
    /** A full die is 18 K above its coolant, so one that is 27 K above the mean of all has a problem of its own. */
    private static final VehicleProfile VEHICLE =
            new VehicleProfile("x", Map.of("thermal.dieResistanceKPerW", 0.01, "gpu.limitMaxW", 1800.0));

    private final FakeCompute rack = new FakeCompute(2, 4, 1);
    private final DieTemperatures dies = new DieTemperatures(rack, VEHICLE);

    private double hottestWith(double... first) {
        Arrays.fill(rack.gpuTempK, 320);
        System.arraycopy(first, 0, rack.gpuTempK, 0, first.length);
        dies.read();
        return dies.hottestK();
    }

    @Test
    @Tag("THM-004")
    void theHottestDieSpeaksUnlessItStandsOutAlone() {
        assertThat(hottestWith(330, 335, 325)).isEqualTo(335);
        assertThat(hottestWith(330, 350)).as("26.25 K above the mean").isEqualTo(350);
        assertThat(hottestWith(330, 380)).as("one broken sensor").isEqualTo(330);
        assertThat(dies.known()).isTrue();
    }

    @Test
    @Tag("THM-004")
    void withoutAProfileTwentyFiveKelvinAreTheBound() {
        DieTemperatures bare = new DieTemperatures(
                rack, new VehicleProfile("bare", Map.of("thermal.dieResistanceKPerW", 0.001, "gpu.limitMaxW", 100.0)));
        Arrays.fill(rack.gpuTempK, 320);
        rack.gpuTempK[0] = 348; // mean 323.5
        bare.read();
        assertThat(bare.hottestK()).isEqualTo(348);
        rack.gpuTempK[0] = 350; // mean 323.75
        bare.read();
        assertThat(bare.hottestK()).isEqualTo(320);
    }

    @Test
    @Tag("THM-005")
    void onlyPoweredDiesWithFreshAndPlausibleReadingsCount() {
        double[] temps = {330, 331, 332, 333, 199, 421, Double.NaN, 334};
        System.arraycopy(temps, 0, rack.gpuTempK, 0, GPUS);
        rack.gpuState[1] = GpuState.ASLEEP;
        rack.gpuState[2] = GpuState.WAKING;
        rack.gpuState[3] = GpuState.OFF;
        rack.gpuReadingAgeS[7] = 5.1;
        dies.read();
        assertThat(dies.hottestK()).isEqualTo(332);
        assertThat(dies.meanK(300))
                .as("one of eight is as cold as the coolant")
                .isCloseTo(331 + (300 - 331) / 8.0, within(1e-9));
        rack.gpuReadingAgeS[7] = 5;
        dies.read();
        assertThat(dies.hottestK()).isEqualTo(334);
        rack.gpuState[7] = GpuState.TRIPPED;
        dies.read();
        assertThat(dies.hottestK()).isEqualTo(332);
        assertThat(dies.meanK(300)).isCloseTo(331 + (300 - 331) / 4.0, within(1e-9));
    }

    @Test
    @Tag("THM-005")
    void blindIsWhoCannotReadADieThatIsAwake() {
        Arrays.fill(rack.gpuTempK, Double.NaN);
        dies.read();
        assertThat(dies.known()).isFalse();
        assertThat(dies.blind()).isTrue();
        assertThat(dies.hottestK()).isNaN();
        Arrays.fill(rack.gpuState, GpuState.ASLEEP);
        dies.read();
        assertThat(dies.blind()).as("all sleep").isFalse();
        rack.gpuState[7] = GpuState.AWAKE;
        dies.read();
        assertThat(dies.blind()).isTrue();
        rack.gpuTempK[0] = 300;
        dies.read();
        assertThat(dies.blind()).as("one can be read").isFalse();
    }

    @Test
    @Tag("THM-041")
    void howFarADieStandsOutFollowsSlowlyAndASuddenRiseAtOnce() {
        hottestWith(321);
        double meanK = 320 + 1 / 8.0;
        dies.follow(1);
        assertThat(dies.excessK(300)).as("a tenth of it after a second").isCloseTo(0.0875, within(1e-9));
        for (int second = 0; second < 100; second++) {
            dies.follow(1);
        }
        assertThat(dies.excessK(300)).isCloseTo(321 - meanK, within(1e-3));
        hottestWith(326);
        dies.follow(0);
        assertThat(dies.excessK(300)).as("more than noise").isCloseTo(326 - (320 + 6 / 8.0), within(1e-9));
        hottestWith(400);
        for (int second = 0; second < 100; second++) {
            dies.follow(1);
        }
        assertThat(dies.excessK(300)).as("an outlier does not speak").isCloseTo(0, within(1e-3));
    }

    @Test
    @Tag("THM-005")
    void temperaturesAreBelievedFrom200To420Kelvins() {
        Arrays.fill(rack.gpuTempK, 200);
        dies.read();
        assertThat(dies.hottestK()).isEqualTo(200);
        Arrays.fill(rack.gpuTempK, 420);
        dies.read();
        assertThat(dies.hottestK()).isEqualTo(420);
        Arrays.fill(rack.gpuTempK, 420.5);
        dies.read();
        assertThat(dies.known()).isFalse();
    }

    @Test
    @Tag("THM-004")
    void aDieThatStandsOutByJustAsMuchAsADieCanSpeaks() {
        // 27 K above the mean of all: 320 + x / 8 + 27 = 320 + x
        double bound = 27 * 8 / 7.0;
        assertThat(hottestWith(320 + bound - 1e-6)).isGreaterThan(350);
        assertThat(hottestWith(320 + bound + 1e-6)).isEqualTo(320);
    }

    @Test
    @Tag("THM-041")
    void aRiseOfAKelvinAndAHalfMayBeNoise() {
        hottestWith(320 + 1.5 * 8 / 7.0 - 1e-6);
        dies.follow(0);
        assertThat(dies.excessK(300)).isZero();
        hottestWith(320 + 1.5 * 8 / 7.0 + 1e-6);
        dies.follow(0);
        assertThat(dies.excessK(300)).isCloseTo(1.5, within(1e-5));
    }

    @Test
    @Tag("THM-041")
    void diesThatAreOffMakeTheOthersStandOut() {
        Arrays.fill(rack.gpuTempK, 320);
        rack.gpuState[0] = GpuState.OFF;
        dies.read();
        dies.follow(1);
        assertThat(dies.excessK(300)).as("an eighth is at 300 K").isCloseTo(2.5, within(1e-9));
    }

    @Test
    @Tag("THM-041")
    void aLongStepTakesHowFarADieStandsOutAsItIs() {
        hottestWith(321);
        dies.follow(30);
        assertThat(dies.excessK(300)).isCloseTo(321 - 320.125, within(1e-9));
    }

    @Test
    @Tag("THM-005")
    void diesThatBootAreNeitherReadNorCold() {
        Arrays.fill(rack.gpuTempK, 320);
        rack.gpuTempK[0] = 340;
        rack.gpuState[0] = GpuState.BOOTING;
        dies.read();
        assertThat(dies.hottestK()).isEqualTo(320);
        assertThat(dies.meanK(300)).isEqualTo(320);
    }
}
