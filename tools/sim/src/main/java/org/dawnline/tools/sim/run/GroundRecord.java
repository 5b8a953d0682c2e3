package org.dawnline.tools.sim.run;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dawnline.fsw.comms.Topics;
import org.dawnline.fsw.comms.Topics.Topic;
import org.dawnline.fsw.comms.WireDictionary;
import org.dawnline.fsw.comms.proto.Frame;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.record.CrashRecord;
import org.dawnline.tools.ground.GroundDictionary;
import org.dawnline.tools.ground.LoopbackWire;
import org.dawnline.tools.ground.StoredBook;
import org.jspecify.annotations.Nullable;

/** What the ground has of a flight in the end: frames as they came and as they were played back, and what flight recorders have left. */
final class GroundRecord implements LoopbackWire.Listener {
    private static final double NANOS_PER_S = 1e9;

    private final Topics topics;
    private final TreeSet<Long> liveUtcNanos = new TreeSet<>();
    private List<String> framePaths = List.of();
    private @Nullable StoredBook stored;

    GroundRecord(Topics topics) {
        this.topics = topics;
    }

    // Every process of the flight software writes with the same dictionary.
    void use(Dictionary dictionary) {
        if (stored == null) {
            stored = new StoredBook(new GroundDictionary(WireDictionary.of(dictionary)));
            framePaths = dictionary.frames().stream()
                    .map(frame -> topics.frame(frame.name()).path())
                    .toList();
        }
    }

    @Override
    public void message(Topic heard, byte[] payload) {
        if (framePaths.contains(heard.path())) {
            try {
                liveUtcNanos.add(Frame.parseFrom(payload).getUtcNanos());
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("the satellite wrote a frame that cannot be read", e);
            }
        } else if (stored != null && heard.path().equals(topics.stored().path())) {
            stored.take(payload);
        }
    }

    /** Longest time between two frames, live or played back, in s; NaN when there are not two. */
    double longestGapS() {
        TreeSet<Long> all = new TreeSet<>(liveUtcNanos);
        if (stored != null) {
            stored.frames().forEach(frame -> all.add(frame.utcNanos()));
        }
        double longest = Double.NaN;
        Long before = null;
        for (Long utcNanos : all) {
            if (before != null) {
                longest = Math.max(Double.isNaN(longest) ? 0 : longest, (utcNanos - before) / NANOS_PER_S);
            }
            before = utcNanos;
        }
        return longest;
    }

    /** Time that the shortest of the flight recorders covers that were played back, in s; NaN when none was. */
    double recorderS() {
        double shortest = Double.NaN;
        for (byte[] bytes : stored == null ? List.<byte[]>of() : stored.crashRecords()) {
            CrashRecord record = CrashRecord.of(bytes);
            List<CrashRecord.Entry> entries = record == null ? new ArrayList<>() : record.entries();
            double covered = entries.isEmpty()
                    ? 0
                    : (entries.get(entries.size() - 1).utcNanos()
                                    - entries.get(0).utcNanos())
                            / NANOS_PER_S;
            shortest = Double.isNaN(shortest) ? covered : Math.min(shortest, covered);
        }
        return shortest;
    }
}
