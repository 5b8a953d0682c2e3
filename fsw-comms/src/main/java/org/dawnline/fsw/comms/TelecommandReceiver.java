package org.dawnline.fsw.comms;

import com.google.protobuf.InvalidProtocolBufferException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.dawnline.fsw.comms.proto.TelecommandArgument;
import org.dawnline.fsw.comms.proto.TelecommandContent;
import org.dawnline.fsw.comms.proto.TelecommandEnvelope;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.command.CommandMailbox;
import org.dawnline.fsw.core.command.Reason;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.command.Telecommand;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.guard.GuardedMemory;
import org.dawnline.fsw.core.store.DurableCommandJournal;
import org.dawnline.hal.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only telecommands that the ground has made for this satellite, each once. Checks run from cheap to dear, so that a
 * flood of forgeries or replays never reaches the signature; each has its own reason and counter. Nothing that comes in makes
 * it throw. May be called from any thread.
 */
public final class TelecommandReceiver {
    /** Longest telecommand taken, in bytes. */
    public static final int MAX_BYTES = 4096;

    /** A thousand words are read within a second and a half at the pace of the communication thread. */
    private static final int WORDS_PER_SCRUB = 8;

    /** A telecommand that the ground has given, and what is against it; its counter is not durable yet. */
    private record Judged(CommandJournal.Open id, TelecommandEnvelope envelope, Reason reason) {}

    /** Hears what became of each telecommand; called under the receiver's lock, so it must be quick. */
    interface Verdicts {
        /**
         * A telecommand has reached a stage.
         *
         * @param proved whether the signature was right; if not, key and counter are only what the telecommand claims
         */
        void verdict(int keyId, long counter, Stage stage, Reason reason, boolean proved);
    }

    private final String satellite;
    private final GuardedMemory memory;
    private final GuardedKeys keys;
    private final CommandJournal journal;
    private final boolean countersLost;
    private final boolean archiveCut;
    private final Clock clock;
    private final CommandMailbox mailbox;
    private final AtomicLongArray refused = new AtomicLongArray(Reason.values().length);
    private final AtomicLong handedOver = new AtomicLong();
    private final double[] values = new double[CommandDeclaration.MAX_ARGUMENTS];
    private final SortedMap<String, Integer> numbers = new TreeMap<>();
    private final Mac mac;
    private final Signature verifier;
    private @Nullable Dictionary dictionary;
    private final List<Judged> judged = new ArrayList<>();
    private final SortedMap<Integer, Long> lastJudged = new TreeMap<>();
    private int claimed;
    private Verdicts verdicts = (keyId, counter, stage, reason, proved) -> {};
    private long aliveSinceUtcNanos = Long.MAX_VALUE;

    /** A receiver with guarded memory of its own, see the other constructor. */
    public TelecommandReceiver(
            String satellite, KeyRing keys, CommandJournal journal, Clock clock, CommandMailbox mailbox) {
        this(satellite, keys, new GuardedMemory(), journal, clock, mailbox);
    }

