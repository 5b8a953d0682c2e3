package org.dawnline.fsw.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PackedTableTest {
    private static final int MUTATIONS = 100_000;
    private static final String TEXT =
            "table limits evening version=7\n" + "# the same line again and again\n".repeat(9);

    private final Problems problems = new Problems();
    private final byte[] packed = PackedTable.pack(TableText.of(TEXT), "limits", "evening", 7);

    @Test
    @Tag("D5")
    @Tag("CORE-123")
    void thePackedFormIsSmallerAndGivesTheTextBack() {
        assertThat(packed.length).isLessThan(TEXT.length() / 2);
        byte[] inALargerBuffer = Arrays.copyOf(packed, packed.length + 10);
        assertThat(PackedTable.unpack(inALargerBuffer, packed.length, problems).bytes())
                .isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(problems.none()).isTrue();
    }

    @Test
    @Tag("D5")
    @Tag("CORE-123")
    void everyChangedByteIsFound() {
        SplittableRandom luck = new SplittableRandom(2);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = packed.clone();
            mutated[luck.nextInt(mutated.length)] ^= (byte) luck.nextInt(1, 256);
            Problems found = new Problems();
            assertThat(PackedTable.unpack(mutated, mutated.length, found)).isNull();
            assertThat(found.count()).isEqualTo(1);
        }
    }

    @Test
    @Tag("CORE-123")
    void everyOtherLengthIsFound() {
        byte[] longer = Arrays.copyOf(packed, packed.length + 3);
        for (int length = 0; length <= longer.length; length++) {
            Problems found = new Problems();
            boolean accepted = PackedTable.unpack(longer, length, found) != null;
            assertThat(accepted).as("%d bytes", length).isEqualTo(length == packed.length);
        }
    }

    /** What is sound in itself, but says of its text what is not so. */
    @Test
    @Tag("CORE-123")
    void aHeaderThatIsNotThatOfTheTextIsRefused() {
        for (byte[] liar : new byte[][] {
            PackedTable.pack(TableText.of(TEXT), "monitors", "evening", 7),
            PackedTable.pack(TableText.of(TEXT), "limits", "morning", 7),
            PackedTable.pack(TableText.of(TEXT), "limits", "evening", 8),
        }) {
            assertThat(PackedTable.unpack(liar, liar.length, problems)).isNull();
        }
        assertThat(problems.count()).isEqualTo(3);
    }

    @Test
    @Tag("CORE-123")
    void whatWouldNotFitOnBoardIsNotPacked() {
        StringBuilder noise = new StringBuilder("table limits noise version=1\n");
        SplittableRandom luck = new SplittableRandom(3);
        while (noise.length() < TableText.MAX_BYTES - 100) {
            noise.append(Long.toHexString(luck.nextLong())).append('\n');
        }
        assertThatThrownBy(() -> PackedTable.pack(TableText.of(noise.toString()), "limits", "noise", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most " + PackedTable.MAX_BYTES);
    }
}
