package org.dawnline.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules of the house that bytecode can tell. Each says in its reason what it protects. */
final class Architecture {
    private static final String[] FLIGHT = {"org.dawnline.fsw..", "org.dawnline.app.."};
    private static final String[] FLIGHT_AND_SIMULATION = {
        "org.dawnline.fsw..", "org.dawnline.app..", "org.dawnline.sim.."
    };
    private static final String[] ALL_BUT_TOOLS = {
        "org.dawnline.hal..", "org.dawnline.fsw..", "org.dawnline.app..", "org.dawnline.sim.."
    };

    /** Real time enters here and nowhere else. */
    private static final Set<String> MAY_ASK_THE_REAL_TIME = Set.of("org.dawnline.hal.linux.LinuxClock");

    /** Sets and maps that are only looked up in, never walked through. */
    private static final Set<String> MAY_LOOK_UP_BY_HASH = Set.of("org.dawnline.app.FlightConfiguration");

    private static final Set<String> TIME_AND_LUCK = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.lang.Thread.sleep",
            "java.lang.Math.random",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.UUID.randomUUID",
            "java.util.Random.<init>",
            "java.util.Date.<init>",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now");

    private static final Set<String> INEXACT_MATHS = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final Set<String> HASHED_TYPES = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.concurrent.ConcurrentHashMap");

    private static final Set<String> HASHED_FACTORIES = Set.of(
            "java.util.Map.of",
            "java.util.Map.ofEntries",
            "java.util.Map.copyOf",
            "java.util.Set.of",
            "java.util.Set.copyOf",
            "java.util.stream.Collectors.toSet",
            "java.util.stream.Collectors.toUnmodifiableSet",
            "java.util.stream.Collectors.toUnmodifiableMap");

    static final ArchRule FLIGHT_NEVER_SEES_THE_SIMULATOR_OR_THE_TOOLS = noClasses()
            .that()
            .resideInAnyPackage(FLIGHT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dawnline.sim..", "org.dawnline.tools..")
            .because("what flies must not know whether the world is real");

    static final ArchRule THE_SIMULATOR_SEES_THE_HAL_ONLY = classes()
            .that()
            .resideInAPackage("org.dawnline.sim..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.dawnline.sim..",
                    "org.dawnline.hal",
                    "java..",
                    "org.orekit..",
                    "org.hipparchus..",
                    "org.jspecify.."))
            .because("a world that saw flight code could cheat");

    static final ArchRule THE_HAL_INTERFACES_DEPEND_ON_NOTHING = classes()
            .that()
            .resideInAPackage("org.dawnline.hal")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("org.dawnline.hal", "java..", "org.jspecify.."))
            .because("both the real and the simulated side implement them");

    static final ArchRule SUBSYSTEMS_NEVER_SEE_EACH_OTHER = slices().matching(
                    "org.dawnline.fsw.(power|thermal|compute|comms)..")
            .should()
            .notDependOnEachOther()
            .because("they meet through the sources that fsw-core declares, wired in the application");

    static final ArchRule NO_PACKAGE_CYCLES = slices().matching("org.dawnline.(**)")
            .should()
            .beFreeOfCycles()
            .because("a cycle can only be understood, tested and changed as a whole");

    static final ArchRule JNA_STAYS_IN_THE_NATIVE_HAL = noClasses()
            .that()
            .resideOutsideOfPackages("org.dawnline.hal.nvml..", "org.dawnline.hal.linux..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..")
            .because("native code can end the process");

    static final ArchRule PROTOBUF_AND_PAHO_STAY_IN_COMMS = noClasses()
            .that()
            .resideOutsideOfPackages("org.dawnline.fsw.comms..", "org.dawnline.tools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.protobuf..", "org.eclipse.paho..")
            .because("the wire format and the transport must be replaceable in one place");

    static final ArchRule JDBC_STAYS_IN_THE_ARCHIVE = noClasses()
            .that()
            .resideInAnyPackage(ALL_BUT_TOOLS)
            .and()
            .resideOutsideOfPackage("org.dawnline.fsw.core.archive")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
            .because("a database is native code and can be damaged: one package knows how to do without");

    static final ArchRule TIME_AND_LUCK_ARE_GIVEN = noClasses()
            .that()
            .resideInAnyPackage(ALL_BUT_TOOLS)
            .and(not(named(MAY_ASK_THE_REAL_TIME)))
            .should()
            .accessTargetWhere(callsOneOf(TIME_AND_LUCK))
            .because("same seed, same commit, same run: time comes from Tick and Clock, luck from seeded streams");

    static final ArchRule NO_STATIC_MUTABLE_STATE = fields().that()
            .areDeclaredInClassesThat(not(generated()))
            .and()
            .areStatic()
            .should()
            .beFinal()
            .because("two spacecraft in one process must not share anything that changes");

    static final ArchRule NO_REFLECTION_IN_FLIGHT = noClasses()
            .that()
            .resideInAnyPackage(FLIGHT)
            .and(not(generated()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .orShould()
            .accessTargetWhere(callsOneOf(Set.of("java.lang.Class.forName")))
            .because("a reader must see the wiring");

    static final ArchRule NOTHING_IN_HASH_ORDER = noClasses()
            .that()
            .resideInAnyPackage(FLIGHT_AND_SIMULATION)
            .and(not(generated()))
            .and(not(named(MAY_LOOK_UP_BY_HASH)))
            .should()
            .dependOnClassesThat(named(HASHED_TYPES))
            .orShould()
            .accessTargetWhere(callsOneOf(HASHED_FACTORIES))
            .because("hash order differs between runs; LinkedHashMap, TreeMap and EnumMap don't");

    static final ArchRule STRICT_MATHS_ONLY = noClasses()
            .that()
            .resideInAnyPackage(FLIGHT_AND_SIMULATION)
            .should()
            .accessTargetWhere(callsInexactMaths())
            .because("java.lang.Math may differ in the last bit between JDKs and machines; StrictMath does not");

    private Architecture() {}

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe(
                "are one of " + names, type -> names.contains(outermost(type).getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> callsOneOf(Set<String> methods) {
        return DescribedPredicate.describe("is one of " + methods, access -> methods.contains(target(access)));
    }

    private static DescribedPredicate<JavaAccess<?>> callsInexactMaths() {
        return DescribedPredicate.describe(
                "is a transcendental function of java.lang.Math",
                access -> access.getTargetOwner().isEquivalentTo(Math.class)
                        && INEXACT_MATHS.contains(access.getTarget().getName()));
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    /** What protoc wrote: nobody here can change it. */
    private static DescribedPredicate<JavaClass> generated() {
        return DescribedPredicate.describe(
                "generated by protoc",
                type -> outermost(type).isAssignableTo("com.google.protobuf.GeneratedMessage")
                        || outermost(type).isAssignableTo("com.google.protobuf.MessageOrBuilder")
                        || outermost(type).isAssignableTo("com.google.protobuf.ProtocolMessageEnum")
                        || outermost(type).isAssignableTo("com.google.protobuf.GeneratedFile"));
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass current = type;
        while (current.getEnclosingClass().isPresent()) {
            current = current.getEnclosingClass().get();
        }
        return current;
    }
}
