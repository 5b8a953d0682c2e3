package org.dawnline.fsw.core.command;

import java.util.List;
import org.dawnline.fsw.core.face.Argument;
import org.dawnline.fsw.core.face.CommandDeclaration;
import org.dawnline.fsw.core.face.Dictionary;
import org.jspecify.annotations.Nullable;

/** Whether a telecommand is what the dictionary declares, wherever it comes from. */
final class CommandChecks {
    static final int NO_ARGUMENT = -1;

    private List<CommandDeclaration> commands = List.of();
    private @Nullable Dictionary dictionary;
    private int argument = NO_ARGUMENT;

    /** Takes the sealed dictionary; before that, every telecommand is unknown. */
    void use(Dictionary sealed) {
        dictionary = sealed;
        commands = sealed.commands();
    }

    /** What stands under that number in the dictionary, or null. */
    @Nullable
    CommandDeclaration declaration(int number) {
        return number < 0 || number >= commands.size() ? null : commands.get(number);
    }

    /** What is wrong with arguments or data; {@link #argument()} then says where. What the handler throws passes through. */
    Reason content(CommandDeclaration declaration, double[] arguments, int count, int dataLength) {
        argument = NO_ARGUMENT;
        List<Argument> declared = declaration.arguments();
        if (count != declared.size()) {
            return Reason.WRONG_ARGUMENTS;
        }
        if (dataLength > declaration.terms().maxDataBytes()) {
            return Reason.DATA;
        }
        for (int i = 0; i < count; i++) {
            if (!declared.get(i).allows(arguments[i], entries(declared.get(i)))) {
                argument = i;
                return Reason.OUT_OF_RANGE;
            }
        }
        return declaration.handler().allows(arguments) ? Reason.NONE : Reason.OUT_OF_RANGE;
    }

    /** Position of the argument that the last complaint was about, or {@link #NO_ARGUMENT}. */
    int argument() {
        return argument;
    }

    private List<String> entries(Argument declared) {
        return dictionary == null ? List.of() : dictionary.enumeration(declared.choices());
    }
}
