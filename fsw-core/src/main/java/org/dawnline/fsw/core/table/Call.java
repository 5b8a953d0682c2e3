package org.dawnline.fsw.core.table;

import java.util.List;
import org.dawnline.fsw.core.face.CommandDeclaration;

/**
 * A telecommand with its arguments, as a row of a table names it; checked against its declaration.
 *
 * @param declaration what was declared
 * @param number its position in the dictionary's list of telecommands
 * @param arguments the values in order of declaration
 */
public record Call(CommandDeclaration declaration, int number, List<Double> arguments) {
    /** Copies the arguments. */
    public Call {
        arguments = List.copyOf(arguments);
    }

    /** The values in order of declaration, as the dispatcher takes them. */
    public double[] values() {
        return arguments.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
