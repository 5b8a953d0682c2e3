package org.dawnline.fsw.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CORE-124")
class LoadBufferTest {
    private static final byte[] PACKED = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private final LoadBuffer buffer = new LoadBuffer();

    private boolean put(int table, int offset, int length) {
        byte[] part = Arrays.copyOfRange(PACKED, offset, offset + length);
        return buffer.put(table, offset, PACKED.length, part, length);
    }

    @Test
    void partsInTheirOrderMakeTheWhole() {
        assertThat(buffer.table()).isEqualTo(LoadBuffer.NONE);
        assertThat(put(3, 0, 4)).isTrue();
        assertThat(buffer.complete(3)).isFalse();
        assertThat(put(3, 4, 4)).isTrue();
        assertThat(put(3, 8, 2)).isTrue();
        assertThat(buffer.complete(3)).isTrue();
        assertThat(buffer.complete(2)).isFalse();
        assertThat(buffer.total()).isEqualTo(PACKED.length);
        assertThat(Arrays.copyOf(buffer.bytes(), PACKED.length)).isEqualTo(PACKED);
    }

    @Test
    void aGapAnEmptyPartAndOneBeyondTheEndAreRefused() {
        put(3, 0, 4);
        assertThat(put(3, 5, 3)).isFalse();
        assertThat(put(3, 4, 0)).isFalse();
        assertThat(buffer.put(3, 4, PACKED.length, new byte[7], 7)).isFalse();
        assertThat(buffer.put(3, 4, PACKED.length + 1, new byte[2], 2))
                .as("another length")
                .isFalse();
        assertThat(put(4, 4, 2)).as("another table").isFalse();
        assertThat(buffer.received()).isEqualTo(4);
        assertThat(put(3, 4, 6)).isTrue();
    }

    @Test
    void aPartThatCameTwiceDoesNoHarm() {
        put(3, 0, 4);
        put(3, 4, 4);
        assertThat(put(3, 0, 4)).as("also the first one").isTrue();
        assertThat(buffer.received()).isEqualTo(8);
        assertThat(put(3, 2, 4)).isTrue();
        assertThat(buffer.received()).isEqualTo(8);
        assertThat(put(3, 8, 2)).isTrue();
        assertThat(buffer.complete(3)).isTrue();
    }

    @Test
    void anotherFirstPartBeginsAnew() {
        put(3, 0, 8);
        byte[] other = {9, 9, 9};
        assertThat(buffer.put(3, 0, PACKED.length, other, other.length)).isTrue();
        assertThat(buffer.received()).isEqualTo(3);
        assertThat(put(5, 0, 4)).isTrue();
        assertThat(buffer.table()).isEqualTo(5);
        assertThat(buffer.received()).isEqualTo(4);
        buffer.clear();
        assertThat(buffer.table()).isEqualTo(LoadBuffer.NONE);
        assertThat(buffer.received()).isZero();
        assertThat(buffer.total()).isZero();
        assertThat(put(5, 4, 4)).isFalse();
    }
}
