package org.dawnline.tools.sim.run;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dawnline.sim.radiation.UpsetTarget;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the flight software as a particle finds it: every number and truth value in a field that can change, and every
 * element of an array of those, in all objects of {@code org.dawnline.fsw} and {@code org.dawnline.app} that hang together with the
 * spacecraft. Not reached are final fields (configuration), what is inside classes of the JDK (strings, boxed numbers, atomic
 * counters, keys), generated message classes, static tables and the heap's own bookkeeping.
 */
public final class FlightMemory implements UpsetTarget {
    private static final List<String> FLIGHT = List.of("org.dawnline.fsw.", "org.dawnline.app.");
    private static final String GENERATED = ".proto.";

    private final Supplier<@Nullable Object> root;
    private String lastHit = "";

    /** A place with so many bits. */
    private record Cell(Object owner, @Nullable Field field, long bits) {}

    /** The memory below an object, which may be another one after a restart; null while no process runs. */
    public FlightMemory(Supplier<@Nullable Object> root) {
        this.root = root;
    }

    @Override
    public boolean flip(double luck) {
        List<Cell> cells = cells();
        long bits = cells.stream().mapToLong(Cell::bits).sum();
        if (bits == 0) {
            return false;
        }
        long bit = (long) (luck * bits);
        for (Cell cell : cells) {
            if (bit < cell.bits()) {
                flip(cell, bit);
                return true;
            }
            bit -= cell.bits();
        }
        return false;
    }

    /** Where the last flip was: class, field or element, and bit; empty before the first. */
    String lastHit() {
        return lastHit;
    }

    /** Bits that can be hit, by the class that they belong to. */
    SortedMap<String, Long> census() {
        SortedMap<String, Long> bits = new TreeMap<>();
        for (Cell cell : cells()) {
            bits.merge(cell.owner().getClass().getTypeName(), cell.bits(), Long::sum);
        }
        return bits;
    }

    /**
     * Flips one bit in the n-th of the fields that can change in each object of one class, in the order of their names.
     *
     * @return objects that were hit
     */
    int flipInEach(String className, int field, int bit) {
        IdentityHashMap<Object, Integer> fieldsSeen = new IdentityHashMap<>();
        int hits = 0;
        for (Cell cell : cells()) {
            Field place = cell.field();
            if (place != null && place.getDeclaringClass().getName().equals(className)) {
                int number = fieldsSeen.merge(cell.owner(), 1, Integer::sum) - 1;
                if (number == field) {
                    flip(cell, bit);
                    hits++;
                }
            }
        }
        return hits;
    }

    private void flip(Cell cell, long bit) {
        Field field = cell.field();
        if (field == null) {
            int width = width(cell.owner().getClass().getComponentType());
            int index = (int) (bit / width);
            lastHit = cell.owner().getClass().getTypeName() + " element " + index + " bit " + bit % width;
            Array.set(cell.owner(), index, flipped(Array.get(cell.owner(), index), (int) (bit % width)));
            return;
        }
        lastHit = field.getDeclaringClass().getName() + "." + field.getName() + " bit " + bit;
        try {
            field.set(cell.owner(), flipped(field.get(cell.owner()), (int) bit));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field that was opened is closed: " + lastHit, e);
        }
    }

    private static Object flipped(Object value, int bit) {
        if (value instanceof Double number) {
            return Double.longBitsToDouble(Double.doubleToRawLongBits(number) ^ 1L << bit);
        }
        if (value instanceof Float number) {
            return Float.intBitsToFloat(Float.floatToRawIntBits(number) ^ 1 << bit);
        }
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof Character letter) {
            return (char) (letter ^ 1 << bit);
        }
        long number = ((Number) value).longValue() ^ 1L << bit;
        if (value instanceof Long) {
            return number;
        }
        if (value instanceof Integer) {
            return (int) number;
        }
        return value instanceof Short ? (Object) (short) number : (Object) (byte) number;
    }

    private static int width(Class<?> type) {
        if (type == boolean.class) {
            return 1;
        }
        if (type == byte.class) {
            return Byte.SIZE;
        }
        if (type == short.class || type == char.class) {
            return Short.SIZE;
        }
        return type == int.class || type == float.class ? Integer.SIZE : Long.SIZE;
    }

    // In an order that follows from the objects alone, so that the same luck hits the same bit on every JDK.
    private List<Cell> cells() {
        Walk walk = new Walk();
        Object start = root.get();
        if (start != null) {
            walk.from(start);
        }
        return walk.cells;
    }

    /** Goes through all objects once. */
    private static final class Walk {
        private final List<Cell> cells = new ArrayList<>();
        private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Class<?>> classes = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Deque<Object> open = new ArrayDeque<>();

        void from(Object start) {
            offer(start);
            while (!open.isEmpty()) {
                visit(open.removeFirst());
            }
            cells.removeIf(cell -> shared.contains(cell.owner())); // met before the class that shares it
        }

        private void offer(@Nullable Object object) {
            if (object != null && reached(object) && seen.add(object)) {
                open.addLast(object);
            }
        }

        private static boolean reached(Object object) {
            return object.getClass().isArray()
                    || object instanceof Collection
                    || object instanceof Map
                    || (isFlight(object.getClass()) && !(object instanceof Enum));
        }

        private static boolean isFlight(Class<?> type) {
            String name = type.getName();
            return FLIGHT.stream().anyMatch(name::startsWith) && !name.contains(GENERATED);
        }

        private void visit(Object object) {
            if (object.getClass().isArray()) {
                visitArray(object);
            } else if (object instanceof Collection<?> many) {
                many.forEach(this::offer);
            } else if (object instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    offer(key);
                    offer(value);
                });
            } else {
                for (Class<?> type = object.getClass(); type != null && isFlight(type); type = type.getSuperclass()) {
                    leaveOutStatics(type);
                    fields(type).forEach(field -> visitField(object, field));
                }
            }
        }

        private void visitArray(Object array) {
            Class<?> element = array.getClass().getComponentType();
            int length = Array.getLength(array);
            if (element.isPrimitive()) {
                cells.add(new Cell(array, null, (long) length * width(element)));
                return;
            }
            for (int i = 0; i < length; i++) {
                offer(Array.get(array, i));
            }
        }

        // What a static field holds belongs to all satellites of this process of the bench.
        private void leaveOutStatics(Class<?> type) {
            if (!classes.add(type)) {
                return;
            }
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    Object common = read(null, field);
                    if (common != null) {
                        seen.add(common);
                        shared.add(common);
                    }
                }
            }
        }

        private static List<Field> fields(Class<?> type) {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .sorted(Comparator.comparing(Field::getName))
                    .toList();
        }

        private void visitField(Object owner, Field field) {
            if (!field.getType().isPrimitive()) {
                offer(read(owner, field));
            } else if (!Modifier.isFinal(field.getModifiers())) {
                field.setAccessible(true);
                cells.add(new Cell(owner, field, width(field.getType())));
            }
        }

        private static @Nullable Object read(@Nullable Object owner, Field field) {
            try {
                field.setAccessible(true);
                return field.get(owner);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a field that was opened is closed: " + field, e);
            }
        }
    }
}
