package org.dawnline.tools.cli.capability;

/**
 * One thing that Dawnline claims to do.
 *
 * @param id a letter for the subject and a number, such as {@code A1}
 * @param claim what it does, in one sentence that a test can decide
 * @param open whether it is not there yet, so that no test is expected
 */
public record Capability(String id, String claim, boolean open) {}
