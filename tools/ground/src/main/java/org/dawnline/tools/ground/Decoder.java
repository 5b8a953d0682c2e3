package org.dawnline.tools.ground;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.comms.MessageSeal;
import org.dawnline.fsw.comms.PackedEvents;
import org.dawnline.fsw.comms.SentEvent;
import org.dawnline.fsw.comms.proto.ChannelEntry;
import org.dawnline.fsw.comms.proto.EventEntry;
import org.dawnline.fsw.comms.proto.Events;
import org.dawnline.fsw.comms.proto.Frame;
import org.dawnline.fsw.comms.proto.FrameEntry;
import org.dawnline.fsw.comms.proto.HousekeepingReport;
import org.dawnline.fsw.comms.proto.VerificationReport;
import org.dawnline.fsw.comms.proto.VerificationReports;
import org.dawnline.fsw.comms.proto.VersionReport;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a satellite sends. Messages that come twice are read once; messages that are missing in a row are counted. What
 * was written with another dictionary is refused, never guessed.
 */
final class Decoder {
    private static final String REPORTS = "report";
    private static final String EVENTS = "event";
    private static final String SETS = "set";
    private static final int MOST_BOOTS = 64;

    private final GroundDictionary dictionary;
    /** Highest sequence seen, by kind and boot. */
    private final Map<String, SortedMap<Long, Long>> seen;

    private final Gaps gaps;
    private final RowNames names;

    /** Counts what is missing. */
    static final class Gaps {
        private long missing;

        long missing() {
            return missing;
        }
    }

    Decoder(GroundDictionary dictionary) {
        this(dictionary, new TreeMap<>(), new Gaps(), new RowNames());
    }

    private Decoder(GroundDictionary dictionary, Map<String, SortedMap<Long, Long>> seen, Gaps gaps, RowNames names) {
        this.dictionary = dictionary;
        this.seen = seen;
        this.gaps = gaps;
        this.names = names;
    }

    /** The same memory of what was seen, with another dictionary. */
    Decoder with(GroundDictionary newer) {
        return new Decoder(newer, seen, gaps, names);
    }

    /** Takes the names of what the tables on board hold. */
    void names(VersionReport report) {
        names.hear(report);
    }

    GroundDictionary dictionary() {
        return dictionary;
    }

    long missing() {
        return gaps.missing();
    }

    TelemetryFrame frame(byte[] payload, boolean retained) throws UnreadableException {
        requireIntact(payload);
        Frame frame = parse(() -> Frame.parseFrom(payload));
        check(frame.getDictionaryChecksum());
        return frame(frame.getNumber(), frame.getValuesList(), frame.getCycle(), frame.getUtcNanos(), retained);
    }

