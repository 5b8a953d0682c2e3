package org.dawnline.fsw.core.face;

/**
 * An event of the dictionary.
 *
 * @param name full name, {@code component.CONSTANT}
 * @param severity how much it matters
 * @param pattern its text
 */
public record EventDeclaration(String name, Severity severity, String pattern) {}
