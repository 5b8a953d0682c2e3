package org.dawnline.tools.sim;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dawnline.hal.VehicleProfile;

/**
 * Walks every object that flight software holds, field by field, up to the ports: objects of the simulator and of the bench, which
 * must come as an interface of flight or of the hardware layer.
 */
final class PortSearch {
    private static final List<String> OURS = List.of("org.dawnline.fsw.", "org.dawnline.app.", "org.dawnline.hal.");

    /** What archive and computer answer with: copies of records and names. */
    private static final Set<Class<?>> COPIES = Set.of(List.class, SortedMap.class);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private final Set<Class<?>> ports = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
    private final Set<VehicleProfile> profiles = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> leaks = new TreeSet<>();

    PortSearch(Object start) throws IllegalAccessException {
        meet(start, "the start");
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Object[] array) {
                Arrays.stream(array).forEach(one -> meet(one, "an array"));
            } else if (next instanceof Collection<?> collection) {
                collection.forEach(one -> meet(one, "a collection"));
            } else if (next instanceof Map<?, ?> map) {
                map.values().forEach(one -> meet(one, "a map"));
            } else {
                meetFields(next);
            }
        }
    }

    private void meetFields(Object holder) throws IllegalAccessException {
        for (Class<?> type = holder.getClass(); isOurs(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    meet(field.get(holder), field.toString());
                }
            }
        }
    }

    private void meet(Object value, String where) {
        if (value == null || !seen.add(value)) {
            return;
        }
        Class<?> type = value.getClass();
        if (value instanceof VehicleProfile profile) {
            profiles.add(profile);
        }
        if (isOurs(type) || value instanceof Object[] || value instanceof Collection<?> || value instanceof Map<?, ?>) {
            open.push(value);
        } else if (type.getName().startsWith("org.dawnline.")) {
            List<Class<?>> faces = interfaces(type).filter(PortSearch::isOurs).toList();
            ports.addAll(faces);
            if (faces.isEmpty()) {
                leaks.add(type.getName() + " in " + where);
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type != null && OURS.stream().anyMatch(type.getName()::startsWith);
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        Stream<Class<?>> own =
                Arrays.stream(type.getInterfaces()).flatMap(one -> Stream.concat(Stream.of(one), interfaces(one)));
        return type.getSuperclass() == null ? own : Stream.concat(own, interfaces(type.getSuperclass()));
    }

    /** Interfaces behind which flight holds objects that are not its own. */
    Set<Class<?>> ports() {
        return ports;
    }

    /** Profiles that flight holds. */
    Set<VehicleProfile> profiles() {
        return profiles;
    }

    /** Objects of others that flight holds without such an interface. */
    Set<String> leaks() {
        return leaks;
    }

    /** Methods of a port that answer with something one could climb up on: neither plain data nor another such interface. */
    static List<String> climbable(Class<?> port) {
        return Arrays.stream(port.getMethods())
                .filter(method -> !plain(method.getReturnType()))
                .map(Method::toString)
                .toList();
    }

    private static boolean plain(Class<?> type) {
        return type.isPrimitive()
                || type == String.class
                || type == byte[].class
                || type.isEnum()
                || (type.isInterface() && isOurs(type))
                || (type.isRecord() && isOurs(type))
                || COPIES.contains(type);
    }
}
