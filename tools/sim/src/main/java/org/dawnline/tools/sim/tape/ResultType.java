package org.dawnline.tools.sim.tape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a call gives, and how that stands on a tape. */
final class ResultType {
    private final Class<?> type;
    private final Object[] constants;

    ResultType(Class<?> type) {
        this.type = type;
        Object[] known = type.getEnumConstants();
        constants = known == null ? new Object[0] : known;
    }

    Kind kind() {
        if (type == double.class) {
            return Kind.DOUBLE;
        }
        return type.isPrimitive() || constants.length > 0 ? Kind.WHOLE : Kind.BYTES;
    }

    /** The number of a result that is one, a truth value, a constant or nothing. */
    long number(@Nullable Object result) {
        if (result instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        }
        if (result instanceof Number number) {
            return number.longValue();
        }
        if (result instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return result instanceof Enum<?> constant ? constant.ordinal() : 0;
    }

    /** The result of that number. */
    @Nullable
    Object result(long number) {
        if (type == double.class) {
            return Double.longBitsToDouble(number);
        }
        if (type == int.class) {
            return (int) number;
        }
        if (type == long.class) {
            return number;
        }
        if (type == boolean.class) {
            return number != 0;
        }
        if (constants.length > 0 && number >= 0 && number < constants.length) {
            return constants[(int) number];
        }
        if (type == void.class) {
            return null;
        }
        throw new WrongTape(type.getName() + " has no " + number + " of " + Arrays.toString(constants));
    }
}
