package org.dawnline.tools.sim.tape;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one method. Small numbers among its arguments (a GPU, a wing) say which slot it is. The last argument of a request is
 * what goes out; other arguments go out as their checksum. What it gives comes in.
 */
final class Route {
    /** Numbers from 0 up to here choose a slot; two of them can. */
    private static final int BASE = 256;

    private static final int MOST_INDICES = 2;

    private final Tape tape;
    private final String name;
    private final int indices;
    private final boolean request;
    private final boolean numberOut;
    private final boolean bytesOut;
    private final ResultType result;
    private @Nullable Slot[] outputs = new Slot[1];
    private @Nullable Slot[] inputs = new Slot[1];
    private @Nullable Slot wholeOut;
    private @Nullable Slot wholeIn;

    Route(Tape tape, String port, Method method) {
        this.tape = tape;
        name = port.isEmpty() ? method.getName() : port + "." + method.getName();
        Class<?>[] types = method.getParameterTypes();
        result = new ResultType(method.getReturnType());
        request = method.getReturnType() == void.class;
        int most = request ? types.length - 1 : types.length;
        boolean small = most <= MOST_INDICES;
        for (int i = 0; i < most; i++) {
            small &= types[i] == int.class || types[i].isEnum();
        }
        boolean numeric = types.length > 0 && isNumber(types[types.length - 1]);
        indices = small && (!request || types.length == 0 || numeric) ? Math.max(0, most) : 0;
        numberOut = request && small && numeric;
        bytesOut = !numberOut && types.length > indices;
    }

    private static boolean isNumber(Class<?> type) {
        return type.isPrimitive() || type.isEnum();
    }

    /** Passes a call through the tape. */
    @Nullable
    Object pass(Object @Nullable [] arguments, Tape.Outside outside) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        int index = index(given);
        if (index < 0) {
            return passWhole(given, outside);
        }
        if (numberOut) {
            Slot slot = outputs.length > index ? outputs[index] : null;
            if (slot == null) {
                slot = tape.slot(label(given), kindOf(given[given.length - 1]));
                outputs = put(outputs, index, slot);
            }
            tape.output(slot, outNumber(given[given.length - 1]));
        } else if (bytesOut) {
            return passWhole(given, outside);
        }
        int inputIndex = request ? 0 : index;
        Slot slot = inputs.length > inputIndex ? inputs[inputIndex] : null;
        if (slot == null) {
            slot = tape.slot((request ? name : label(given)) + " gives", result.kind());
            inputs = put(inputs, inputIndex, slot);
        }
        return tape.answer(slot, result, outside);
    }

    private int index(Object[] given) {
        int index = 0;
        for (int i = 0; i < indices; i++) {
            int number = given[i] instanceof Enum<?> constant ? constant.ordinal() : (Integer) given[i];
            if (number < 0 || number >= BASE) {
                return -1;
            }
            index = index * BASE + number;
        }
        return index;
    }

    // Arguments that choose no slot go out as a checksum; then one slot serves all answers.
    private @Nullable Object passWhole(Object[] given, Tape.Outside outside) throws Throwable {
        Slot out = wholeOut;
        Slot in = wholeIn;
        if (out == null || in == null) {
            out = tape.slot("arguments of " + name, Kind.WHOLE);
            in = tape.slot(name + " gives for them", result.kind());
            wholeOut = out;
            wholeIn = in;
        }
        tape.output(out, Values.digest(Values.bytes(Arrays.asList(given))));
        return tape.answer(in, result, outside);
    }

    private static Kind kindOf(Object value) {
        return value instanceof Double ? Kind.DOUBLE : Kind.WHOLE;
    }

    private static long outNumber(Object value) {
        if (value instanceof Double number) {
            return Double.doubleToLongBits(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof Enum<?> constant ? constant.ordinal() : ((Number) value).longValue();
    }

    private String label(Object[] given) {
        return indices == 0
                ? name
                : name
                        + Arrays.asList(given)
                                .subList(0, indices)
                                .toString()
                                .replace('[', '(')
                                .replace(']', ')');
    }

    private static @Nullable Slot[] put(@Nullable Slot[] slots, int index, Slot slot) {
        @Nullable
        Slot[] grown = slots.length > index ? slots : Arrays.copyOf(slots, Math.max(index + 1, slots.length * 2));
        grown[index] = slot;
        return grown;
    }
}
