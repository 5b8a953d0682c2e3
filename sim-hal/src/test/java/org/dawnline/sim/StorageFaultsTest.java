package org.dawnline.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.dawnline.hal.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SIM-012")
class StorageFaultsTest {
    private final SimWorld world = new SimWorld(Vehicles.ai1(), WorldOptions.defaults());
    private final Storage storage = world.hal().storage();

    @Test
    void aFlipChangesOneBitOfWhatIsStored() throws IOException {
        world.inject("storage.flip", 0, 3.0);
        assertThat(world.storage().flippedBits()).isZero();
        storage.write("a", new byte[100]);
        storage.write("b", new byte[300]);

        world.inject("storage.flip", 0, 1.0);

        assertThat(onesIn("a") + onesIn("b")).isEqualTo(1);
        world.inject("storage.flip", 0, 400.0);
        assertThat(world.storage().flippedBits()).isEqualTo(401);
        assertThat(onesIn("b")).isBetween(2 * onesIn("a"), 5 * onesIn("a"));
    }

    private int onesIn(String name) throws IOException {
        byte[] content = storage.read(name);
        int ones = 0;
        for (byte value : content == null ? new byte[0] : content) {
            ones += Integer.bitCount(value & 0xFF);
        }
        return ones;
    }

    @Test
    void aTornWriteKeepsHalfAndSaysNothing() throws IOException {
        byte[] content = {1, 2, 3, 4, 5};
        world.inject("storage.torn", 0, 1.0);
        storage.write("mode", content);
        assertThat(storage.read("mode")).isEqualTo(Arrays.copyOf(content, 2));
        storage.write("mode", content);
        assertThat(storage.read("mode")).isEqualTo(content);
    }

    @Test
    void aFullStoreRefusesWhatDoesNotFitAndKeepsTheRest() throws IOException {
        storage.write("mode", new byte[60]);
        world.inject("storage.full", 0, 100.0);
        assertThatThrownBy(() -> storage.write("other", new byte[41]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no room");
        storage.write("other", new byte[40]);
        storage.write("mode", new byte[50]);
        world.inject("storage.full", 0, -1.0);
        storage.write("mode", new byte[5000]);
        assertThat(storage.read("other")).hasSize(40);
    }
}
