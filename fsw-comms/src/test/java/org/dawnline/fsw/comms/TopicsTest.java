package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("COM-006")
class TopicsTest {
    private static final long DAY_S = 86_400;

    private final Topics topics = new Topics("ai1");

    @Test
    void eachKindOfMessageHasItsPathBelowTheSatellite() {
        assertThat(topics.telecommands().path()).isEqualTo("dawnline/ai1/tc");
        assertThat(topics.reports().path()).isEqualTo("dawnline/ai1/report");
        assertThat(topics.events().path()).isEqualTo("dawnline/ai1/event");
        assertThat(topics.stored().path()).isEqualTo("dawnline/ai1/stored");
        assertThat(topics.link().path()).isEqualTo("dawnline/ai1/link");
        assertThat(topics.dictionary().path()).isEqualTo("dawnline/ai1/dictionary");
        assertThat(topics.versions().path()).isEqualTo("dawnline/ai1/versions");
        assertThat(topics.frame("slow").path()).isEqualTo("dawnline/ai1/tm/slow");
        assertThat(topics.housekeeping(7).path()).isEqualTo("dawnline/ai1/hk/7");
        assertThat(topics.everySet()).isEqualTo("dawnline/ai1/hk/+");
        assertThat(topics.everything()).isEqualTo("dawnline/ai1/#");
        assertThat(topics.isHousekeeping("dawnline/ai1/hk/7")).isTrue();
        assertThat(topics.isHousekeeping("dawnline/ai2/hk/7")).isFalse();
        assertThat(topics.isHousekeeping("dawnline/ai1/tm/slow")).isFalse();
    }

    @Test
    void whoComesLaterFindsTheNewestStateAndNoOldTelecommand() {
        assertThat(topics.link().retained()).isTrue();
        assertThat(topics.dictionary().retained()).isTrue();
        assertThat(topics.versions().retained()).isTrue();
        assertThat(topics.frame("slow").retained()).isTrue();
        assertThat(topics.telecommands().retained()).isFalse();
        assertThat(topics.events().retained()).isFalse();
        assertThat(topics.telecommands().expiryS()).isEqualTo(DAY_S);
        assertThat(topics.events().expiryS()).isEqualTo(7 * DAY_S);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a/b", "a+", "a#", "a b", "abcdefghijklmnopqrstuvwxyz0123456"})
    void aNameThatABrokerCouldReadOtherwiseIsRefused(String name) {
        assertThatThrownBy(() -> new Topics(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
