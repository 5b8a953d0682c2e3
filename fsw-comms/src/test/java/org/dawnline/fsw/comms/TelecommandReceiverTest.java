package org.dawnline.fsw.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dawnline.fsw.comms.GroundSide.choice;
import static org.dawnline.fsw.comms.GroundSide.number;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.core.command.CommandMailbox;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.tools.testkit.FakeClock;
import org.dawnline.tools.testkit.FakeStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TelecommandReceiverTest {
    private static final long NOW = FakeClock.START_UTC_NANOS;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int CAPTURED = 200;
    private static final int REPLAYS = 10_000;

    private final GroundSide ground = new GroundSide();
    private final FakeStorage storage = new FakeStorage();
    private final ReceivingSatellite satellite = new ReceivingSatellite(ground.satelliteSide(), storage);

    private TelecommandEnvelope.Builder lamp(long counter) {
        return GroundSide.telecommand(counter, NOW, "lamp.SET", number("level", 0.5), choice("colour", "GREEN"));
    }

    private void refuses(byte[] telecommand, Reason reason) {
        assertThat(satellite.receiver.receive(telecommand)).isEqualTo(reason);
        assertThat(satellite.receiver.refused(reason)).isEqualTo(1);
        assertThat(satellite.receiver.handedOver()).isZero();
        assertThat(satellite.dispatcher.mailbox().size()).isZero();
    }

    @Test
    @Tag("COM-001")
    void aTelecommandOfTheGroundIsExecutedOnce() {
        assertThat(satellite.receiver.receive(ground.seal(lamp(1)))).isEqualTo(Reason.NONE);
        satellite.cycle();
        assertThat(satellite.lampsSet).isEqualTo(1);
        assertThat(satellite.verdicts).containsExactly("1 RECEIVED NONE");
        assertThat(satellite.log.reports()).extracting(report -> report.stage()).contains(Stage.COMPLETED);
    }

    @Test
    @Tag("COM-001")
    void argumentsMayComeInAnyOrder() {
        byte[] swapped =
                ground.seal(GroundSide.telecommand(1, NOW, "lamp.SET", choice("colour", "RED"), number("level", 1)));
        assertThat(satellite.receiver.receive(swapped)).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("COM-030")
    void dataComesWithItWholeAndUnderItsSignature() throws Exception {
        byte[] most = "x".repeat(ReceivingSatellite.TEXT_BYTES).getBytes(StandardCharsets.UTF_8);
        byte[] sealed = ground.seal(GroundSide.withData(1, NOW, "lamp.SHOW", most));
        assertThat(sealed).hasSizeLessThan(TelecommandReceiver.MAX_BYTES);
        TelecommandEnvelope good = TelecommandEnvelope.parseFrom(sealed);
        byte[] other = good.getContent().toByteArray();
        other[other.length - 1] ^= 1;
        assertThat(satellite.receiver.receive(good.toBuilder()
                        .setContent(ByteString.copyFrom(other))
                        .build()
                        .toByteArray()))
                .isEqualTo(Reason.BAD_MAC);
        assertThat(satellite.receiver.receive(sealed)).isEqualTo(Reason.NONE);
        satellite.cycle();
        assertThat(satellite.shown).isEqualTo("x".repeat(ReceivingSatellite.TEXT_BYTES));
        assertThat(satellite.receiver.receive(ground.seal(GroundSide.telecommand(2, NOW, "lamp.SHOW"))))
                .isEqualTo(Reason.NONE);
        satellite.cycle();
        assertThat(satellite.shown).as("nothing is left of the one before").isEmpty();
    }

    @Test
    @Tag("COM-030")
    void dataThatIsTooLongOrThatNobodyWantsIsRefused() {
        byte[] tooLong = new byte[ReceivingSatellite.TEXT_BYTES + 1];
        refuses(ground.seal(GroundSide.withData(1, NOW, "lamp.SHOW", tooLong)), Reason.DATA);
        assertThat(satellite.receiver.receive(ground.seal(GroundSide.withData(2, NOW, "lamp.NOOP", new byte[1]))))
                .isEqualTo(Reason.DATA);
    }

    @Test
    @Tag("COM-002")
    void tooLongIsOversizedAndNotReported() {
        refuses(new byte[TelecommandReceiver.MAX_BYTES + 1], Reason.OVERSIZED);
        assertThat(satellite.verdicts).isEmpty();
    }

    @Test
    @Tag("COM-002")
    void noiseIsMalformedAndNotReported() {
        refuses(new byte[] {1, 2, 3}, Reason.MALFORMED);
        assertThat(satellite.verdicts).isEmpty();
    }

    @Test
    @Tag("COM-002")
    void signedContentThatIsNoneIsMalformedAndReported() {
        refuses(ground.seal(lamp(1).setContent(ByteString.copyFrom(new byte[] {(byte) 0xff}))), Reason.MALFORMED);
        assertThat(satellite.verdicts).containsExactly("1 RECEIVED NONE", "1 REJECTED MALFORMED");
    }

    @Test
    @Tag("COM-002")
    void anotherSatelliteIsWrong() {
        refuses(ground.seal(lamp(1).setSatellite("test-2")), Reason.WRONG_SATELLITE);
    }

    @Test
    @Tag("COM-002")
    void aKeyThatNobodyKnowsIsUnknown() {
        refuses(ground.seal(lamp(1).setKeyId(GroundSide.KEY + 1)), Reason.UNKNOWN_KEY);
    }

    @Test
    @Tag("COM-002")
    void withoutMacOrSignatureItIsUnsigned() {
        refuses(lamp(1).build().toByteArray(), Reason.UNSIGNED);
        satellite.receiver.receive(ground.withMac(lamp(1)).build().toByteArray());
        satellite.receiver.receive(ground.withSignature(lamp(1)).build().toByteArray());
        assertThat(satellite.receiver.refused(Reason.UNSIGNED)).isEqualTo(3);
    }

    @Test
    @Tag("COM-002")
    void anyChangeOfWhatIsProtectedBreaksTheMac() throws Exception {
        TelecommandEnvelope good = TelecommandEnvelope.parseFrom(ground.seal(lamp(1)));
        byte[] otherSignature = good.getSignature().toByteArray();
        otherSignature[0] ^= 1;
        TelecommandEnvelope[] changed = {
            good.toBuilder().setCounter(2).build(),
            good.toBuilder().setNotBeforeUtcNanos(NOW - 1).build(),
            good.toBuilder().setNotAfterUtcNanos(Long.MAX_VALUE).build(),
            good.toBuilder().setExecuteAtUtcNanos(NOW + 1).build(),
            good.toBuilder().setContent(ByteString.EMPTY).build(),
            good.toBuilder().setSignature(ByteString.copyFrom(otherSignature)).build(),
        };
        for (TelecommandEnvelope telecommand : changed) {
            assertThat(satellite.receiver.receive(telecommand.toByteArray())).isEqualTo(Reason.BAD_MAC);
        }
        assertThat(satellite.receiver.receive(good.toByteArray())).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("COM-002")
    void theMacAloneIsNotEnough() {
        TelecommandEnvelope.Builder forged = lamp(1).setSignature(ByteString.copyFrom(new byte[64]));
        refuses(ground.withMac(forged).build().toByteArray(), Reason.BAD_SIGNATURE);
        assertThat(satellite.receiver.receive(ground.seal(lamp(1))))
                .as("a forged counter is not used up")
                .isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("COM-003")
    @Tag("B4")
    void theSameBytesAreReplayed() {
        byte[] telecommand = ground.seal(lamp(5));
        satellite.receiver.receive(telecommand);
        assertThat(satellite.receiver.receive(telecommand)).isEqualTo(Reason.REPLAYED);
        assertThat(satellite.receiver.receive(ground.seal(lamp(4)))).isEqualTo(Reason.REPLAYED);
        satellite.cycle();
        assertThat(satellite.lampsSet).isEqualTo(1);
    }

    @Test
    @Tag("COM-003")
    @Tag("B4")
    void aReplayIsStillOneAfterARestart() {
        byte[] telecommand = ground.seal(lamp(5));
        satellite.receiver.receive(telecommand);
        ReceivingSatellite restarted = new ReceivingSatellite(ground.satelliteSide(), storage);
        assertThat(restarted.receiver.receive(telecommand)).isEqualTo(Reason.REPLAYED);
        assertThat(restarted.receiver.receive(ground.seal(lamp(6)))).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("COM-003")
    @Tag("B4")
    void tenThousandCapturedTelecommandsAreAllReplaysAlsoAfterARestart() {
        List<byte[]> captured = new ArrayList<>();
        for (int counter = 1; counter <= CAPTURED; counter++) {
            byte[] telecommand = ground.seal(lamp(counter));
            captured.add(telecommand);
            assertThat(satellite.receiver.receive(telecommand)).isEqualTo(Reason.NONE);
            satellite.cycle();
        }
        assertThat(satellite.lampsSet).isEqualTo(CAPTURED);
        replay(satellite, captured);
        assertThat(satellite.lampsSet).isEqualTo(CAPTURED);
        ReceivingSatellite restarted = new ReceivingSatellite(ground.satelliteSide(), storage);
        replay(restarted, captured);
        assertThat(restarted.lampsSet).isZero();
    }

    private static void replay(ReceivingSatellite to, List<byte[]> captured) {
        for (int i = 0; i < REPLAYS; i++) {
            assertThat(to.receiver.receive(captured.get(i % captured.size()))).isEqualTo(Reason.REPLAYED);
        }
        to.cycle();
    }

    @Test
    @Tag("COM-003")
    @Tag("B4")
    void whatWasRefusedOnceCannotBeReplayedAtABetterTime() {
        byte[] early =
                ground.seal(lamp(1).setNotBeforeUtcNanos(NOW + HOUR_NANOS).setNotAfterUtcNanos(Long.MAX_VALUE));
        satellite.receiver.receive(early);
        satellite.clock().advance(2 * HOUR_NANOS);
        assertThat(satellite.receiver.receive(early)).isEqualTo(Reason.REPLAYED);
        ReceivingSatellite restarted = new ReceivingSatellite(ground.satelliteSide(), storage);
        assertThat(restarted.receiver.receive(early)).isEqualTo(Reason.REPLAYED);
    }

    @Test
    @Tag("COM-003")
    @Tag("B4")
    void withADamagedCounterNothingFromBeforeTheStartIsObeyed() {
        byte[] telecommand = ground.seal(lamp(5));
        satellite.receiver.receive(telecommand);
        storage.blobs().replaceAll((name, blob) -> new byte[] {1});
        ReceivingSatellite restarted = new ReceivingSatellite(ground.satelliteSide(), storage);
        restarted.clock().advance(1); // the boot comes after what was recorded
        assertThat(restarted.receiver.countersLost()).isTrue();
        assertThat(restarted.receiver.receive(ground.seal(lamp(5).setNotBeforeUtcNanos(NOW - 1))))
                .isEqualTo(Reason.REPLAYED);
        assertThat(restarted.receiver.receive(ground.seal(lamp(5)))).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("COM-002")
    void aWindowThatIsOverIsExpired() {
        satellite.clock().advance(HOUR_NANOS);
        refuses(ground.seal(lamp(1)), Reason.EXPIRED);
        assertThat(satellite.verdicts).containsExactly("1 RECEIVED NONE", "1 REJECTED EXPIRED");
    }

    @Test
    @Tag("COM-002")
    void aWindowThatHasNotBegunIsNotYetValid() {
        refuses(ground.seal(lamp(1).setNotBeforeUtcNanos(NOW + 1)), Reason.NOT_YET_VALID);
    }

    @Test
    @Tag("COM-002")
    void withoutTheTimeNothingIsValidYet() {
        satellite.clock().setUtcValid(false);
        refuses(ground.seal(lamp(1)), Reason.NOT_YET_VALID);
    }

    @Test
    @Tag("COM-002")
    void aNameThatNobodyDeclaredIsUnknown() {
        refuses(ground.seal(GroundSide.telecommand(1, NOW, "lamp.EAT")), Reason.UNKNOWN_COMMAND);
    }

    @Test
    @Tag("COM-002")
    void argumentsMustBeThoseThatAreDeclared() {
        byte[][] wrong = {
            ground.seal(GroundSide.telecommand(1, NOW, "lamp.SET")),
            ground.seal(GroundSide.telecommand(2, NOW, "lamp.SET", number("level", 1))),
            ground.seal(GroundSide.telecommand(3, NOW, "lamp.SET", number("level", 1), number("level", 1))),
            ground.seal(GroundSide.telecommand(4, NOW, "lamp.SET", number("level", 1), number("colour", 0))),
            ground.seal(GroundSide.telecommand(5, NOW, "lamp.SET", choice("level", "1"), choice("colour", "RED"))),
        };
        for (byte[] telecommand : wrong) {
            assertThat(satellite.receiver.receive(telecommand)).isEqualTo(Reason.WRONG_ARGUMENTS);
        }
    }

    @Test
    @Tag("COM-002")
    void aChoiceThatIsNoneIsOutOfRange() {
        satellite.receiver.receive(
                ground.seal(GroundSide.telecommand(1, NOW, "lamp.SET", number("level", 1), choice("colour", "BLUE"))));
        satellite.cycle();
        assertThat(satellite.log.reports()).hasSize(1);
        assertThat(satellite.log.reports().get(0).reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(satellite.lampsSet).isZero();
    }

    @Test
    @Tag("COM-002")
    void aFullMailboxRefusesTheNewcomer() {
        for (int i = 1; i <= CommandMailbox.CAPACITY; i++) {
            assertThat(satellite.receiver.receive(ground.seal(lamp(i)))).isEqualTo(Reason.NONE);
        }
        assertThat(satellite.receiver.receive(ground.seal(lamp(1000)))).isEqualTo(Reason.QUEUE_FULL);
        assertThat(satellite.dispatcher.mailbox().size()).isEqualTo(CommandMailbox.CAPACITY);
    }

    @Test
    @Tag("COM-003")
    @Tag("B4")
    void whatCannotBeRememberedIsNotExecuted() {
        storage.failWrites(true);
        refuses(ground.seal(lamp(1)), Reason.NOT_DURABLE);
        storage.failWrites(false);
        assertThat(satellite.receiver.receive(ground.seal(lamp(2)))).isEqualTo(Reason.NONE);
    }

    @Test
    @Tag("CORE-185")
    void whatComesTogetherIsMadeDurableTogetherBeforeAnyOfItIsHandedOver() {
        List<byte[]> together = List.of(
                ground.seal(lamp(1)),
                ground.seal(lamp(2)),
                ground.seal(lamp(2)), // the same once more
                ground.seal(GroundSide.telecommand(3, NOW, "lamp.UNKNOWN")),
                ground.seal(lamp(4)));
        satellite.receiver.receive(together);
        assertThat(satellite.receiver.handedOver()).isEqualTo(3);
        assertThat(satellite.receiver.refused(Reason.REPLAYED)).isEqualTo(1);
        assertThat(satellite.receiver.refused(Reason.UNKNOWN_COMMAND)).isEqualTo(1);
        assertThat(satellite.receiver.receive(together.get(3)))
                .as("used up, too")
                .isEqualTo(Reason.REPLAYED);
        assertThat(satellite.receiver.receive(ground.seal(lamp(5)))).isEqualTo(Reason.NONE);
    }
}
