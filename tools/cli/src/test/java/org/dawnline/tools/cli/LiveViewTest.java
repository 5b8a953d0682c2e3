package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.FlightStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveViewTest {
    private static final VehicleProfile AI1 =
            new VehicleProfile("ai1", Map.of("array.powerAt1AuW", 150_000.0, "gpu.maxOperatingTempK", 358.15));
    private static final String CONTROL = "\u001b\\[[?0-9;]*[A-Za-z]";
    private static final String LONG_TEXT = "a text that goes on and on ".repeat(10);
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream screen = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private static FlightStatus status(double value) {
        return new FlightStatus(
                value,
                value,
                0,
                1,
                "OPERATIONAL",
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                value,
                "LASER",
                true,
                0);
    }

    private List<String> drawn(double value) {
        return drawn(value, AI1);
    }

    private List<String> drawn(double value, VehicleProfile vehicle) {
        try (LiveView view =
                new LiveView(new Terminal(screen, screen, true, true, true), vehicle, "dawnline ai1", "hint")) {
            for (int i = 0; i < ROWS; i++) {
                view.event(new FlightEvent(i, 0, Severity.WARNING_HI, "power.SOMETHING", LONG_TEXT));
            }
            view.status(status(value));
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceAll(CONTROL, "")
                .replace("\r", "")
                .lines()
                .toList();
    }

    @Test
    @Tag("CLI-015")
    void theLiveViewFitsEightyByTwentyFour() {
        List<String> lines = drawn(149_999);

        assertThat(lines).hasSizeBetween(ROWS - 4, ROWS - 1).allMatch(line -> line.length() <= COLUMNS);
        assertThat(String.join("\n", lines))
                .contains("OPERATIONAL", "charge", "compute", "hottest GPU", "LASER", "WARNING_HI");
    }

    @Test
    @Tag("CLI-015")
    void whatIsNotKnownIsADashAndNeverANumber() {
        assertThat(String.join("\n", drawn(Double.NaN))).doesNotContain("NaN").contains("-");
    }

    @Test
    @Tag("CLI-015")
    void theScalesAreThoseOfTheVehicle() {
        VehicleProfile small = new VehicleProfile("small", Map.of("array.powerAt1AuW", 1300.0));

        assertThat(drawn(650, small)).anyMatch(line -> line.startsWith("array") && line.contains(" 0.65 kW"));
        assertThat(drawn(650, small).get(4).chars().filter(c -> c == '\u2588').count())
                .isEqualTo(12);
        assertThat(drawn(650)).anyMatch(line -> line.startsWith("array") && line.contains("  0.7 kW"));
    }

    @Test
    @Tag("CLI-015")
    void aPlainLineHasDashesToo() {
        assertThat(PlainView.line(status(Double.NaN))).doesNotContain("NaN").contains("soc - %");
        assertThat(PlainView.line(status(1))).contains("soc 100.0 %", "LASER connected");
    }

    @Test
    @Tag("CLI-015")
    void theCursorComesBack() {
        drawn(1);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("\u001b[?25l")
                .endsWith("\u001b[?25h");
    }
}
