package org.dawnline.hal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStorageTest {
    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5};

    @TempDir
    Path directory;

    @Test
    @Tag("HAL-020")
    void aBlobComesBackAndIsReplacedAsAWhole() throws IOException {
        FileStorage storage = new FileStorage(directory.resolve("deep/down"));
        assertThat(storage.read("boot-count.a")).isNull();
        storage.write("boot-count.a", OLD);
        assertThat(storage.read("boot-count.a")).isEqualTo(OLD);
        storage.write("boot-count.a", NEW);
        assertThat(new FileStorage(directory.resolve("deep/down")).read("boot-count.a"))
                .isEqualTo(NEW);
        storage.write("empty", new byte[0]);
        assertThat(storage.read("empty")).isEmpty();
    }

    @Test
    @Tag("HAL-020")
    void whatAPowerCutLeftOfAnUnfinishedWriteIsNeitherReadNorInTheWay() throws IOException {
        FileStorage storage = new FileStorage(directory);
        storage.write("parameters", OLD);
        byte[] torn = new byte[1000];
        Arrays.fill(torn, (byte) 9);
        Files.write(directory.resolve("parameters~"), torn);
        Files.write(directory.resolve("never-finished~"), torn);
        assertThat(storage.read("parameters")).isEqualTo(OLD);
        assertThat(storage.read("never-finished")).isNull();
        storage.write("parameters", NEW);
        assertThat(storage.read("parameters")).isEqualTo(NEW);
        assertThat(directory.resolve("parameters~")).doesNotExist();
    }

    @Test
    @Tag("HAL-020")
    void aWriteThatFailsLeavesTheOldBlob() throws IOException {
        FileStorage storage = new FileStorage(directory);
        storage.write("parameters", OLD);
        Files.createDirectory(directory.resolve("parameters~")); // nothing can be written there
        assertThatThrownBy(() -> storage.write("parameters", NEW)).isInstanceOf(IOException.class);
        assertThat(storage.read("parameters")).isEqualTo(OLD);
    }

    @ParameterizedTest
    @Tag("HAL-021")
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../escape",
                "a/b",
                "Big",
                "a b",
                "a~",
                "\u00e4",
                "a\n",
                "a234567890123456789012345678901234567890123456789012345678901234x"
            })
    void aNameThatIsNotPlainIsRefused(String name) {
        FileStorage storage = new FileStorage(directory);
        assertThatThrownBy(() -> storage.write(name, NEW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.read(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @Tag("HAL-021")
    void theLongestNameAndTheBiggestBlobAreTheLimits() throws IOException {
        FileStorage storage = new FileStorage(directory);
        String longest = "n".repeat(64);
        storage.write(longest, OLD);
        assertThat(storage.read(longest)).isEqualTo(OLD);
        assertThatThrownBy(() -> storage.write("big", new byte[FileStorage.MAX_BLOB_BYTES + 1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most " + FileStorage.MAX_BLOB_BYTES);
        try (var sparse = Files.newByteChannel(
                directory.resolve("foreign"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            sparse.position(FileStorage.MAX_BLOB_BYTES);
            sparse.write(java.nio.ByteBuffer.wrap(OLD));
        }
        assertThatThrownBy(() -> storage.read("foreign")).isInstanceOf(IOException.class);
    }
}
