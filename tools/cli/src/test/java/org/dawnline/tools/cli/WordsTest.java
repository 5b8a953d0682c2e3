package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.dawnline.fsw.comms.proto.LinkState;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.tools.ground.ChannelValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** What people write, and what they read. */
class WordsTest {
    private static final List<String> NAMES =
            List.of("comms.PING", "core.NOOP", "power.NOOP", "power.RESET", "thermal.RESET");

    @ParameterizedTest
    @CsvSource({"24h,86400", "90m,5400", "1h30m,5400", "2d,172800", "45s,45", "45,45", "0.5s,0.5"})
    @Tag("CLI-011")
    void durationsAreWrittenAsPeopleDo(String text, double seconds) {
        assertThat(new DurationText().convert(text)).isEqualTo(Duration.ofMillis((long) (seconds * 1000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "-1h", "1w", "0s", "1h-"})
    @Tag("CLI-011")
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    @Tag("CLI-011")
    void speedsAreNumbersOrMax() {
        Speed.Converter speed = new Speed.Converter();

        assertThat(speed.convert("max").unlimited()).isTrue();
        assertThat(speed.convert("x60").factor()).isEqualTo(60);
        assertThat(speed.convert("0.5").toString()).isEqualTo("x0.5");
        assertThatThrownBy(() -> speed.convert("NaN")).isInstanceOf(TypeConversionException.class);
    }

    @Test
    @Tag("CLI-011")
    void aNameMayLackItsComponentWhereThatIsClear() {
        assertThat(Names.one("telecommand", "ping", NAMES)).isEqualTo("comms.PING");
        assertThat(Names.one("telecommand", "NOOP", NAMES)).isEqualTo("core.NOOP");
        assertThatThrownBy(() -> Names.one("telecommand", "RESET", NAMES))
                .hasMessageContaining("power.RESET or thermal.RESET");
        assertThatThrownBy(() -> Names.one("telecommand", "NOPE", NAMES)).hasMessageContaining("no telecommand NOPE");
    }

    @Test
    @Tag("CLI-011")
    void aStarStandsForAnyLetters() {
        assertThat(Names.matching("channel", List.of("power.*", "PING"), NAMES))
                .containsExactly("comms.PING", "power.NOOP", "power.RESET");
        assertThat(Names.matching("channel", List.of(), NAMES)).isEqualTo(NAMES);
        assertThatThrownBy(() -> Names.matching("channel", List.of("x.*"), NAMES))
                .hasMessageContaining("no channel x.*");
    }

    @Test
    @Tag("CLI-012")
    void peopleReadCelsiusKilowattsAndPercent() {
        assertThat(reading("thermal.coolantTempK", 300, "K")).isEqualTo("26.9 °C");
        assertThat(reading("power.grantW", 120_000, "W")).isEqualTo("120.00 kW");
        assertThat(reading("power.socRatio", 0.5, "ratio")).isEqualTo("50.0 %");
        assertThat(reading("power.socRatio", Double.NaN, "ratio")).isEqualTo("- %");
        assertThat(Reading.of(new ChannelValue("mode.now", 1, "", "SAFE", 0)).toString())
                .isEqualTo("SAFE");
    }

    private static String reading(String name, double value, String unit) {
        return Reading.of(new ChannelValue(name, value, unit, "", 0)).toString();
    }

    @Test
    @Tag("CLI-012")
    void aGaugeNeverLeavesItsWidth() {
        for (double ratio : new double[] {Double.NaN, -1, 0, 0.33, 0.999, 1, 7}) {
            assertThat(new Gauge(10, true).of(ratio)).hasSize(10);
            assertThat(new Gauge(10, false).of(ratio)).hasSize(10);
        }
        assertThat(new Gauge(4, false).of(0.5)).isEqualTo("##..");
    }

    @Test
    @Tag("CLI-012")
    void aSparklineShowsTheNewestValuesAtTheRight() {
        Sparkline line = new Sparkline(4, 0, 7);
        assertThat(line.text(true)).isEqualTo("    ");
        line.add(0);
        line.add(7);
        assertThat(line.text(true)).isEqualTo("  ▁█");
        line.add(Double.NaN);
        line.add(99);
        line.add(-5);
        assertThat(line.text(true)).isEqualTo("█ █▁");
        assertThat(line.text(false)).isEqualTo("# #_");
    }

    @Test
    @Tag("CLI-012")
    void paintIsOnlyThereWhereColoursAreWelcome() {
        assertThat(Paint.RED.on("hot", true)).isEqualTo("\u001b[1;31mhot\u001b[0m");
        assertThat(Paint.RED.on("hot", false)).isEqualTo("hot");
        assertThat(Paint.PLAIN.on("cold", true)).isEqualTo("cold");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    @Tag("CLI-017")
    void everyReasonHasWords(Reason reason) {
        assertThat(ReasonText.of(reason)).contains(" ").doesNotContain("_");
    }

    @Test
    @Tag("CLI-019")
    void theLinkIsDescribedInWords() {
        assertThat(LinkText.of(null)).isEqualTo("never up");
        assertThat(LinkText.of(LinkState.getDefaultInstance())).isEqualTo("down");
        LinkState up = LinkState.newBuilder()
                .setUp(true)
                .setCarrier("LASER")
                .setUtcNanos(1)
                .build();
        assertThat(LinkText.of(up)).isEqualTo("up over LASER since 1970-01-01 00:00:00 UTC");
    }
}