    /** A frame of that number, live or played back, by the dictionary at hand. */
    TelemetryFrame frame(int number, List<Double> numbers, long cycle, long utcNanos, boolean retained)
            throws UnreadableException {
        List<FrameEntry> frames = dictionary.message().getFramesList();
        if (number < 0 || number >= frames.size()) {
            throw new UnreadableException("frame " + number + " is not in the dictionary");
        }
        FrameEntry entry = frames.get(number);
        if (entry.getChannelsCount() != numbers.size()) {
            throw new UnreadableException("frame " + entry.getName() + " has " + numbers.size() + " values, expected "
                    + entry.getChannelsCount());
        }
        List<ChannelValue> values = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            values.add(value(entry.getChannels(i), numbers.get(i), utcNanos, false));
        }
        return new TelemetryFrame(entry.getName(), cycle, utcNanos, retained, values);
    }

    private static ChannelValue value(ChannelEntry channel, double value, long utcNanos, boolean stale) {
        boolean state = value >= 0 && value < channel.getStatesCount();
        return new ChannelValue(
                channel.getName(),
                value,
                channel.getUnit(),
                state ? channel.getStates((int) value) : "",
                utcNanos,
                stale);
    }

    /** A report of a housekeeping set as a frame, or null if it has been read before. */
    @Nullable
    TelemetryFrame set(byte[] payload) throws UnreadableException {
        requireIntact(payload);
        HousekeepingReport report = parse(() -> HousekeepingReport.parseFrom(payload));
        check(report.getDictionaryChecksum());
        if (report.getChannelsCount() != report.getValuesCount()) {
            throw new UnreadableException("set " + report.getSet() + " has " + report.getValuesCount() + " values of "
                    + report.getChannelsCount() + " channels");
        }
        if (!isNew(SETS, report.getBoot(), report.getSequence())) {
            return null;
        }
        List<String> names = dictionary.channelNames();
        List<ChannelValue> values = new ArrayList<>(report.getValuesCount());
        for (int i = 0; i < report.getValuesCount(); i++) {
            ChannelEntry channel = entry(names, report.getChannels(i), report.getSet());
            boolean stale = report.getStaleList().contains(i);
            values.add(value(channel, report.getValues(i), report.getUtcNanos(), stale));
        }
        return new TelemetryFrame(setName(report.getSet()), report.getCycle(), report.getUtcNanos(), false, values);
    }

    private ChannelEntry entry(List<String> names, int number, int set) throws UnreadableException {
        ChannelEntry channel = number < 0 || number >= names.size() ? null : dictionary.channel(names.get(number));
        if (channel == null) {
            throw new UnreadableException("set " + set + " has channel " + number + ", not in the dictionary");
        }
        return channel;
    }

    /** Name of the frame that carries a housekeeping set. */
    static String setName(int set) {
        return "set " + set;
    }

    /** The events of a message; none if it has been read before. */
    List<EventLine> events(byte[] payload) throws UnreadableException {
        requireIntact(payload);
        Events events = parse(() -> Events.parseFrom(payload));
        check(events.getDictionaryChecksum());
        List<EventLine> lines = new ArrayList<>();
        if (isNew(EVENTS, events.getBoot(), events.getSequence())) {
            for (SentEvent event : parse(() -> PackedEvents.unpack(events))) {
                TableRows rows = names.at(events.getBoot(), event.utcNanos());
                lines.add(event(event.id(), event.arguments(), event.cycle(), event.utcNanos(), rows));
            }
        }
        return lines;
    }

    /** An event that was played back, told as when it was raised. */
    EventLine storedEvent(int id, List<Double> arguments, long cycle, long utcNanos) throws UnreadableException {
        if (id < 0 || id >= dictionary.message().getEventsCount()) {
            throw new UnreadableException("event " + id + " is not in the dictionary");
        }
        return event(id, arguments, cycle, utcNanos, names.stored(cycle, utcNanos));
    }

    private EventLine event(int id, List<Double> arguments, long cycle, long utcNanos, TableRows rows) {
        boolean known = id >= 0 && id < dictionary.message().getEventsCount();
        EventEntry entry = known ? dictionary.message().getEvents(id) : EventEntry.getDefaultInstance();
        return new EventLine(
                entry.getName(), entry.getSeverity(), dictionary.eventText(id, arguments, rows), cycle, utcNanos);
    }

    /** The reports of a message; none if it has been read before. */
    List<VerificationReport> reports(byte[] payload) throws UnreadableException {
        requireIntact(payload);
        VerificationReports reports = parse(() -> VerificationReports.parseFrom(payload));
        return isNew(REPORTS, reports.getBoot(), reports.getSequence()) ? reports.getReportsList() : List.of();
    }

    // The satellite sends in order and, after a broken connection, again from the first that was not acknowledged.
    private boolean isNew(String kind, long boot, long sequence) {
        SortedMap<Long, Long> boots = seen.computeIfAbsent(kind, key -> new TreeMap<>());
        long last = boots.getOrDefault(boot, 0L);
        if (sequence <= last) {
            return false;
        }
        if (last > 0) {
            gaps.missing += sequence - last - 1;
        }
        boots.put(boot, sequence);
        if (boots.size() > MOST_BOOTS) {
            boots.remove(boots.firstKey());
        }
        return true;
    }

    /** Refuses a message in which bits have flipped on the way. */
    static void requireIntact(byte[] payload) throws UnreadableException {
        if (!MessageSeal.intact(payload)) {
            throw new UnreadableException("damaged on the way: its seal does not fit");
        }
    }

    /** Refuses what was written with another dictionary. */
    void check(long checksum) throws UnreadableException {
        if (checksum != dictionary.checksum()) {
            throw new UnreadableException(String.format(
                    "written with dictionary %016x, but the one at hand is %016x", checksum, dictionary.checksum()));
        }
    }

    private interface Parser<T> {
        T parse() throws InvalidProtocolBufferException;
    }

    private static <T> T parse(Parser<T> parser) throws UnreadableException {
        try {
            return parser.parse();
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableException("not a message of this kind: " + e.getMessage());
        }
    }

    /** A message cannot be read; the message of this exception says why. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
