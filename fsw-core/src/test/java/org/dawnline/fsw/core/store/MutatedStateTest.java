package org.dawnline.fsw.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawnline.fsw.core.StillHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parameter file with one wrong byte, a hundred thousand times. */
class MutatedStateTest {
    private static final long SEED = 20_260_302;
    private static final int MUTATIONS = 100_000;
    private static final int PARAMETERS = 40;

    private final StillHal storage = new StillHal();

    private static SavedState state() {
        Map<String, Double> parameters = new TreeMap<>();
        for (int i = 0; i < PARAMETERS; i++) {
            parameters.put("component.parameter" + i, i * 1.5);
        }
        return new SavedState(17, "SAFE", parameters);
    }

    private static byte[] mutated(byte[] bytes, Random dice) {
        byte[] bad = bytes.clone();
        bad[dice.nextInt(bad.length)] ^= (byte) (1 + dice.nextInt(255));
        return bad;
    }

    @Test
    @Tag("CORE-030")
    @Tag("D2")
    @Tag("A10")
    void aWrongByteInOneCopyGivesTheOtherAndOneInEachGivesNothing() throws IOException {
        byte[] content = state().toBytes();
        CheckedStore store = new CheckedStore(storage, "state");
        store.save(content);
        store.save(content);
        byte[] a = storage.blobs.get("state.a");
        byte[] b = storage.blobs.get("state.b");
        Random dice = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            boolean both = i % 2 == 0;
            storage.blobs.put("state.a", mutated(a, dice));
            storage.blobs.put("state.b", both ? mutated(b, dice) : b);
            CheckedStore damaged = new CheckedStore(storage, "state");
            byte[] loaded = damaged.load();
            assertThat(damaged.damagedCopies()).isEqualTo(both ? 2 : 1);
            assertThat(loaded).as("seed %d, mutation %d", SEED, i).isEqualTo(both ? null : content);
        }
    }

    @Test
    @Tag("CORE-031")
    @Tag("D2")
    void aWrongByteThatEveryChecksumMissedStillBreaksNothing() {
        byte[] content = state().toBytes();
        Random dice = new Random(SEED);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            SavedState damaged = SavedState.of(mutated(content, dice)); // must not throw
            read += damaged == null ? 0 : 1;
        }
        assertThat(read).isPositive().isLessThan(MUTATIONS); // bounds of the parameters are checked after that
    }
}