    /**
     * Before {@link #begin}, every telecommand is unknown.
     *
     * @param satellite name of this satellite
     * @param keys who may command it
     * @param memory where the keys are guarded; this receiver scrubs it
     * @param journal which counters are used up, and which telecommands have no end yet
     * @param clock where the time of validity comes from
     * @param mailbox where telecommands go; this receiver must be its only producer
     */
    public TelecommandReceiver(
            String satellite,
            KeyRing keys,
            GuardedMemory memory,
            CommandJournal journal,
            Clock clock,
            CommandMailbox mailbox) {
        this.satellite = satellite;
        this.memory = memory;
        this.keys = new GuardedKeys(keys, memory);
        this.journal = journal;
        countersLost = journal.countersLost();
        archiveCut = journal.endLost();
        this.clock = clock;
        this.mailbox = mailbox;
        try {
            mac = Mac.getInstance(KeyRing.MAC_ALGORITHM);
            verifier = Signature.getInstance(KeyRing.SIGNATURE_ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime since 15 has HmacSHA256 and Ed25519", e);
        }
        noteTime();
    }

    /** Memory for the words that a receiver and its journal guard, beside those of the executive. */
    public static GuardedMemory memoryBeside(GuardedMemory executives) {
        return executives.beside(List.of(GuardedKeys.OWNER, DurableCommandJournal.GUARDED));
    }

    /** Reads some of the guarded words, so that flipped bits are repaired before two meet. */
    synchronized void scrub() {
        memory.scrub(WORDS_PER_SCRUB);
    }

    /** Takes the sealed dictionary and who is to hear the verdicts. */
    synchronized void begin(Dictionary sealed, Verdicts listener) {
        dictionary = sealed;
        verdicts = listener;
        memory.scrubAll();
        List<CommandDeclaration> commands = sealed.commands();
        for (int i = 0; i < commands.size(); i++) {
            numbers.put(commands.get(i).name(), i);
        }
    }

    /** Telecommands refused for that reason since start. */
    public long refused(Reason reason) {
        return refused.get(reason.ordinal());
    }

    /** Telecommands handed to the executive since start. */
    public long handedOver() {
        return handedOver.get();
    }

    /** Whether the used counters were lost in the last restart; then nothing issued before that is obeyed. */
    public boolean countersLost() {
        return countersLost;
    }

    /** Whether the archive has lost its last changes in the last restart. */
    public boolean archiveCut() {
        return archiveCut;
    }

    CommandJournal journal() {
        return journal;
    }

    /** Judges the bytes of one telecommand and hands it to the executive, or says why not; {@link Reason#NONE} is success. */
    public synchronized Reason receive(byte[] bytes) {
        Reason reason = judge(bytes);
        return commit() || reason != Reason.NONE ? reason : Reason.NOT_DURABLE;
    }

    /** The same for several in their order, which become durable together. */
    public synchronized void receive(List<byte[]> telecommands) {
        telecommands.forEach(this::judge);
        commit();
    }

    private Reason judge(byte[] bytes) {
        noteTime();
        if (bytes.length > MAX_BYTES) {
            return count(Reason.OVERSIZED);
        }
        TelecommandEnvelope envelope;
        try {
            envelope = TelecommandEnvelope.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return count(Reason.MALFORMED);
        }
        Reason doubt = doubt(envelope);
        if (doubt != Reason.NONE) {
            verdicts.verdict(envelope.getKeyId(), envelope.getCounter(), Stage.REJECTED, doubt, false);
            return count(doubt);
        }
        return decide(envelope);
    }

    private void noteTime() {
        if (aliveSinceUtcNanos == Long.MAX_VALUE && clock.utcValid()) {
            aliveSinceUtcNanos = clock.utcNanos();
        }
    }

    private Reason count(Reason reason) {
        refused.incrementAndGet(reason.ordinal());
        return reason;
    }

    /** Why the telecommand may not come from the ground, or may have come before. */
    private Reason doubt(TelecommandEnvelope envelope) {
        if (!envelope.getSatellite().equals(satellite)) {
            return Reason.WRONG_SATELLITE;
        }
        int key = keys.find(envelope.getKeyId());
        if (key == GuardedKeys.NONE) {
            return Reason.UNKNOWN_KEY;
        }
        if (envelope.getMac().size() != KeyRing.MAC_BYTES
                || envelope.getSignature().size() != KeyRing.SIGNATURE_BYTES) {
            return Reason.UNSIGNED;
        }
        if (!macRight(envelope, key)) {
            return Reason.BAD_MAC;
        }
        if (mayBeReplay(envelope)) {
            return Reason.REPLAYED;
        }
        return signatureRight(envelope, key) ? Reason.NONE : Reason.BAD_SIGNATURE;
    }

    // MessageDigest.isEqual takes the same time wherever the first difference is.
    private boolean macRight(TelecommandEnvelope envelope, int key) {
        SecretKey macKey = keys.macKey(key);
        if (macKey == null) {
            return false;
        }
        try {
            mac.init(macKey);
            byte[] expected = mac.doFinal(CanonicalTelecommand.authenticatedBytes(envelope));
            return MessageDigest.isEqual(expected, envelope.getMac().toByteArray());
        } catch (InvalidKeyException e) {
            return false;
        }
    }

    private boolean mayBeReplay(TelecommandEnvelope envelope) {
        return envelope.getCounter() <= lastCounter(envelope.getKeyId())
                || envelope.getCounter() <= lastJudged.getOrDefault(envelope.getKeyId(), 0L)
                || (countersLost && envelope.getNotBeforeUtcNanos() < aliveSinceUtcNanos);
    }

    private long lastCounter(int keyId) {
        synchronized (journal) {
            return journal.lastCounter(keyId);
        }
    }

    private boolean open(List<CommandJournal.Open> commands) {
        synchronized (journal) {
            return journal.open(commands);
        }
    }

    private boolean signatureRight(TelecommandEnvelope envelope, int key) {
        PublicKey publicKey = keys.publicKey(key);
        if (publicKey == null) {
            return false;
        }
        try {
            verifier.initVerify(publicKey);
            verifier.update(CanonicalTelecommand.signedBytes(envelope));
            return verifier.verify(envelope.getSignature().toByteArray());
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        }
    }

    // From here on the ground has said it. Its counter is used up whatever follows: what was refused once cannot
    // be replayed at a better time.
    private Reason decide(TelecommandEnvelope envelope) {
        int keyId = envelope.getKeyId();
        long counter = envelope.getCounter();
        verdicts.verdict(keyId, counter, Stage.RECEIVED, Reason.NONE, true);
        Reason reason = window(envelope);
        if (reason == Reason.NONE) {
            reason = fill(envelope);
        }
        lastJudged.put(keyId, counter);
        judged.add(new Judged(new CommandJournal.Open(keyId, counter), envelope, reason));
        claimed += reason == Reason.NONE ? 1 : 0;
        return reason;
    }

    // Nobody hears that a telecommand was refused, and the executive has none, before their counters are durable.
    private boolean commit() {
        if (judged.isEmpty()) {
            return true;
        }
        boolean durable = open(judged.stream().map(Judged::id).toList());
        for (Judged one : judged) {
            Reason reason = one.reason() == Reason.NONE && !durable ? Reason.NOT_DURABLE : one.reason();
            if (reason == Reason.NONE) {
                mailbox.publish();
                handedOver.incrementAndGet();
            } else {
                verdicts.verdict(one.id().keyId(), one.id().counter(), Stage.REJECTED, reason, true);
                countForItsComponent(one.envelope());
                count(reason);
            }
        }
        judged.clear();
        lastJudged.clear();
        claimed = 0;
        return durable;
    }

    // Forgeries are nobody's; what the ground has sent is for a component as soon as its name can be read.
    private void countForItsComponent(TelecommandEnvelope envelope) {
        try {
            Integer number = numbers.get(
                    TelecommandContent.parseFrom(envelope.getContent()).getName());
            if (number != null && dictionary != null) {
                dictionary.commands().get(number).counts().refuseOnTheWay();
            }
        } catch (InvalidProtocolBufferException e) {
            // It has no name: the count by reason has it.
        }
    }

    private Reason window(TelecommandEnvelope envelope) {
        long nowUtcNanos = clock.utcNanos();
        if (!clock.utcValid() || nowUtcNanos < envelope.getNotBeforeUtcNanos()) {
            return Reason.NOT_YET_VALID;
        }
        return nowUtcNanos > envelope.getNotAfterUtcNanos() ? Reason.EXPIRED : Reason.NONE;
    }

    private Reason fill(TelecommandEnvelope envelope) {
        TelecommandContent content;
        try {
            content = TelecommandContent.parseFrom(envelope.getContent());
        } catch (InvalidProtocolBufferException e) {
            return Reason.MALFORMED;
        }
        Integer number = numbers.get(content.getName());
        if (number == null || dictionary == null) {
            return Reason.UNKNOWN_COMMAND;
        }
        CommandDeclaration declaration = dictionary.commands().get(number);
        List<Argument> declared = declaration.arguments();
        if (!takeArguments(declared, content.getArgumentsList(), dictionary)) {
            return Reason.WRONG_ARGUMENTS;
        }
        if (content.getData().size() > declaration.terms().maxDataBytes()) {
            return Reason.DATA;
        }
        Telecommand slot = mailbox.claim(declaration.terms().urgent(), claimed);
        if (slot == null) {
            return Reason.QUEUE_FULL;
        }
        slot.fill(
                envelope.getKeyId(),
                envelope.getCounter(),
                number,
                envelope.getExecuteAtUtcNanos(),
                envelope.getNotAfterUtcNanos());
        for (int i = 0; i < declared.size(); i++) {
            slot.addArgument(values[i]);
        }
        slot.putData(content.getData().toByteArray(), content.getData().size());
        slot.putNonce(content.getNonce());
        return Reason.NONE;
    }

    // Each declared argument exactly once, in any order. A choice that the enumeration lacks becomes -1, which is out
    // of range.
    private boolean takeArguments(List<Argument> declared, List<TelecommandArgument> given, Dictionary names) {
        if (given.size() != declared.size()) {
            return false;
        }
        for (int i = 0; i < declared.size(); i++) {
            Argument argument = declared.get(i);
            TelecommandArgument match = find(argument.name(), given);
            boolean wantsChoice = !argument.choices().isEmpty();
            if (match == null || wantsChoice != match.hasChoice() || wantsChoice == match.hasNumber()) {
                return false;
            }
            values[i] =
                    wantsChoice ? names.enumeration(argument.choices()).indexOf(match.getChoice()) : match.getNumber();
        }
        return true;
    }

    private static @Nullable TelecommandArgument find(String name, List<TelecommandArgument> given) {
        for (TelecommandArgument argument : given) {
            if (argument.getName().equals(name)) {
                return argument;
            }
        }
        return null;
    }
}
