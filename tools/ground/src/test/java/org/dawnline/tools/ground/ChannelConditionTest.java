package org.dawnline.tools.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.fsw.comms.proto.Dictionary;
import org.dawnline.fsw.comms.proto.FrameEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("N5")
@Tag("KIT-015")
class ChannelConditionTest {
    private final GroundDictionary dictionary = new GroundDictionary(Dictionary.newBuilder()
            .addFrames(FrameEntry.newBuilder()
                    .setName("one")
                    .addChannels(ChannelEntry.newBuilder().setName("power.soc"))
                    .addChannels(ChannelEntry.newBuilder()
                            .setName("mode.current")
                            .addStates("BOOT")
                            .addStates("SAFE")))
            .build());

    @ParameterizedTest
    @CsvSource({
        "power.soc > 0.5, 0.6, true",
        "power.soc > 0.5, 0.5, false",
        "power.soc >= 0.5, 0.5, true",
        "power.soc >= 0.5, 0.4, false",
        "power.soc<0.5, 0.4, true",
        "power.soc < 0.5, 0.5, false",
        "power.soc <= 5e-1, 0.5, true",
        "power.soc <= 0.5, 0.6, false",
        "power.soc == 0.5, 0.5, true",
        "power.soc == 0.5, 0.6, false",
        "power.soc != 0.5, 0.6, true",
        "power.soc != 0.5, 0.5, false",
        "power.soc > 0.5, NaN, false",
        "power.soc != 0.5, NaN, false",
        "power.soc == unknown, NaN, true",
        "power.soc == unknown, 0.5, false",
        "power.soc != unknown, 0.5, true",
        "power.soc < unknown, 0.5, false",
        "mode.current == SAFE, 1, true",
        "mode.current == SAFE, 0, false"
    })
    void holdsForWhatItSays(String text, double value, boolean holds) {
        assertThat(ChannelCondition.parse(text, dictionary).holds(value)).isEqualTo(holds);
    }

    @Test
    void whatIsWrittenWrongIsRefusedWithWhatWouldBeRight() {
        assertThatThrownBy(() -> ChannelCondition.parse("power.soc about 1", dictionary))
                .hasMessageContaining("is no condition; expected for example power.soc > 0.5");
        assertThatThrownBy(() -> ChannelCondition.parse("power.sok > 1", dictionary))
                .hasMessageContaining("there is no channel power.sok; did you mean power.soc?");
        assertThatThrownBy(() -> ChannelCondition.parse("power.soc > much", dictionary))
                .hasMessageContaining("power.soc is a number; expected one instead of much");
        assertThatThrownBy(() -> ChannelCondition.parse("mode.current == SAVE", dictionary))
                .hasMessageContaining("mode.current has no state SAVE; did you mean SAFE?");
    }
}
