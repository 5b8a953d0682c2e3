package org.dawnline.tools.cli.capability;

/**
 * A test, or a class of tests, that says which row it shows.
 *
 * @param row the row's id
 * @param file its source, from the root of the tree, with slashes
 * @param method its name; empty when the whole class is tagged
 */
public record TaggedTest(String row, String file, String method) {
    /** Name of the class. */
    public String className() {
        return file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
    }

    /** {@code Class.method}, or the class alone. */
    public String name() {
        return method.isEmpty() ? className() : className() + "." + method;
    }
}
