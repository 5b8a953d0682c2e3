package org.dawnline.tools.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dawnline.tools.sim.Flights;
import org.dawnline.tools.sim.SimulationRun;
import org.dawnline.tools.sim.run.RunOptions;
import org.dawnline.tools.sim.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    @BeforeAll
    static void fly() {
        Scenario scenario = Flights.scenario("5 min", """
                faults:
                  - {fault: pump.stop, target: 0, at: 2 min}
                telecommands:
                  - {command: core.NOOP, at: 1 min}
                """);
        SimulationRun.of(
                        scenario,
                        RunOptions.of(Flights.VEHICLES)
                                .withOut(directory)
                                .withBinaryLog(directory.resolve("flight.log")))
                .fly();
    }

    @Test
    @Tag("TSIM-020")
    void theJsonReportIsWhatItsSchemaPromises() throws IOException {
        JsonNode report = JSON.readTree(directory.resolve("report.json").toFile());
        try (InputStream schema = Report.class.getResourceAsStream("report.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(JSON.readTree(schema))
                            .validate(report))
                    .isEmpty();
        }
        assertThat(report.get("verdict").asText()).isEqualTo("PASS");
        assertThat(report.at("/totals/telecommands/completed").asInt()).isEqualTo(1);
        assertThat(report.get("simulatedSeconds").asDouble()).isEqualTo(300);
        assertThat(report.at("/executive/cycles").asInt()).isEqualTo(3001);
    }

    @Test
    @Tag("TSIM-021")
    void thePageCarriesItsPlotsAndAsksNothingOfAnyNetwork() throws IOException {
        String page = Files.readString(directory.resolve("report.html"));

        assertThat(page).contains("PASS", "id=\"plot-power\"", "var uPlot=", "pump.stop", "core.NOOP");
        assertThat(page)
                .doesNotContain("{{")
                .doesNotContain("<link")
                .doesNotContain(" src=")
                .doesNotContain("@import");
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"flight\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        JsonNode flight = JSON.readTree(data.group(1));
        int points = flight.get("timeS").size();
        assertThat(points).isGreaterThan(500);
        assertThat(flight.get("columns"))
                .allSatisfy(column -> assertThat(column.get("values"))
                        .as(column.get("key").asText())
                        .hasSize(points));
        assertThat(flight.get("marks")).anySatisfy(mark -> {
            assertThat(mark.get("kind").asText()).isEqualTo("FAULT");
            assertThat(mark.get("timeS").asDouble()).isEqualTo(120);
        });
    }

    @Test
    @Tag("TSIM-022")
    void theTableHasOneRowASecondAndUnitsInItsHeader() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("telemetry.csv"));

        assertThat(lines.get(0))
                .startsWith("time [s],illumination [ratio],array power [kW],")
                .contains(
                        "battery power [kW]",
                        "state of charge [ratio]",
                        "bus load [kW]",
                        "compute power [kW]",
                        "power grant [kW]",
                        "heat grant [kW]",
                        "hottest GPU [degC]",
                        "coolant in [degC]",
                        "coolant out [degC]",
                        "radiator [degC]",
                        "coolant flow [ratio]",
                        "bypass valve [ratio]",
                        "mode");
        assertThat(lines).hasSize(302);
        assertThat(lines.get(61)).startsWith("60.0,1.00000,").contains(",OPERATIONAL,");
        int columns = lines.get(0).split(",", -1).length;
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns));
        assertThat(lines.subList(20, 302)).as("every cell is known in flight").noneMatch(line -> line.contains(",,"));
    }

    @Test
    @Tag("TSIM-010")
    void theBinaryLogIsWhatTheDigestIsOf() throws Exception {
        byte[] log = Files.readAllBytes(directory.resolve("flight.log"));
        JsonNode report = JSON.readTree(directory.resolve("report.json").toFile());

        assertThat(new String(log, 0, 8, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("DAWNLOG1");
        assertThat(report.get("logBytes").asLong()).isEqualTo(log.length);
        assertThat(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(log)))
                .isEqualTo(report.get("digest").asText());
    }
}
