package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.dawnline.fsw.core.guilty.Here;
import org.dawnline.fsw.core.guilty.there.There;
import org.dawnline.fsw.power.guilty.AsksADatabase;
import org.dawnline.fsw.power.guilty.AsksByReference;
import org.dawnline.fsw.power.guilty.AsksTheRealTime;
import org.dawnline.fsw.power.guilty.CallsNativeCode;
import org.dawnline.fsw.power.guilty.KeepsStaticState;
import org.dawnline.fsw.power.guilty.LooksAtTheSimulator;
import org.dawnline.fsw.power.guilty.LooksAtThermal;
import org.dawnline.fsw.power.guilty.Reflects;
import org.dawnline.fsw.power.guilty.RollsDice;
import org.dawnline.fsw.power.guilty.SpeaksMqtt;
import org.dawnline.fsw.power.guilty.SpeaksProtobuf;
import org.dawnline.fsw.power.guilty.UsesInexactMaths;
import org.dawnline.fsw.power.guilty.WalksAHashMap;
import org.dawnline.fsw.power.guilty.WalksASetOf;
import org.dawnline.fsw.thermal.guilty.Radiator;
import org.dawnline.hal.NeedsOrekit;
import org.dawnline.sim.guilty.LooksAtFlight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Production code keeps every rule, and every rule catches the sample that breaks it. */
class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.dawnline");

    @Test
    void everyModuleIsUnderTheRules() {
        for (String name : new String[] {
            "hal",
            "hal.linux",
            "hal.nvml",
            "sim",
            "fsw.core.exec",
            "fsw.power",
            "fsw.thermal",
            "fsw.compute",
            "fsw.comms",
            "app",
            "tools.sim",
            "tools.ground",
            "tools.cli"
        }) {
            assertThat(PRODUCTION.containPackage("org.dawnline." + name))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    @Tag("N1")
    void flightNeverSeesTheSimulatorOrTheTools() {
        catches(Architecture.FLIGHT_NEVER_SEES_THE_SIMULATOR_OR_THE_TOOLS, LooksAtTheSimulator.class);
        holds(Architecture.FLIGHT_NEVER_SEES_THE_SIMULATOR_OR_THE_TOOLS);
    }

    @Test
    void theSimulatorSeesTheHalOnly() {
        catches(Architecture.THE_SIMULATOR_SEES_THE_HAL_ONLY, LooksAtFlight.class);
        holds(Architecture.THE_SIMULATOR_SEES_THE_HAL_ONLY);
    }

    @Test
    void theHalInterfacesDependOnNothing() {
        catches(Architecture.THE_HAL_INTERFACES_DEPEND_ON_NOTHING, NeedsOrekit.class);
        holds(Architecture.THE_HAL_INTERFACES_DEPEND_ON_NOTHING);
    }

    @Test
    void subsystemsNeverSeeEachOther() {
        catches(Architecture.SUBSYSTEMS_NEVER_SEE_EACH_OTHER, LooksAtThermal.class, Radiator.class);
        holds(Architecture.SUBSYSTEMS_NEVER_SEE_EACH_OTHER);
    }

    @Test
    void packagesHaveNoCycles() {
        catches(Architecture.NO_PACKAGE_CYCLES, Here.class, There.class);
        holds(Architecture.NO_PACKAGE_CYCLES);
    }

    @Test
    @Tag("N1")
    void jnaStaysInTheNativeHal() {
        catches(Architecture.JNA_STAYS_IN_THE_NATIVE_HAL, CallsNativeCode.class);
        holds(Architecture.JNA_STAYS_IN_THE_NATIVE_HAL);
    }

    @Test
    void protobufAndPahoStayInComms() {
        catches(Architecture.PROTOBUF_AND_PAHO_STAY_IN_COMMS, SpeaksProtobuf.class);
        catches(Architecture.PROTOBUF_AND_PAHO_STAY_IN_COMMS, SpeaksMqtt.class);
        holds(Architecture.PROTOBUF_AND_PAHO_STAY_IN_COMMS);
    }

    @Test
    void jdbcStaysInTheArchive() {
        catches(Architecture.JDBC_STAYS_IN_THE_ARCHIVE, AsksADatabase.class);
        holds(Architecture.JDBC_STAYS_IN_THE_ARCHIVE);
    }

    @Test
    void timeAndLuckAreGiven() {
        catches(Architecture.TIME_AND_LUCK_ARE_GIVEN, AsksTheRealTime.class);
        catches(Architecture.TIME_AND_LUCK_ARE_GIVEN, RollsDice.class);
        catches(Architecture.TIME_AND_LUCK_ARE_GIVEN, AsksByReference.class);
        holds(Architecture.TIME_AND_LUCK_ARE_GIVEN);
    }

    @Test
    void nothingStaticChanges() {
        catches(Architecture.NO_STATIC_MUTABLE_STATE, KeepsStaticState.class);
        holds(Architecture.NO_STATIC_MUTABLE_STATE);
    }

    @Test
    void flightDoesNotReflect() {
        catches(Architecture.NO_REFLECTION_IN_FLIGHT, Reflects.class);
        holds(Architecture.NO_REFLECTION_IN_FLIGHT);
    }

    @Test
    void nothingGoesInHashOrder() {
        catches(Architecture.NOTHING_IN_HASH_ORDER, WalksAHashMap.class);
        catches(Architecture.NOTHING_IN_HASH_ORDER, WalksASetOf.class);
        holds(Architecture.NOTHING_IN_HASH_ORDER);
    }

    @Test
    void mathsIsStrict() {
        catches(Architecture.STRICT_MATHS_ONLY, UsesInexactMaths.class);
        holds(Architecture.STRICT_MATHS_ONLY);
    }

    private static void catches(ArchRule rule, Class<?>... guilty) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(guilty)).hasViolation())
                .as("%s catches %s", rule.getDescription(), guilty[0].getSimpleName())
                .isTrue();
    }

    private static void holds(ArchRule rule) {
        rule.check(PRODUCTION);
    }
}
