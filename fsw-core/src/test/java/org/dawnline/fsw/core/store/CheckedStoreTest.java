package org.dawnline.fsw.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dawnline.fsw.core.StillHal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CheckedStoreTest {
    private static final byte[] OLD = "the old content".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "the new one".getBytes(StandardCharsets.UTF_8);

    private final StillHal storage = new StillHal();

    private CheckedStore store() {
        return new CheckedStore(storage, "x");
    }

    private void saveTwo() throws IOException {
        CheckedStore store = store();
        store.save(OLD);
        store.save(NEW);
    }

    @Test
    @Tag("CORE-030")
    void nothingStoredIsNoDamage() {
        CheckedStore store = store();
        assertThat(store.load()).isNull();
        assertThat(store.damagedCopies()).isZero();
    }

    @Test
    @Tag("CORE-030")
    void theCopiesAreWrittenInTurnAndTheNewestIsRead() throws IOException {
        saveTwo();
        assertThat(storage.blobs).containsOnlyKeys("x.a", "x.b");
        assertThat(store().load()).isEqualTo(NEW);
        CheckedStore third = store();
        third.save(OLD);
        assertThat(store().load()).isEqualTo(OLD);
        third.save(new byte[0]);
        assertThat(store().load()).isEmpty();
    }

    @Test
    @Tag("A10")
    @Tag("CORE-030")
    void aFlippedBitAnywhereGivesTheOtherCopy() throws IOException {
        saveTwo();
        byte[] good = storage.blobs.get("x.b");
        for (int i = 0; i < good.length * 8; i++) {
            byte[] bad = good.clone();
            bad[i / 8] ^= (byte) (1 << (i % 8));
            storage.blobs.put("x.b", bad);
            CheckedStore store = store();
            assertThat(store.load()).as("bit %d", i).isEqualTo(OLD);
            assertThat(store.damagedCopies()).isEqualTo(1);
        }
    }

    @Test
    @Tag("CORE-030")
    void aCopyOfAnyOtherLengthGivesTheOtherCopy() throws IOException {
        saveTwo();
        byte[] good = storage.blobs.get("x.b");
        for (int length = 0; length <= good.length + 3; length++) {
            if (length != good.length) {
                storage.blobs.put("x.b", Arrays.copyOf(good, length));
                CheckedStore store = store();
                assertThat(store.load()).as("length %d", length).isEqualTo(OLD);
                assertThat(store.damagedCopies()).isEqualTo(1);
            }
        }
    }

    @Test
    @Tag("A10")
    @Tag("CORE-030")
    void twoDamagedCopiesGiveNothingAndAreReported() throws IOException {
        saveTwo();
        storage.blobs.put("x.a", new byte[3]);
        storage.blobs.put("x.b", new byte[300]);
        CheckedStore store = store();
        assertThat(store.load()).isNull();
        assertThat(store.damagedCopies()).isEqualTo(2);
        store.save(NEW);
        assertThat(store().load()).isEqualTo(NEW);
    }

    @Test
    @Tag("A10")
    @Tag("CORE-030")
    void storageThatCannotBeReadCountsAsDamage() throws IOException {
        saveTwo();
        storage.readsFail = true;
        CheckedStore store = store();
        assertThat(store.load()).isNull();
        assertThat(store.damagedCopies()).isEqualTo(2);
    }

    @Test
    @Tag("CORE-030")
    void aSaveNeverTouchesTheOnlyGoodCopy() throws IOException {
        saveTwo();
        storage.blobs.put("x.b", new byte[3]);
        CheckedStore store = store();
        store.load();
        byte[] good = storage.blobs.get("x.a");
        store.save(NEW);
        assertThat(storage.blobs.get("x.a")).isSameAs(good);
        assertThat(store().load()).isEqualTo(NEW);
    }

    @Test
    @Tag("CORE-030")
    void aFailedSaveIsToldAndLosesNothing() throws IOException {
        saveTwo();
        CheckedStore store = store();
        storage.writesFail = true;
        assertThatThrownBy(() -> store.save(OLD)).isInstanceOf(IOException.class);
        storage.writesFail = false;
        assertThat(store().load()).isEqualTo(NEW);
        store.save(OLD);
        assertThat(store().load()).isEqualTo(OLD);
    }

    @Test
    void contentThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> store().save(new byte[CheckedStore.MAX_CONTENT_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
