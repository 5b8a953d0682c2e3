package org.dawnline.tools.sim.tape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the calls of an interface take and give into bytes and back: null, numbers, truth values, text, bytes, constants,
 * records, lists and sorted maps of these.
 */
final class Values {
    private static final byte NULL = 0;
    private static final byte LONG = 1;
    private static final byte DOUBLE = 2;
    private static final byte TEXT = 3;
    private static final byte BYTES = 4;
    private static final byte CONSTANT = 5;
    private static final byte RECORD = 6;
    private static final byte LIST = 7;
    private static final byte MAP = 8;
    private static final byte TRUTH = 9;
    private static final byte INT = 10;
    private static final String OURS = "org.dawnline.";

    private Values() {}

    static byte[] bytes(@Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    static @Nullable Object value(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return read(in);
        } catch (IOException | ReflectiveOperationException | ClassCastException e) {
            throw new WrongTape("a value on the tape cannot be read: " + e, e);
        }
    }

    /** Length and checksum of bytes that are compared but not given back. */
    static long digest(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return ((long) bytes.length << Integer.SIZE) | crc.getValue();
    }

    static String checksumText(byte[] bytes) {
        return "CRC32C " + HexFormat.of().toHexDigits((int) digest(bytes));
    }

    private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof Long number) {
            out.writeByte(LONG);
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeByte(INT);
            out.writeInt(number);
        } else if (value instanceof Double number) {
            out.writeByte(DOUBLE);
            out.writeLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean truth) {
            out.writeByte(TRUTH);
            out.writeBoolean(truth);
        } else if (value instanceof String text) {
            out.writeByte(TEXT);
            writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof byte[] blob) {
            out.writeByte(BYTES);
            writeBytes(blob, out);
        } else if (value instanceof Enum<?> constant) {
            out.writeByte(CONSTANT);
            out.writeUTF(constant.getDeclaringClass().getName());
            out.writeUTF(constant.name());
        } else {
            writeMany(value, out);
        }
    }

    private static void writeMany(Object value, DataOutputStream out) throws IOException {
        if (value instanceof List<?> list) {
            out.writeByte(LIST);
            out.writeInt(list.size());
            for (Object entry : list) {
                write(entry, out);
            }
        } else if (value instanceof SortedMap<?, ?> map) {
            out.writeByte(MAP);
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey(), out);
                write(entry.getValue(), out);
            }
        } else if (value instanceof Record record) {
            out.writeByte(RECORD);
            out.writeUTF(record.getClass().getName());
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                write(component(component, record), out);
            }
        } else {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be recorded");
        }
    }

    private static @Nullable Object component(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a " + record.getClass().getName() + " cannot be recorded", e);
        }
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable Object read(DataInputStream in) throws IOException, ReflectiveOperationException {
        byte kind = in.readByte();
        return switch (kind) {
            case NULL -> null;
            case LONG -> in.readLong();
            case INT -> in.readInt();
            case DOUBLE -> Double.longBitsToDouble(in.readLong());
            case TRUTH -> in.readBoolean();
            case TEXT -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case BYTES -> in.readNBytes(in.readInt());
            case CONSTANT -> constant(ours(in.readUTF()), in.readUTF());
            case RECORD -> record(ours(in.readUTF()), in);
            case LIST -> list(in);
            case MAP -> map(in);
            default -> throw new IOException("no value of kind " + kind);
        };
    }

    // A tape is a file, and files are not trusted: nothing but our own records and constants is made from it.
    private static Class<?> ours(String name) throws IOException, ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            throw new IOException(name + " is none of our classes");
        }
        return Class.forName(name);
    }

    private static Object constant(Class<?> type, String name) throws IOException {
        Object[] constants = type.getEnumConstants();
        if (constants != null) {
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        throw new IOException(type.getName() + " has no " + name);
    }

    private static Object record(Class<?> type, DataInputStream in) throws IOException, ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IOException(type.getName() + " is no record");
        }
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = read(in);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static List<Object> list(DataInputStream in) throws IOException, ReflectiveOperationException {
        int size = in.readInt();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(read(in));
        }
        return list;
    }

    private static SortedMap<Object, Object> map(DataInputStream in) throws IOException, ReflectiveOperationException {
        int size = in.readInt();
        SortedMap<Object, Object> map = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read(in);
            map.put(key, read(in));
        }
        return map;
    }
}
