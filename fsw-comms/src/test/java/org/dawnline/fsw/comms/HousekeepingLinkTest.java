package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.proto.HousekeepingReport;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.hal.LinkHal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HousekeepingLinkTest {
    private final LinkedSatellite satellite = new LinkedSatellite();

    @BeforeEach
    void load() {
        satellite.sendSets("""
                table housekeeping test version=1
                set id=7 interval=2s
                channel set=7 channel=comms.connected
                channel set=7 channel=orbit.passStartS
                set id=8 interval=1s
                channel set=8 channel=core.cycles
                """);
    }

    private List<HousekeepingReport> sent(int set) throws Exception {
        List<HousekeepingReport> reports = new ArrayList<>();
        for (FakeWire.Message message : satellite.wire.on("/hk/" + set)) {
            assertThat(MessageSeal.intact(message.payload())).isTrue();
            reports.add(HousekeepingReport.parseFrom(message.payload()));
        }
        return reports;
    }

    @Test
    @Tag("COM-039")
    @Tag("C2")
    void aSetGoesToItsTopicWithWhatItHolds() throws Exception {
        satellite.tracking(true);
        satellite.fly(10);
        List<HousekeepingReport> reports = sent(7);
        assertThat(reports).hasSize(5);
        Dictionary dictionary = satellite.executive.dictionary();
        HousekeepingReport last = reports.get(4);
        assertThat(last.getDictionaryChecksum()).isEqualTo(dictionary.checksum());
        assertThat(last.getSet()).isEqualTo(7);
        assertThat(last.getChannelsList())
                .extracting(number -> dictionary.channels().get(number).name())
                .containsExactly("comms.connected", "orbit.passStartS");
        assertThat(last.getValues(0)).isEqualTo(1);
        assertThat(last.getValues(1)).isNaN();
        assertThat(last.getStaleCount()).isZero();
        assertThat(sent(8)).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    @Tag("COM-039")
    @Tag("C2")
    void whatWasSampledWithoutALinkComesAfterwardsInOrderAndTheStaleIsMarked() throws Exception {
        satellite.tracking(false);
        satellite.fly(60);
        assertThat(sent(8)).isEmpty();
        satellite.tracking(true);
        satellite.fly(10);
        List<HousekeepingReport> reports = sent(8);
        assertThat(reports).hasSizeGreaterThan(60);
        for (int i = 1; i < reports.size(); i++) {
            assertThat(reports.get(i).getCycle())
                    .isGreaterThan(reports.get(i - 1).getCycle());
            assertThat(reports.get(i).getSequence())
                    .isGreaterThan(reports.get(i - 1).getSequence());
        }
        assertThat(sent(7).stream().filter(report -> report.getStaleCount() > 0))
                .singleElement()
                .satisfies(report -> assertThat(report.getStaleList()).containsExactly(1)); // nobody sets the orbit
    }

    @Test
    @Tag("COM-039")
    void whatDoesNotFitIsLostAndCounted() {
        satellite.hal.links.state[0] = LinkHal.State.ACQUIRING;
        for (int i = 0; i < 10 * (SetDesk.CAPACITY + 50); i++) {
            satellite.cycle(); // and nobody pumps
        }
        assertThat(satellite.link.setsDropped()).isEqualTo(114 + 57 - SetDesk.CAPACITY);
        assertThat(satellite.value("comms.dropped.sets")).isGreaterThanOrEqualTo(50);
    }
}
