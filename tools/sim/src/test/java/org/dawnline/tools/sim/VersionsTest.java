package org.dawnline.tools.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.tools.sim.report.Report;
import org.dawnline.tools.sim.run.CriterionResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    @Tag("D6")
    @Tag("KIT-017")
    void versionsAreReportedAfterTheStartAndWhenTheyAreAskedFor() {
        Report report = Flights.fly("40 s", """
                telecommands:
                  - {command: versions.REPORT, at: 15 s}
                pass:
                  - {event: versions.REPORTED, equals: 2}
                  - {channel: versions.reports, equals: 2, from: 30 s}
                """);

        assertThat(report.criteria()).allMatch(CriterionResult::pass);
        Dictionary dictionary = report.flight().spacecraft().executive().dictionary();
        assertThat(dictionary.channel("versions.dictionary").value())
                .isEqualTo((double) (dictionary.checksum() >>> Integer.SIZE));
        assertThat(dictionary.channel("versions.tables").value()).isPositive();
    }
}
