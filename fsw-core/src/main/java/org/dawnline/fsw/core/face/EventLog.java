package org.dawnline.fsw.core.face;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the events of one cycle in a preallocated buffer. Each event and each component may raise so many at once and so many a
 * second after that, see {@link EventThrottles}; what is more is suppressed and counted, and so is what does not fit. What is
 * {@link Severity#WARNING_HI} or worse is held back by its own throttle only, and finds room when all others are crowded out.
 */
public final class EventLog {
    /** Events that one cycle can hold. */
    public static final int CAPACITY = 512;

    /** Room that is kept for WARNING_HI and worse. */
    static final int KEPT_FOR_SEVERE = 128;

    /** Room that is kept for FATAL. */
    static final int KEPT_FOR_FATAL = 32;

    private static final int ARGUMENTS = 4;

    private final List<EventDeclaration> declarations = new ArrayList<>();
    private final List<String> components = new ArrayList<>();
    private final List<Channel> suppressedChannels = new ArrayList<>();
    private final List<Integer> componentOfSlot = new ArrayList<>();
    private final int[] slots = new int[CAPACITY];
    private final double[] arguments = new double[CAPACITY * ARGUMENTS];
    private int count;
    private TokenBuckets eventBuckets = new TokenBuckets(0, 0, 0);
    private TokenBuckets componentBuckets = new TokenBuckets(0, 0, 0);
    private int[] componentOf = new int[0];
    private boolean[] severe = new boolean[0];
    private int[] roomFor = new int[0];
    private int[] idOfSlot = new int[0];
    private int[] slotOfId = new int[0];
    private long[] raised = new long[0];
    private long[] suppressedOf = new long[0];
    private long nowNanos;
    private boolean clockSeen;
    private long suppressed;
    private long dropped;

    EventLog() {}

    /** Takes events of a component; {@code suppressedChannel} will tell how many of its events were held back. */
    int declare(String component, List<EventDeclaration> events, Channel suppressedChannel) {
        int first = declarations.size();
        components.add(component);
        suppressedChannels.add(suppressedChannel);
        declarations.addAll(events);
        events.forEach(event -> componentOfSlot.add(components.size() - 1));
        return first;
    }

    /** Takes more events of a component that has declared some already. */
    int declareMore(String component, List<EventDeclaration> events) {
        int first = declarations.size();
        declarations.addAll(events);
        events.forEach(event -> componentOfSlot.add(components.indexOf(component)));
        return first;
    }

    boolean knows(String component) {
        return components.contains(component);
    }

    List<EventDeclaration> declarations() {
        return declarations;
    }

    /** Fixes the numbers under which events are reported: {@code ids[slot]} is the position in the dictionary. */
    void seal(int[] ids) {
        int slotCount = ids.length;
        idOfSlot = ids.clone();
        slotOfId = new int[slotCount];
        raised = new long[slotCount];
        severe = new boolean[slotCount];
        roomFor = new int[slotCount];
        componentOf = componentOfSlot.stream().mapToInt(Integer::intValue).toArray();
        suppressedOf = new long[components.size()];
        for (int slot = 0; slot < slotCount; slot++) {
            slotOfId[ids[slot]] = slot;
            Severity severity = declarations.get(slot).severity();
            severe[slot] = severity.compareTo(Severity.WARNING_HI) <= 0;
            roomFor[slot] = severity == Severity.FATAL
                    ? CAPACITY
                    : CAPACITY - KEPT_FOR_FATAL - (severe[slot] ? 0 : KEPT_FOR_SEVERE);
        }
        eventBuckets = new TokenBuckets(slotCount, EventThrottles.EVENTS_PER_S, EventThrottles.EVENT_BURST);
        componentBuckets =
                new TokenBuckets(components.size(), EventThrottles.COMPONENT_PER_S, EventThrottles.COMPONENT_BURST);
    }

    /** New throttles, as they are unless a table says otherwise; on any thread. */
    public EventThrottles throttles() {
        return new EventThrottles(declarations, components);
    }

    /** Puts throttles in force; nobody may change them after that. */
    public void use(EventThrottles throttles) {
        eventBuckets.configure(throttles.eventPerS, throttles.eventBurst);
        componentBuckets.configure(throttles.componentPerS, throttles.componentBurst);
    }

    /** Tells the time of the cycle that begins. */
    public void beginCycle(long nanos) {
        if (!clockSeen) {
            clockSeen = true;
            eventBuckets.begin(nanos);
            componentBuckets.begin(nanos);
        }
        nowNanos = nanos;
    }

    void raise(int slot, double a, double b, double c, double d) {
        if (slot >= raised.length) {
            throw new IllegalStateException("event raised before the dictionary was sealed");
        }
        raised[slot]++;
        if (!passes(slot)) {
            suppressed++;
            suppressedOf[componentOf[slot]]++;
            return;
        }
        if (count >= roomFor[slot]) {
            dropped++;
            return;
        }
        slots[count] = slot;
        int base = count * ARGUMENTS;
        arguments[base] = a;
        arguments[base + 1] = b;
        arguments[base + 2] = c;
        arguments[base + 3] = d;
        count++;
    }

    private boolean passes(int slot) {
        long nanos = clockSeen ? nowNanos : 0;
        if (!eventBuckets.has(slot, nanos)) {
            return false;
        }
        if (!severe[slot]) {
            int component = componentOf[slot];
            if (!componentBuckets.has(component, nanos)) {
                return false;
            }
            componentBuckets.take(component);
        }
        eventBuckets.take(slot);
        return true;
    }

    /** Events collected since the last {@link #clear()}. */
    public int count() {
        return count;
    }

    /** Position in the dictionary of the i-th collected event. */
    public int id(int i) {
        return idOfSlot[slots[i]];
    }

    /** Argument 0..3 of the i-th collected event; NaN when there is none. */
    public double argument(int i, int position) {
        return arguments[i * ARGUMENTS + position];
    }

    /** How often the event at that position in the dictionary was raised since start, whether it passed or not. */
    public long raised(int id) {
        return raised[slotOfId[id]];
    }

    /** Forgets what was collected. */
    public void clear() {
        count = 0;
    }

    /** Copies the counts of suppressed events to their channels, one a component. */
    public void publish() {
        for (int i = 0; i < suppressedOf.length; i++) {
            suppressedChannels.get(i).set(suppressedOf[i]);
        }
    }

    void resetSuppressed(String component) {
        suppressedOf[components.indexOf(component)] = 0;
    }

    /** Events held back by their throttle or that of their component. */
    public long suppressed() {
        return suppressed;
    }

    /** Events lost because a cycle raised more than it can hold. */
    public long dropped() {
        return dropped;
    }
}
