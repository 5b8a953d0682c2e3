package org.dawnline.tools.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dawnline.fsw.core.face.CommandDeclaration;

/**
 * Random weather for components: telecommands within and beyond their ranges, and whatever else a test lets happen, all from one seed.
 *
 * <pre>{@code
 * Storm.over(harness, luck)
 *         .telecommands("pump.", 0.3)
 *         .stimulus(0.1, dice -> harness.hal().thermal.setFlowRatio(dice.wild()))
 *         .lasts(500);
 * assertThat(harness).endedEveryTelecommandOnce().kept("pump");
 * }</pre>
 */
public final class Storm {
    private static final double WILD_SHARE = 0.3;

    private final ComponentHarness harness;
    private final Luck luck;
    private final List<Runnable> stimuli = new ArrayList<>();

    private Storm(ComponentHarness harness, Luck luck) {
        this.harness = harness;
        this.luck = luck;
    }

    /** A storm over the components of a harness that flies. */
    public static Storm over(ComponentHarness harness, Luck luck) {
        return new Storm(harness, luck);
    }

    /** In each cycle, with that probability, a telecommand whose name begins so; every third with a wild argument. */
    public Storm telecommands(String prefix, double probability) {
        List<CommandDeclaration> commands = harness.dictionary().commands().stream()
                .filter(command -> command.name().startsWith(prefix))
                .toList();
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("no telecommand begins with " + prefix);
        }
        return stimulus(probability, dice -> {
            CommandDeclaration command = dice.oneOf(commands);
            double[] arguments = dice.chance(WILD_SHARE)
                    ? dice.wildArguments(command, harness.dictionary())
                    : dice.arguments(command, harness.dictionary());
            harness.send(command.name(), 0, arguments);
        });
    }

    /** In each cycle, with that probability, something else. */
    public Storm stimulus(double probability, Consumer<Luck> action) {
        stimuli.add(() -> {
            if (luck.chance(probability)) {
                action.accept(luck);
            }
        });
        return this;
    }

    /** Blows for so many cycles, and one more in which all ends. */
    public void lasts(int cycles) {
        for (int i = 0; i < cycles; i++) {
            stimuli.forEach(Runnable::run);
            harness.tick();
        }
        harness.tick();
    }
}
