package org.dawnline.fsw.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CORE-183")
class SealedRecordTest {
    private static final byte[] CONTENT = {5, 6, 7, 8};

    private final SealedRecord part =
            SealedRecord.content(Change.keep("sequence", "döck", CONTENT), 77, 2, 40_000, CONTENT);

    @Test
    void whatWasWrittenIsReadAgain() {
        SealedRecord read = SealedRecord.of(part.toBytes());
        assertThat(read).usingRecursiveComparison().isEqualTo(part);
        LogRecord event = new LogRecord(1L << 40, RecordKind.EVENT, 127, -5, CONTENT);
        SealedRecord log = SealedRecord.of(SealedRecord.log(event).toBytes());
        assertThat(log).isNotNull();
        assertThat(log.toLog()).usingRecursiveComparison().isEqualTo(event);
        assertThat(part.toLog()).as("of the shelf, not of the log").isNull();
    }

    @Test
    void stubsSayWhetherAContentIsThereOrWasDropped() {
        assertThat(SealedRecord.stub(Change.keep("a", "b", CONTENT), 3).type()).isEqualTo(SealedRecord.Type.NUMBER);
        assertThat(SealedRecord.stub(Change.drop("a", "b"), 3).type()).isEqualTo(SealedRecord.Type.TOMBSTONE);
        assertThat(SealedRecord.stub(Change.drop("a", "b"), 3).number()).isEqualTo(3);
        byte[] shortest = SealedRecord.stub(Change.drop("a", "b"), 3).toBytes();
        assertThat(shortest).hasSize(SealedRecord.MIN_BYTES + 2);
        assertThat(SealedRecord.of(shortest)).isNotNull();
    }

    @Test
    void aFlippedBitAnywhereIsSeen() {
        byte[] bytes = part.toBytes();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(SealedRecord.at(bytes, 0)).as("bit %d", bit).isNull();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    @Test
    void itIsFoundAmidOtherBytesAndNotBeyondTheEnd() {
        byte[] bytes = part.toBytes();
        byte[] file = new byte[10 + bytes.length + 6];
        System.arraycopy(bytes, 0, file, 10, bytes.length);
        assertThat(SealedRecord.lengthAt(file, 10, file.length)).isEqualTo(bytes.length);
        assertThat(SealedRecord.at(file, 10)).usingRecursiveComparison().isEqualTo(part);
        assertThat(SealedRecord.lengthAt(file, 9, file.length)).isZero();
        assertThat(SealedRecord.lengthAt(file, 10, 10 + bytes.length)).isEqualTo(bytes.length);
        assertThat(SealedRecord.lengthAt(file, 10, 10 + bytes.length - 1)).isZero();
        assertThat(SealedRecord.of(Arrays.copyOfRange(file, 10, file.length)))
                .as("with a rest")
                .isNull();
    }

    @Test
    void aLongContentIsWholeOnlyWithAllPartsOfOneWritingInOrder() {
        SealedRecord first = partOf(9, 0, 2, 1);
        SealedRecord second = partOf(9, 1, 2, 2);
        assertThat(Parts.join(List.of(first, second))).containsExactly(1, 2);
        assertThat(Parts.join(List.of(second, first))).isNull();
        assertThat(Parts.join(List.of(first))).isNull();
        assertThat(Parts.join(List.of(first, partOf(8, 1, 2, 2))))
                .as("of an older writing")
                .isNull();
        assertThat(Parts.join(List.of(first, partOf(9, 1, 3, 2)))).isNull();
        assertThat(Parts.join(List.of())).isNull();
    }

    private static SealedRecord partOf(long number, int part, int parts, int content) {
        byte[] bytes = {(byte) content};
        return SealedRecord.content(Change.keep("kind", "name", bytes), number, part, parts, bytes);
    }
}
