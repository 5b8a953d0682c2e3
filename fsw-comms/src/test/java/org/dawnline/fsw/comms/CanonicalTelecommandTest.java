package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CanonicalTelecommandTest {
    private static final TelecommandEnvelope TELECOMMAND = TelecommandEnvelope.newBuilder()
            .setSatellite("ai1")
            .setKeyId(1)
            .setCounter(2)
            .setNotBeforeUtcNanos(3)
            .setNotAfterUtcNanos(4)
            .setExecuteAtUtcNanos(5)
            .setContent(ByteString.copyFrom(new byte[] {(byte) 0xca, (byte) 0xfe}))
            .setSignature(ByteString.copyFrom(new byte[] {(byte) 0x51}))
            .build();
    private static final String BODY = "0003616931" // length and text of the satellite
            + "00000001" // key id
            + "0000000000000002" // counter
            + "0000000000000003" // not before
            + "0000000000000004" // not after
            + "0000000000000005" // execute at
            + "00000002cafe"; // length and content

    @Test
    @Tag("COM-005")
    void whatIsSignedHasThisLayout() {
        String domain =
                HexFormat.of().formatHex("dawnline telecommand signature 1\0".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(CanonicalTelecommand.signedBytes(TELECOMMAND)))
                .isEqualTo(domain + BODY);
    }

    @Test
    @Tag("COM-005")
    void whatIsUnderTheMacEndsWithTheSignature() {
        String domain = HexFormat.of().formatHex("dawnline telecommand mac 1\0".getBytes(StandardCharsets.US_ASCII));
        assertThat(HexFormat.of().formatHex(CanonicalTelecommand.authenticatedBytes(TELECOMMAND)))
                .isEqualTo(domain + BODY + "51");
    }
}
