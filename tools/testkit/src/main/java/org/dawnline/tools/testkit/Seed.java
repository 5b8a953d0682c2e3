package org.dawnline.tools.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The seed of a test's {@link Luck}, as the failure to be repeated has printed it. Without one it follows from the test's name. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Seed {
    /** The seed. */
    long value();
}
