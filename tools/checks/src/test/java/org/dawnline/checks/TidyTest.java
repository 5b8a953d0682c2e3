package org.dawnline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree is tidy, and every rule catches the text that is not. */
class TidyTest {
    /** Pages that are as long as there are channels and commands. */
    private static final List<String> GENERATED = List.of("docs/icd/README.md", "docs/guides/commands.md");

    /** Broad catches that are right, each with its reason. */
    private static final Map<String, String> MAY_CATCH_BROADLY = Map.of(
            "tools/ground/src/main/java/org/dawnline/tools/ground/EmbeddedBroker.java",
            "Artemis declares that start and stop throw Exception");

    private static final SourceTree TREE = new SourceTree();
    private static final Map<Path, JavaSource> PARSED = new TreeMap<>();

    static {
        TREE.findings(TidyTest::isJava, (path, text) -> {
            PARSED.put(path, new JavaSource(text));
            return List.of();
        });
    }

    @Test
    void theWholeTreeIsRead() {
        Set<Path> modules = new TreeSet<>();
        PARSED.keySet().forEach(path -> modules.add(path.getName(0)));

        assertThat(modules.toString())
                .contains(
                        "hal", "sim-hal", "fsw-core", "fsw-power", "fsw-thermal", "fsw-compute", "fsw-comms", "tools");
        assertThat(TREE.paths()).contains(Path.of("pom.xml"), Path.of("README.md"), Path.of(".ci/run"));
    }

    @Test
    void noFileIsTooLong() {
        assertThat(Tidy.tooLong("line\n".repeat(Tidy.MAX_FILE_LINES + 1))).hasSize(1);
        assertThat(Tidy.tooLong("line\n".repeat(Tidy.MAX_FILE_LINES))).isEmpty();

        assertThat(TREE.findings(TidyTest::isWrittenByHand, Tidy::tooLong)).isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        String method = "class A { void a() {\n" + "a();\n".repeat(JavaSource.MAX_METHOD_LINES - 2) + "}}";
        assertThat(new JavaSource(method).longMethods()).isEmpty();
        assertThat(new JavaSource(method.replace("}}", "\n}}")).longMethods()).hasSize(1);

        assertThat(findings(TidyTest::isJava, JavaSource::longMethods)).isEmpty();
    }

