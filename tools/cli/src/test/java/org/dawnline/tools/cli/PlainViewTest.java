package org.dawnline.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.FlightStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlainViewTest {
    private static FlightStatus status(double socRatio, boolean connected) {
        return new FlightStatus(
                3_661,
                86_400,
                0,
                0,
                "OPERATIONAL",
                1,
                socRatio,
                131_700,
                0,
                131_700,
                120_000,
                120_000,
                140_300,
                352.45,
                334.55,
                340,
                334.45,
                "LASER",
                connected,
                0);
    }

    @Test
    @Tag("CLI-007")
    void aLineTellsTheWholeSatellite() {
        assertThat(PlainView.line(status(1, true)))
                .isEqualTo("T+1:01:01 OPERATIONAL  soc 100.0 %  array 131.7 kW  bus 131.7 kW  compute 120.0 kW"
                        + " (power grant 120.0 kW, heat grant 140.3 kW)  GPU 79.3 °C  coolant 61.4 °C  radiator 61.3 °C"
                        + "  link LASER connected");
        assertThat(PlainView.line(status(Double.NaN, false)))
                .contains("soc - %")
                .endsWith("link LASER");
    }

    @Test
    @Tag("CLI-007")
    void statusComesEveryFewSecondsAndEveryEventAtOnce() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (PlainView view = new PlainView(Terminal.plain(stream, stream))) {
            view.status(status(1, true));
            view.status(status(1, true));
            view.event(new FlightEvent(61, 0, Severity.WARNING_HI, "power.LOW", "low | charge"));
            view.event(new FlightEvent(61, 0, Severity.DIAGNOSTIC, "power.SECRET", "of minor interest"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .isEqualTo("T+0:01:01 WARNING_HI power.LOW: low | charge");
    }
}
