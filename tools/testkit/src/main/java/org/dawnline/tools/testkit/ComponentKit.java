package org.dawnline.tools.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives the tests of a {@link ComponentTest} what they ask for, and tells the seed and the history when one fails. */
public final class ComponentKit implements ParameterResolver, TestExecutionExceptionHandler {
    /** System property that gives all tests without a {@link Seed} another one: a number. */
    public static final String SEED_PROPERTY = "dawnline.seed";

    private static final Namespace NAMESPACE = Namespace.create(ComponentKit.class);

    /** Made by JUnit. */
    public ComponentKit() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ComponentHarness.class || type == FakeHal.class || type == Luck.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Luck.class) {
            return luck(context);
        }
        ComponentHarness harness = harness(context);
        return type == FakeHal.class ? harness.hal() : harness;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Note note = new Note("seed " + luck(context).seed() + ", to repeat it: @Seed("
                + luck(context).seed() + "L)\n" + harness(context).history().text());
        failure.addSuppressed(note);
        throw failure;
    }

    private static ComponentHarness harness(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        ComponentHarness.class,
                        type -> new ComponentHarness(new FakeHal(), stepS(context)),
                        ComponentHarness.class);
    }

    private static double stepS(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestClass(), ComponentTest.class)
                .map(ComponentTest::stepS)
                .orElse(1.0);
    }

    private static Luck luck(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Luck.class, type -> new Luck(seed(context)), Luck.class);
    }

    // Of the test's name, so that it is the same tomorrow and another one for another test.
    private static long seed(ExtensionContext context) {
        Optional<Seed> given = AnnotationSupport.findAnnotation(context.getElement(), Seed.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), Seed.class));
        Long property = Long.getLong(SEED_PROPERTY);
        CRC32C crc = new CRC32C();
        crc.update(context.getUniqueId().getBytes(StandardCharsets.UTF_8));
        return given.map(Seed::value).orElse(property == null ? crc.getValue() : property);
    }

    /** What a failure has to say beside itself. */
    private static final class Note extends Exception {
        private static final long serialVersionUID = 1L;

        Note(String text) {
            super(text, null, false, false);
        }
    }
}
