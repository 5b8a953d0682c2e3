package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundKeysTest {
    @TempDir
    Path folder;

    @Test
    @Tag("GND-003")
    void keysAreMadeOnceAndOnlyTheirOwnerReadsThem() throws Exception {
        GroundKeys first = GroundKeys.open(folder.resolve("deep/keys"));
        GroundKeys second = GroundKeys.open(folder.resolve("deep/keys"));
        first.nextCounter();
        assertThat(second.key().text()).isEqualTo(first.key().text());
        assertThat(KeyRing.parse(Files.readString(first.satelliteFile())).text())
                .isEqualTo(second.satelliteSide().text());
        try (Stream<Path> files = Files.list(folder.resolve("deep/keys"))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    @Tag("GND-003")
    void anotherKeyPairHasAnotherId() throws Exception {
        int one = GroundKeys.open(folder.resolve("one")).key().id();
        int other = GroundKeys.open(folder.resolve("other")).key().id();
        assertThat(one).isPositive().isNotEqualTo(other);
    }

    @Test
    @Tag("GND-004")
    void noCounterIsEverUsedTwice() throws Exception {
        GroundKeys.open(folder);
        Set<Long> used = new ConcurrentSkipListSet<>();
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    for (int n = 0; n < 25; n++) {
                        used.add(next());
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(used).hasSize(100);
        assertThat(GroundKeys.open(folder).nextCounter()).isEqualTo(new TreeSet<>(used).last() + 1);
    }

    private long next() {
        try {
            return GroundKeys.open(folder).nextCounter();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("GND-004")
    void aDamagedCounterIsNotGuessed() throws Exception {
        GroundKeys keys = GroundKeys.open(folder);
        keys.nextCounter();
        Files.writeString(folder.resolve("counter"), "many");
        assertThatThrownBy(keys::nextCounter).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    @Test
    @Tag("GND-005")
    void aSeedGivesTheSameKeyAndTheSameSignatureEverywhere() {
        SigningKey key = SigningKey.seeded(1, 42);
        TelecommandEnvelope signed = key.seal(
                TelecommandEnvelope.newBuilder().setSatellite("ai1").setKeyId(1).setCounter(1));
        assertThat(key.text()).isEqualTo(SigningKey.seeded(1, 42).text());
        assertThat(key.text()).isNotEqualTo(SigningKey.seeded(1, 43).text());
        assertThat(SigningKey.parse(key.text()).text()).isEqualTo(key.text());
        // Made once with openssl and Python from the documented layout.
        assertThat(HexFormat.of().formatHex(signed.getSignature().toByteArray()))
                .isEqualTo("ffed0f2b37d55e56d7c874f549c1952f85d597dca8efa39b7633c7292fe740fc"
                        + "3ab564d1dec90115e63d123dd8f8fb03f4db996b923eecee7d42488bfe13010c");
        assertThat(HexFormat.of().formatHex(signed.getMac().toByteArray()))
                .isEqualTo("d02eb0f2acfc686e7330a0a63505eb6b663db1142bd2ca80b7e05048d44e9c9b");
    }
}
