package org.dawnline.fsw.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.dawnline.hal.VehicleProfile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GpuFiguresTest {
    private final GpuFigures gpu = GpuFigures.of(RackBench.ai1());

    @Test
    @Tag("CMP-043")
    void throughputIsOneAtTheReferencePowerAndNoneWithoutPowerBeyondIdle() {
        assertThat(gpu.throughput(1_400)).isCloseTo(1, within(1e-12));
        assertThat(gpu.throughput(175 + 1_225 / 4.0)).isCloseTo(Math.pow(0.25, 0.6), within(1e-12));
        assertThat(gpu.throughput(175)).isZero();
        assertThat(gpu.throughput(14)).isZero();
        assertThat(gpu.throughput(Double.NaN)).isZero();
        assertThat(gpu.throughput(1_800)).isGreaterThan(1);
    }

    @Test
    @Tag("CMP-003")
    void bestPowerIsNeverBelowWhatAClockCanBeLockedTo() {
        assertThat(gpu.bestW()).isCloseTo((175 - 0.6 * 14) / 0.4, within(1e-9));
        GpuFigures hungry = new GpuFigures(175, 14, 500, 1_800, 1_400, 0.6, 0.85, 150_000, 358, 363);
        assertThat(hungry.bestW()).isEqualTo(500);
    }

    @Test
    @Tag("CMP-012")
    void aVehicleWithoutGpusHasNoneThatDrawOrWork() {
        GpuFigures none = GpuFigures.of(new VehicleProfile("bus", Map.of()));
        assertThat(none.bestW()).isZero();
        assertThat(none.highestW()).isZero();
        assertThat(none.gpuShareRatio()).isEqualTo(1);
    }
}