    @Test
    void everyClassIsANounOfTheField() {
        String guilty =
                "class PumpImpl { class PumpHelper {} enum PumpUtil {} record PumpUtils() {} interface AbstractPump {} }";
        assertThat(new JavaSource(guilty).emptyNames()).hasSize(5);
        assertThat(new JavaSource("class Implement { class Utility {} }").emptyNames())
                .isEmpty();

        assertThat(findings(TidyTest::isJava, JavaSource::emptyNames)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(Tidy.leftOvers("a\n// TO" + "DO: b\n// FIX" + "ME\n")).hasSize(2);

        assertThat(TREE.findings(path -> true, Tidy::leftOvers)).isEmpty();
    }

    @Test
    void noTabsAndNoTrailingSpaces() {
        assertThat(Tidy.tabs("a\n\tb\n")).hasSize(1);
        assertThat(Tidy.trailingSpaces("a\nb \nc\r\n")).hasSize(2);
        assertThat(Tidy.missingLastNewline("a\nb")).hasSize(1);

        assertThat(TREE.findings(path -> true, Tidy::tabs)).isEmpty();
        assertThat(TREE.findings(path -> true, Tidy::trailingSpaces)).isEmpty();
        assertThat(TREE.findings(path -> true, Tidy::missingLastNewline)).isEmpty();
    }

    @Test
    void noPathsOfOneMachine() {
        assertThat(Tidy.machinePaths("cd /ho" + "me/ann/x\n\"/ro" + "ot/.m2\"\n(/wo" + "rk/main)\nC:\\" + "Users\n"))
                .hasSize(4);
        assertThat(Tidy.machinePaths("power/work/heat, a/home/b, ~/work/x, ${base}/work/x\n"))
                .isEmpty();

        assertThat(TREE.findings(path -> true, Tidy::machinePaths)).isEmpty();
    }

    @Test
    void nobodyCatchesEverything() {
        String guilty =
                "class A { void a() { try { a(); } catch (Exception e) {} try { a(); } catch (final Error | Throwable e) {} } }";
        assertThat(new JavaSource(guilty).broadCatches()).hasSize(2);
        assertThat(new JavaSource(guilty.replace("Exception", "IOException").replace("Throwable", "RuntimeException"))
                        .broadCatches())
                .isEmpty();

        assertThat(findings(
                        path -> isProduction(path) && !MAY_CATCH_BROADLY.containsKey(unixName(path)),
                        JavaSource::broadCatches))
                .isEmpty();
    }

    @Test
    void everyPublicClassHasJavadoc() {
        assertThat(new JavaSource("/* no */ public class A { public enum B {} }").undocumented())
                .hasSize(2);
        assertThat(new JavaSource("/** Yes. */ public class A { enum B {} }").undocumented())
                .isEmpty();

        assertThat(findings(TidyTest::isProduction, JavaSource::undocumented)).isEmpty();
    }

    /** NullAway passes over packages that don't say so themselves. */
    @Test
    void everyPackageIsNullMarked() {
        assertThat(packagesWithoutNullMark(Set.of(Path.of("a/A.java")), path -> ""))
                .hasSize(1);
        assertThat(packagesWithoutNullMark(Set.of(Path.of("a/package-info.java")), path -> "package a;"))
                .hasSize(1);
        assertThat(packagesWithoutNullMark(Set.of(Path.of("a/package-info.java")), path -> "@NullMarked package a;"))
                .isEmpty();

        Set<Path> production = new TreeSet<>(TREE.paths());
        production.removeIf(path -> !isProduction(path));
        assertThat(packagesWithoutNullMark(production, TREE::text)).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("docs"));
        Files.writeString(folder.resolve("docs/a.md"), "");
        String page = "[a](docs/a.md#part) [w](https://x.org) [h](#here) `x` [b](docs/b.md) [c](../../c.md)\n"
                + "```\n[d](d.md)\n```\n";
        assertThat(Tidy.deadLinks(page, folder, folder)).containsExactly("dead link docs/b.md", "dead link ../../c.md");

        assertThat(TREE.findings(
                        path -> path.toString().endsWith(".md"),
                        (path, text) -> Tidy.deadLinks(
                                text, SourceTree.ROOT.resolve(path).getParent(), SourceTree.ROOT)))
                .isEmpty();
    }

    private static Set<Path> packagesWithoutNullMark(Set<Path> sources, Function<Path, String> text) {
        Set<Path> unmarked = new TreeSet<>();
        sources.forEach(path -> unmarked.add(path.getParent()));
        for (Path path : sources) {
            if (path.endsWith("package-info.java") && text.apply(path).contains("@NullMarked")) {
                unmarked.remove(path.getParent());
            }
        }
        return unmarked;
    }

    private static List<String> findings(Predicate<Path> files, Function<JavaSource, List<String>> rule) {
        return TREE.findings(files, (path, text) -> rule.apply(PARSED.get(path)));
    }

    private static boolean isJava(Path path) {
        return path.toString().endsWith(".java");
    }

    private static boolean isProduction(Path path) {
        return isJava(path) && unixName(path).contains("src/main/java/");
    }

    private static boolean isCode(Path path) {
        return isJava(path) || unixName(path).matches(".*\\.(proto|py|sh|js|css|html|c|h|md)|[^.]*|\\.ci/.*");
    }

    // The page of all channels and telecommands grows with them.
    private static boolean isWrittenByHand(Path path) {
        return isCode(path) && !GENERATED.contains(unixName(path));
    }

    private static String unixName(Path path) {
        return path.toString().replace('\\', '/');
    }
}
