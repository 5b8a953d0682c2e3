package org.dawnline.tools.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, everything that a script does not want to read to {@code err}. It knows
 * whether a person looks on, so that nobody sends cursor movements into a file.
 *
 * @param out results
 * @param err notes, progress and errors
 * @param live whether {@code out} is a terminal that can be redrawn in place
 * @param noteLive whether {@code err} is a terminal
 * @param colour whether colours are welcome
 */
public record Terminal(PrintStream out, PrintStream err, boolean live, boolean noteLive, boolean colour) {
    /** The terminal of this process; the start script says with properties what the streams are. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean live = Boolean.getBoolean("dawnline.out.terminal");
        boolean dumb = "dumb".equals(environment.getOrDefault("TERM", "dumb"));
        boolean colour = live && !dumb && !environment.containsKey("NO_COLOR");
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                live && !dumb,
                Boolean.getBoolean("dawnline.err.terminal") && !dumb,
                colour);
    }

    // System.out writes in the locale's charset, which need not know a degree sign.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Streams that nobody looks at while they are written. */
    static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false, false);
    }

    /** One line of result. */
    void line(String text) {
        out.println(text);
    }

    /** One line for the person, not for the script. */
    void note(String text) {
        err.println(text);
    }
}
