package org.dawnline.tools.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of one component, or of a few. Their methods may take a {@link ComponentHarness}, its {@link FakeHal} and {@link Luck}, each
 * test its own; a failure tells the seed and the history of the flight.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ComponentKit.class)
public @interface ComponentTest {
    /** Seconds from step to step. */
    double stepS() default 1.0;
}
