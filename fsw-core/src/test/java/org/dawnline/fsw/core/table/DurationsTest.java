package org.dawnline.fsw.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CORE-120")
class DurationsTest {
    @ParameterizedTest(name = "{0} is {1} ms")
    @CsvSource({
        "00:01:30.500, 90500",
        "00:01:30.5, 90500",
        "00:00:00.05, 50",
        "00:00:00.005, 5",
        "9999:59:59, 35999999000",
        "00:00:01, 1000",
        "02:00:00, 7200000",
        "250ms, 250",
        "1.5s, 1500",
        "0s, 0",
        "10min, 600000",
        "0.5h, 1800000",
        "0.001s, 1"
    })
    void durationsAreReadAsPeopleWriteThem(String text, long ms) {
        assertThat(Durations.nanos(text)).isEqualTo(ms * 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "1.5",
                "-1s",
                "1 s",
                "00:60:00",
                "00:00:60",
                "0:0:0",
                "00:00",
                "00:00:00.0001",
                "0.5ms",
                "1d",
                "1e3s",
                "1234567890s",
                "0.0001s"
            })
    void whatIsNoDurationOrNoWholeMillisecondIsNone(String text) {
        assertThat(Durations.nanos(text)).isEqualTo(Durations.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00:00:00.000", "00:01:30.500", "00:00:09.007", "09:59:10.099", "10:00:00.100", "123:10:11.999"})
    void whatIsWrittenIsReadAgain(String text) {
        assertThat(Durations.text(Durations.nanos(text))).isEqualTo(text);
    }
}
