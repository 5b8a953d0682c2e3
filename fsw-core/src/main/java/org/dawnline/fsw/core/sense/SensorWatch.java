package org.dawnline.fsw.core.sense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;

/**
 * Tells the ground which sensors of a component are suspect: one event when a sensor becomes suspect, one when it is believed again,
 * and their number in the channel {@code suspectSensors}. The arguments of both events are the sensor, the cause (entries of the
 * enumerations {@code <component>Sensor} and {@code <component>Doubt}), its reading and the value that is believed instead.
 */
public final class SensorWatch<E extends Enum<E> & EventType> {
    private static final List<String> DOUBTS =
            Arrays.stream(Doubt.values()).map(Doubt::name).toList();

    private final Events<E> events;
    private final E suspect;
    private final E back;
    private final Channel suspects;
    private final SensorGroup[] groups;
    private final boolean[][] reported;

    private SensorWatch(Events<E> events, E suspect, E back, Channel suspects, List<SensorGroup> watched) {
        this.events = events;
        this.suspect = suspect;
        this.back = back;
        this.suspects = suspects;
        groups = watched.toArray(SensorGroup[]::new);
        reported = new boolean[groups.length][];
        Arrays.setAll(reported, group -> new boolean[groups[group].count()]);
    }

    /** The sensors to be watched, by their names. */
    public static final class Roster {
        private final List<SensorGroup> groups = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        /** Adds a group, whose sensors are called {@code name} where it is one, else {@code name.0}, {@code name.1}... */
        public Roster add(String name, SensorGroup group) {
            groups.add(group);
            for (int i = 0; i < group.count(); i++) {
                names.add(group.count() == 1 ? name : name + "." + i);
            }
            return this;
        }

        /** Declares channel and enumerations and begins to watch. */
        public <E extends Enum<E> & EventType> SensorWatch<E> watch(Face face, Events<E> events, E suspect, E back) {
            face.enumeration(face.name() + "Sensor", names);
            face.enumeration(face.name() + "Doubt", DOUBTS);
            Channel suspects = face.channel("suspectSensors", Unit.COUNT, "sensors that are not believed");
            return new SensorWatch<>(events, suspect, back, suspects, groups);
        }
    }

    /** Reports what has changed since the last call. */
    public void report() {
        int sum = 0;
        int sensor = 0;
        for (int g = 0; g < groups.length; g++) {
            for (int i = 0; i < reported[g].length; i++) {
                boolean now = groups[g].doubt(i) != Doubt.NONE;
                if (now != reported[g][i]) {
                    raise(now ? suspect : back, sensor, groups[g], i);
                }
                reported[g][i] = now;
                sum += now ? 1 : 0;
                sensor++;
            }
        }
        suspects.set(sum);
    }

    private void raise(E event, int sensor, SensorGroup group, int i) {
        events.raise(event, sensor, group.doubt(i).ordinal(), group.reading(i), group.value());
    }
}
