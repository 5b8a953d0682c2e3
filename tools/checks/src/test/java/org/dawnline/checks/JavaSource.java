package org.dawnline.checks;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java source, parsed by the compiler itself, and what is untidy in it. */
final class JavaSource {
    static final int MAX_METHOD_LINES = 80;

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Helpers?|Utils?)|Abstract.*");
    private static final Set<String> BROAD =
            Set.of("Exception", "Throwable", "java.lang.Exception", "java.lang.Throwable");

    private final List<String> longMethods = new ArrayList<>();
    private final List<String> emptyNames = new ArrayList<>();
    private final List<String> broadCatches = new ArrayList<>();
    private final List<String> undocumented = new ArrayList<>();

    JavaSource(String text) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(new TextFile(text)));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Findings(DocTrees.instance(task), unit).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> longMethods() {
        return longMethods;
    }

    /** Class names that say nothing: a class is a noun of the field. */
    List<String> emptyNames() {
        return emptyNames;
    }

    List<String> broadCatches() {
        return broadCatches;
    }

    /** Public types without Javadoc. */
    List<String> undocumented() {
        return undocumented;
    }

    private final class Findings extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final CompilationUnitTree unit;

        Findings(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            String name = type.getSimpleName().toString();
            if (EMPTY_NAME.matcher(name).matches()) {
                emptyNames.add(at(type) + "name " + name);
            }
            DocCommentTree doc = trees.getDocCommentTree(getCurrentPath());
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC) && doc == null) {
                undocumented.add(at(type) + "no Javadoc on " + name);
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            long lines = line(trees.getSourcePositions().getEndPosition(unit, method)) - line(start(method)) + 1;
            if (lines > MAX_METHOD_LINES) {
                longMethods.add(
                        at(method) + method.getName() + " has " + lines + " lines, at most " + MAX_METHOD_LINES);
            }
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitCatch(CatchTree caught, Void unused) {
            Tree type = caught.getParameter().getType();
            List<? extends Tree> types =
                    type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
            for (Tree one : types) {
                if (BROAD.contains(one.toString())) {
                    broadCatches.add(at(caught) + "catches " + one);
                }
            }
            return super.visitCatch(caught, null);
        }

        private String at(Tree tree) {
            return "line " + line(start(tree)) + ": ";
        }

        private long start(Tree tree) {
            return trees.getSourcePositions().getStartPosition(unit, tree);
        }

        private long line(long position) {
            return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
        }
    }

    private static final class TextFile extends SimpleJavaFileObject {
        private final String text;

        TextFile(String text) {
            super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
