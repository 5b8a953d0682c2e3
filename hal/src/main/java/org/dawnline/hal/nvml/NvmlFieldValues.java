package org.dawnline.hal.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Arrays;

/**
 * Field values of one GPU, several by one call. The call says that it went well while each value has a code of its own; one that is not
 * supported is not asked for again. Asking allocates nothing.
 */
final class NvmlFieldValues {
    private static final int BYTES = 40;
    private static final int TYPE_OFFSET = 24;
    private static final int CODE_OFFSET = 28;
    private static final int VALUE_OFFSET = 32;
    private static final int TYPE_DOUBLE = 0;
    private static final int TYPE_UNSIGNED_INT = 1;
    private static final int TYPE_UNSIGNED_LONG = 2;
    private static final int TYPE_UNSIGNED_LONG_LONG = 3;
    private static final int TYPE_SIGNED_LONG_LONG = 4;
    private static final int TYPE_SIGNED_INT = 5;
    private static final double TWO_TO_64 = 0x1p64;

    private final int[] ids;
    private final boolean[] unsupported;
    private final double[] numbers;
    private final int[] places;
    private final Memory values;

    /** For the fields of these numbers (NVML's {@code NVML_FI_DEV_}). */
    NvmlFieldValues(int... ids) {
        this.ids = ids.clone();
        unsupported = new boolean[ids.length];
        numbers = new double[ids.length];
        places = new int[ids.length];
        values = new Memory((long) ids.length * BYTES);
    }

    /** Asks again for everything, as after a reset. */
    void forget() {
        Arrays.fill(unsupported, false);
    }

    /** Asks the GPU; gives the call's code, or that of a value which failed for another reason than not being supported. */
    int ask(Pointer handle) {
        Arrays.fill(numbers, Double.NaN);
        values.clear();
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            if (!unsupported[i]) {
                values.setInt((long) count * BYTES, ids[i]);
                places[count] = i;
                count++;
            }
        }
        int code = count == 0 ? NvmlCode.NOT_SUPPORTED : NvmlCalls.nvmlDeviceGetFieldValues(handle, count, values);
        if (code != NvmlCode.SUCCESS) {
            return code;
        }
        for (int at = 0; at < count; at++) {
            int own = take(at);
            code = own == NvmlCode.SUCCESS || own == NvmlCode.NOT_SUPPORTED ? code : own;
        }
        return code;
    }

    private int take(int at) {
        long base = (long) at * BYTES;
        int code = values.getInt(base + CODE_OFFSET);
        int place = places[at];
        numbers[place] = code == NvmlCode.SUCCESS ? number(base) : Double.NaN;
        unsupported[place] = code == NvmlCode.NOT_SUPPORTED;
        return code;
    }

    private double number(long base) {
        return switch (values.getInt(base + TYPE_OFFSET)) {
            case TYPE_DOUBLE -> values.getDouble(base + VALUE_OFFSET);
            case TYPE_UNSIGNED_INT -> Integer.toUnsignedLong(values.getInt(base + VALUE_OFFSET));
            case TYPE_SIGNED_INT -> values.getInt(base + VALUE_OFFSET);
            case TYPE_UNSIGNED_LONG, TYPE_UNSIGNED_LONG_LONG -> unsigned(values.getLong(base + VALUE_OFFSET));
            case TYPE_SIGNED_LONG_LONG -> values.getLong(base + VALUE_OFFSET);
            default -> Double.NaN;
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + TWO_TO_64;
    }

    /** The newest value of the {@code i}th field; NaN when there is none. */
    double get(int i) {
        return numbers[i];
    }
}
