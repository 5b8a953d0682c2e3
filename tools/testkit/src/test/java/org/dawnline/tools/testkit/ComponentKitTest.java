package org.dawnline.tools.testkit;

import static org.dawnline.tools.testkit.FlightAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@ComponentTest(stepS = 0.1)
class ComponentKitTest {
    private @Nullable ComponentHarness before;

    @BeforeEach
    void fly(ComponentHarness harness) {
        harness.fly(new Lamp(harness.face("lamp")));
        before = harness;
    }

    @Test
    @Tag("N4")
    @Tag("KIT-010")
    void eachTestHasItsOwnHarnessInAllItsMethods(ComponentHarness harness, FakeHal hal, Luck luck) {
        harness.tick(3);

        assertThat(harness).isSameAs(before).channel("lamp.steps").went(1, 2, 3);
        assertThat(hal).isSameAs(harness.hal());
        assertThat(hal.clock().nanos()).isEqualTo(200_000_000L);
        assertThat(luck.seed()).isNotZero();
    }

    @Test
    @Tag("N4")
    @Tag("KIT-011")
    @Seed(42)
    void theSeedIsTheOneThatIsGiven(Luck luck) {
        assertThat(luck.seed()).isEqualTo(42);
        assertThat(luck.between(0, 1)).isEqualTo(new Luck(42).between(0, 1));
    }

    @Test
    @Tag("N4")
    @Tag("KIT-011")
    void aFailureTellsItsSeedAndItsHistory() {
        Throwable failure = failureOf("failsInTheStorm");

        assertThat(failure).hasMessageContaining("to be -1.0");
        assertThat(failure.getSuppressed()[0].toString())
                .containsPattern("seed \\d+, to repeat it: @Seed\\(\\d+L\\)")
                .contains("flown 11 cycles")
                .contains("lamp.steps: from cycle 0 1.0");
    }

    @Test
    @Tag("N4")
    @Tag("KIT-011")
    void theSeedOfATestIsTheSameTomorrowAndThatOfAnotherTestIsAnother() {
        assertThat(failureOf("failsInTheStorm").getSuppressed()[0])
                .hasToString(failureOf("failsInTheStorm").getSuppressed()[0].toString());
        assertThat(seedOf(failureOf("failsInTheStorm"))).isNotEqualTo(seedOf(failureOf("failsElsewhere")));
    }

    private static String seedOf(Throwable failure) {
        return failure.getSuppressed()[0].toString().split(",", 2)[0];
    }

    /** Fails on purpose; its name keeps it out of the build. */
    @ComponentTest
    static final class OnPurpose {
        @Test
        void failsInTheStorm(ComponentHarness harness, Luck luck) {
            harness.fly(new Lamp(harness.face("lamp")));
            Storm.over(harness, luck).telecommands("lamp.", 0.5).lasts(10);
            assertThat(harness).channel("lamp.brightness").is(-1);
        }

        @Test
        void failsElsewhere(ComponentHarness harness) {
            harness.fly(new Lamp(harness.face("lamp")));
            assertThat(harness).event("lamp.SWITCHED").once();
        }
    }

    private static Throwable failureOf(String method) {
        List<Throwable> failures = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(
                        OnPurpose.class,
                        method,
                        method.equals("failsElsewhere")
                                ? ComponentHarness.class.getName()
                                : ComponentHarness.class.getName() + ", " + Luck.class.getName()))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                result.getThrowable().ifPresent(failures::add);
            }
        });
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }
}
