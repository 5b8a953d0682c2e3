package org.dawnline.fsw.core.guard;

import java.lang.reflect.Field;
import java.util.List;

/** Lets particles hit guarded words. */
public final class FlippedBits {
    private FlippedBits() {}

    /** Hits two copies of the n-th word of a memory in different bits: no vote can help it. */
    public static void lose(GuardedMemory memory, int word) {
        try {
            Field words = GuardedMemory.class.getDeclaredField("words");
            words.setAccessible(true);
            Object hit = ((List<?>) words.get(memory)).get(word);
            flip(hit, "plain", 1);
            flip(hit, "inverted", 2);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void flip(Object word, String copy, int bit) throws ReflectiveOperationException {
        Field field = GuardedWord.class.getDeclaredField(copy);
        field.setAccessible(true);
        field.setLong(word, field.getLong(word) ^ 1L << bit);
    }
}
