package org.dawnline.sim.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The effects agree with what the vendor's fleet tools do about the commonest events. */
@Tag("SIM-020")
class XidTableTest {
    private final XidTable table = new XidTable();

    @Test
    void theAppIsRestarted() {
        assertThat(List.of(13, 31, 94)).allSatisfy(xid -> has(xid, XidEffect.JOB_DIES));
    }

    @Test
    void theGpuIsReset() {
        assertThat(List.of(46, 62, 95, 109, 136, 140)).allSatisfy(xid -> has(xid, XidEffect.NEEDS_RESET));
        assertThat(List.of(119, 120)).allSatisfy(xid -> has(xid, XidEffect.MUTE));
        assertThat(List.of(63, 64)).allSatisfy(xid -> has(xid, XidEffect.WANTS_RESET));
    }

    @Test
    void theNodeIsRebooted() {
        has(79, XidEffect.OFF_BUS);
    }

    @Test
    void itIsNoted() {
        has(92, XidEffect.NOTE);
    }

    private void has(int xid, XidEffect effect) {
        assertThat(table.effect(xid)).as("Xid %d", xid).isEqualTo(effect);
    }
}
