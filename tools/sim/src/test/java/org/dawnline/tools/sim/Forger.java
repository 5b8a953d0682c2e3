package org.dawnline.tools.sim;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.dawnline.fsw.comms.TelecommandReceiver;
import org.dawnline.fsw.comms.proto.TelecommandArgument;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.tools.ground.GroundKeys;
import org.dawnline.tools.ground.SigningKey;

/**
 * Makes telecommands that are right but for one fault. Whichever check comes too late or not at all, what slips through changes
 * something that telemetry shows: each would answer a PING, set a parameter or stop a job.
 */
final class Forger {
    static final String SATELLITE = "ai1";
    private static final String OTHER_SATELLITE = "ai2";
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;
    private static final int UNKNOWN_FIELD = 100;

    private final GroundKeys keys;
    private final LongSupplier satelliteUtcNanos;
    private final SigningKey stranger = SigningKey.random();
    private final SigningKey thief;

    Forger(GroundKeys keys, LongSupplier satelliteUtcNanos) {
        this.keys = keys;
        this.satelliteUtcNanos = satelliteUtcNanos;
        thief = thiefOfTheMacKey(keys.key());
    }

    // Everything of the ground's key but the secret that signs.
    private SigningKey thiefOfTheMacKey(SigningKey victim) {
        String text = victim.text().strip();
        String own = stranger.text().strip();
        return SigningKey.parse(text.substring(0, text.lastIndexOf(' ')) + own.substring(own.lastIndexOf(' ')));
    }

    /** Bytes for which the satellite has exactly that reason to reject them. */
    byte[] rejectedAs(Reason reason) throws IOException {
        TelecommandEnvelope.Builder ping = telecommand(ping("echo"));
        long nowUtcNanos = satelliteUtcNanos.getAsLong();
        return switch (reason) {
            case MALFORMED -> cutOff(seal(ping));
            case OVERSIZED -> seal(telecommand(padded(ping("echo"))));
            case WRONG_SATELLITE -> seal(ping.setSatellite(OTHER_SATELLITE));
            case UNKNOWN_KEY -> stranger.seal(ping.setKeyId(stranger.id())).toByteArray();
            case UNSIGNED ->
                keys.key().seal(ping).toBuilder().clearSignature().build().toByteArray();
            case BAD_MAC -> stranger.seal(ping).toByteArray();
            case BAD_SIGNATURE -> thief.seal(ping).toByteArray();
            case EXPIRED -> seal(ping.setNotAfterUtcNanos(nowUtcNanos - MINUTE_NANOS));
            case NOT_YET_VALID -> seal(ping.setNotBeforeUtcNanos(nowUtcNanos + HOUR_NANOS));
            case UNKNOWN_COMMAND -> seal(telecommand(content("comms.PONG", number("echo", 1))));
            case WRONG_ARGUMENTS -> seal(telecommand(ping("eco")));
            case OUT_OF_RANGE ->
                seal(telecommand(content("parameters.SET", choice("parameter", "power.capW"), number("value", 2e5))));
            case WRONG_MODE -> seal(telecommand(content("compute.STOP_JOB", number("slot", 0))));
            case DATA ->
                seal(telecommand(content("core.NOOP").toBuilder()
                        .setData(ByteString.copyFromUtf8("unwanted"))
                        .build()));
            case NOT_ARMED -> seal(telecommand(content("parameters.RESET_ALL")));
            default -> throw new IllegalArgumentException("no telecommand is made for " + reason);
        };
    }

    /** A telecommand without fault that does nothing. */
    TelecommandEnvelope noop() throws IOException {
        return keys.key().seal(telecommand(content("core.NOOP")));
    }

    private byte[] seal(TelecommandEnvelope.Builder telecommand) {
        return keys.key().seal(telecommand).toByteArray();
    }

    private static byte[] cutOff(byte[] telecommand) {
        return Arrays.copyOf(telecommand, telecommand.length - 1);
    }

    // Readers skip fields that they don't know, so the length alone is wrong.
    private static TelecommandContent padded(TelecommandContent content) {
        ByteString padding = ByteString.copyFrom(new byte[TelecommandReceiver.MAX_BYTES]);
        UnknownFieldSet.Field field =
                UnknownFieldSet.Field.newBuilder().addLengthDelimited(padding).build();
        return content.toBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(UNKNOWN_FIELD, field)
                        .build())
                .build();
    }

    private TelecommandEnvelope.Builder telecommand(TelecommandContent content) throws IOException {
        long nowUtcNanos = satelliteUtcNanos.getAsLong();
        return TelecommandEnvelope.newBuilder()
                .setSatellite(SATELLITE)
                .setKeyId(keys.key().id())
                .setCounter(keys.nextCounter())
                .setNotBeforeUtcNanos(nowUtcNanos - HOUR_NANOS)
                .setNotAfterUtcNanos(nowUtcNanos + 2 * HOUR_NANOS)
                .setContent(content.toByteString());
    }

    private static TelecommandContent ping(String argument) {
        return content("comms.PING", number(argument, 1));
    }

    private static TelecommandContent content(String name, TelecommandArgument... arguments) {
        return TelecommandContent.newBuilder()
                .setName(name)
                .addAllArguments(Arrays.asList(arguments))
                .build();
    }

    private static TelecommandArgument number(String name, double value) {
        return TelecommandArgument.newBuilder().setName(name).setNumber(value).build();
    }

    private static TelecommandArgument choice(String name, String value) {
        return TelecommandArgument.newBuilder().setName(name).setChoice(value).build();
    }
}
