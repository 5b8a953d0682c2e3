package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.comms.proto.VerificationReports;
import org.dawnline.fsw.core.archive.SqliteArchive;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.hal.linux.FileStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 10,000 malformed and 200 valid telecommands a second, a safety telecommand every second among them, as fast as the computer can:
 * the link is pumped a hundred times for each second of flight, as its thread does.
 */
class CommandFloodTest {
    private static final int SECONDS = Integer.getInteger("dawnline.floodSeconds", 10);
    private static final String FOLDER = System.getProperty("dawnline.floodFolder", "");
    private static final int PUMPS_PER_CYCLE = 10;
    private static final int CYCLES_PER_S = 10;
    private static final int MALFORMED_PER_PUMP = 100;
    private static final int VALID_PER_PUMP = 2;
    private static final int SETTLE_S = 5;
    private static final int WARM_UP_S = 10;
    private static final double NANOS_PER_S = 1e9;
    /** A hundredth of what a garbage collector has to do with: nothing may grow with the flood. */
    private static final long HEAP_SLACK_BYTES = 4L << 20;

    private final LinkedSatellite satellite = satellite();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Random random = new Random(5);
    private final SortedMap<Long, String> ends = new TreeMap<>();
    private long counter;
    private long valid;
    private long malformed;
    private long safety;
    private long longestCycleNanos;
    private long commsNanos;
    private long commsWallNanos;

    // With a folder each valid telecommand is made durable on a real disk.
    private static LinkedSatellite satellite() {
        if (FOLDER.isEmpty()) {
            return new LinkedSatellite();
        }
        Path folder = Path.of(FOLDER);
        return new LinkedSatellite(new FileStorage(folder), new SqliteArchive(folder));
    }

    private void send(String name, boolean wanted) {
        counter++;
        var telecommand = wanted
                ? GroundSide.telecommand(
                        counter, satellite.hal.clock.utcNanos(), name, GroundSide.choice("mode", "SAFE"))
                : GroundSide.telecommand(counter, satellite.hal.clock.utcNanos(), name);
        satellite.wire.telecommands.add(satellite.ground.seal(telecommand));
    }

    private void flood(boolean withSafety) {
        for (int i = 0; i < MALFORMED_PER_PUMP; i++) {
            byte[] noise = new byte[64 + random.nextInt(200)];
            random.nextBytes(noise);
            noise[0] = 0; // a tag that no message has
            satellite.wire.telecommands.add(noise);
            malformed++;
        }
        for (int i = 0; i < VALID_PER_PUMP; i++) {
            send("comms.NOOP", false);
            valid++;
        }
        if (withSafety) {
            send("mode.SET", true);
            safety++;
        }
    }

    private void second(boolean flooded) throws InvalidProtocolBufferException {
        for (int cycle = 0; cycle < CYCLES_PER_S; cycle++) {
            for (int pump = 0; pump < PUMPS_PER_CYCLE; pump++) {
                if (flooded) {
                    flood(cycle == 0 && pump == 5);
                }
                long before = threads.getCurrentThreadCpuTime();
                long wallBefore = System.nanoTime();
                satellite.link.pump();
                commsWallNanos += System.nanoTime() - wallBefore;
                commsNanos += threads.getCurrentThreadCpuTime() - before;
            }
            long before = threads.getCurrentThreadCpuTime();
            satellite.cycle();
            longestCycleNanos = Math.max(longestCycleNanos, threads.getCurrentThreadCpuTime() - before);
        }
        listen();
    }

    private void listen() throws InvalidProtocolBufferException {
        for (FakeWire.Message message : satellite.wire.on("/report")) {
            for (VerificationReport report :
                    VerificationReports.parseFrom(message.payload()).getReportsList()) {
                if (Stage.valueOf(report.getStage()).terminal() && !report.getUnproved()) {
                    String end = report.getStage() + " " + report.getReason();
                    assertThat(ends.put(report.getCounter(), end)).isNull();
                }
            }
        }
        satellite.wire.sent.clear();
    }

    private static long heapBytes() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private long ended(String end) {
        return ends.values().stream().filter(end::equals).count();
    }

    @Test
    @Tag("COM-035")
    @Tag("B7")
    void aFloodCostsNoCycleAndKeepsNoSafetyTelecommandOut() throws Exception {
        satellite.tracking(true);
        for (int second = 0; second < WARM_UP_S; second++) {
            second(second > 1);
        }
        long heapBefore = heapBytes();
        long endsBefore = ends.size();
        commsNanos = 0;
        commsWallNanos = 0;
        longestCycleNanos = 0;
        for (int second = 0; second < SECONDS; second++) {
            second(true);
        }
        double waitingShare = commsWallNanos / (SECONDS * NANOS_PER_S);
        double commsShare = commsNanos / (SECONDS * NANOS_PER_S);
        long heapAfter = heapBytes();
        long endsDuring = ends.size() - endsBefore;
        for (int second = 0; second < SETTLE_S; second++) {
            second(false);
        }

        System.out.printf(
                "flood of %d s: longest cycle %.2f ms of CPU time, comms thread %.0f %% of one CPU, with its waits %.0f %%,"
                        + " heap %+d kB%n",
                SECONDS,
                longestCycleNanos * 1e-6,
                commsShare * 100,
                waitingShare * 100,
                (heapAfter - heapBefore) / 1024);
        assertThat(satellite.executive.slips()).isZero();
        assertThat(longestCycleNanos).as("of 100 ms").isLessThan(LinkedSatellite.PERIOD_NANOS / 2);
        assertThat(commsShare).as("of one CPU").isLessThan(1);
        // What the test itself remembers of each telecommand is not the satellite's.
        assertThat(heapAfter - heapBefore - endsDuring * 200).isLessThan(HEAP_SLACK_BYTES);
        assertThat(satellite.receiver.refused(Reason.MALFORMED)).isEqualTo(malformed);
        assertThat(ends).as("each has its end").hasSize((int) (valid + safety));
        assertThat(ended("COMPLETED NONE")).isGreaterThan(safety);
        assertThat(ended("REJECTED QUEUE_FULL")).as("the policy shows").isPositive();
        assertThat(ended("COMPLETED NONE") + ended("REJECTED QUEUE_FULL")).isEqualTo(valid + safety);
        assertThat(satellite.value("mode.commandsAccepted"))
                .as("no safety telecommand was refused")
                .isEqualTo(safety);
        assertThat(satellite.link.reportsDropped()).isZero();
        assertThat(satellite.value("comms.rejected.QUEUE_FULL")).isEqualTo(ended("REJECTED QUEUE_FULL"));
    }
}
