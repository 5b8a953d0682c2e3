package org.dawnline.fsw.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PackedTableTest {
    private static final int MUTATIONS = 100_000;
    // The form as its class describes it: magic number, CRC32C, version, length of the text, kind.
    private static final int CRC_AT = 4;
    private static final int COVERED_FROM = 8;
    private static final int LENGTH_AT = 12;
    private static final int KIND_AT = 16;
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

    /** What says of its length what is not so, or ends within a name, under a right checksum. */
    @Test
    @Tag("CORE-123")
    void aWrongLengthUnderARightChecksumIsRefused() {
        for (int plain : new int[] {-1, 0, 1, TEXT.length() - 1, TEXT.length() + 1, TableText.MAX_BYTES + 1}) {
            byte[] liar = packed.clone();
            ByteBuffer.wrap(liar).putInt(LENGTH_AT, plain);
            assertRefused(sealed(liar), "header");
        }
        byte[] longName = packed.clone();
        longName[KIND_AT] = (byte) 255;
        assertRefused(sealed(longName), "ends too early");
        byte[] more = Arrays.copyOf(packed, packed.length + 1);
        assertRefused(sealed(more), "header");
        byte[] noText = Arrays.copyOf(packed, KIND_AT + 1);
        assertRefused(sealed(noText), "ends too early");
        assertThat(PackedTable.unpack(sealed(packed.clone()), packed.length, problems))
                .isNotNull();
    }

    private static byte[] sealed(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, COVERED_FROM, bytes.length - COVERED_FROM);
        ByteBuffer.wrap(bytes).putInt(CRC_AT, (int) crc.getValue());
        return bytes;
    }

    private static void assertRefused(byte[] bytes, String why) {
        Problems found = new Problems();
        assertThat(PackedTable.unpack(bytes, bytes.length, found)).isNull();
        assertThat(found.count()).isEqualTo(1);
        assertThat(found.first().flaw()).isEqualTo(Flaw.FORM);
        assertThat(found.first().text()).contains(why);
    }

    @Test
    @Tag("CORE-123")
    void aNameThatIsTooLongIsNotPacked() {
        assertThat(PackedTable.pack(TableText.of(TEXT), "k".repeat(64), "evening", 7))
                .isNotEmpty();
        assertThatThrownBy(() -> PackedTable.pack(TableText.of(TEXT), "k".repeat(65), "evening", 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than 64");
    }
}
