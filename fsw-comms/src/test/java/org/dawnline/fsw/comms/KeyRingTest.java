package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    @Test
    @Tag("COM-011")
    void textGoesThereAndBack() {
        String text = new GroundSide().satelliteSide().text();
        KeyRing ring = KeyRing.parse("# of the ground\n\n" + text);
        assertThat(ring.text()).isEqualTo(text);
        assertThat(ring.key(GroundSide.KEY)).isNotNull();
        assertThat(ring.key(GroundSide.KEY + 1)).isNull();
    }

    @Test
    @Tag("COM-011")
    void aWrongLineIsNamed() {
        String good = new GroundSide().satelliteSide().text();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse(good + "8 00"))
                .withMessageContaining("line 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse(good + good))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse(good.replaceFirst("7 ", "-7 ")))
                .withMessageContaining("line 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse("7 " + "00".repeat(32) + " 00"))
                .withMessageContaining("Ed25519");
    }
}
