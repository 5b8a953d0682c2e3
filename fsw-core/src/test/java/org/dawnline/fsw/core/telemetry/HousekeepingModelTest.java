package org.dawnline.fsw.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Stage;
import org.dawnline.fsw.core.telemetry.HousekeepingFlight.Sent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random telecommands against a model of sets, all sent always; values change in each step. */
class HousekeepingModelTest {
    private static final int STEPS = 1_500;
    private static final int SETS = 4;
    private static final int CHANNELS = 12;

    private static final class Model {
        int interval;
        boolean enabled;
        boolean whole = true;
        int due;
        final Map<Integer, Boolean> channels = new LinkedHashMap<>();
    }

    private final HousekeepingFlight flight = new HousekeepingFlight();
    private final Map<Integer, Model> models = new TreeMap<>();
    private int step;

    @ParameterizedTest
    @Tag("CORE-152")
    @Tag("C2")
    @ValueSource(longs = {1, 2, 3, 4})
    void setsAreWhatTheModelSays(long seed) {
        Random luck = new Random(seed);
        int sent = 0;
        for (step = 1; step <= STEPS; step++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                flight.channels.get(channel).set(step * 100 + channel);
            }
            int set = luck.nextInt(SETS);
            int channel = luck.nextInt(CHANNELS);
            int interval = 1 + luck.nextInt(4);
            int before = flight.reports.size();
            int verb = luck.nextInt(12);
            boolean oneShot = verb == 5 && models.containsKey(set);
            boolean done = act(verb, set, channel, interval);
            Stage stage = command(verb, set, channel, interval);
            assertThat(stage)
                    .as("seed " + seed + ", step " + step + ", verb " + verb)
                    .isEqualTo(done ? Stage.COMPLETED : Stage.FAILED);
            List<Sent> wanted = expected(oneShot ? set : -1);
            List<Sent> got = new ArrayList<>();
            flight.reports.subList(before, flight.reports.size()).forEach(got::addAll);
            assertThat(got).as("seed " + seed + ", step " + step).isEqualTo(wanted);
            sent += got.size();
        }
        assertThat(sent).isGreaterThan(STEPS / 2);
    }

    private Stage command(int verb, int set, int channel, int interval) {
        int number = flight.channels.get(channel).number();
        return switch (verb) {
            case 0 -> flight.command("CREATE", set, interval);
            case 1 -> flight.command("DELETE", set);
            case 2 -> flight.command("ENABLE", set);
            case 3 -> flight.command("DISABLE", set);
            case 4 -> flight.command("SET_INTERVAL", set, interval);
            case 5 -> flight.command("ONE_SHOT", set);
            case 6 -> flight.command("REMOVE", set, number);
            default -> flight.append(set, channel, SendRule.ALWAYS, 0);
        };
    }

    private boolean act(int verb, int set, int channel, int interval) {
        Model model = models.get(set);
        if (verb == 0) {
            Model fresh = new Model();
            fresh.interval = interval;
            return models.putIfAbsent(set, fresh) == null;
        }
        if (model == null) {
            return false;
        }
        switch (verb) {
            case 1 -> models.remove(set);
            case 2, 3 -> {
                model.enabled = verb == 2;
                model.whole = true;
            }
            case 4 -> {
                model.interval = interval;
                model.whole = true;
            }
            case 5 -> {
                return !model.channels.isEmpty();
            }
            case 6 -> {
                boolean there = model.channels.remove(channel) != null;
                model.whole |= there;
                return there;
            }
            default -> {
                boolean added = model.channels.putIfAbsent(channel, true) == null;
                model.whole |= added;
                return added;
            }
        }
        return true;
    }

    // A change of a set starts its clock anew.
    private List<Sent> expected(int oneShot) {
        List<Sent> wanted = new ArrayList<>();
        models.forEach((number, model) -> {
            boolean once = number == oneShot;
            if (!model.enabled && !once) {
                return;
            }
            if (model.whole) {
                model.whole = false;
                model.due = step;
            }
            boolean due = model.enabled && step >= model.due;
            if (due) {
                while (model.due <= step) {
                    model.due += model.interval;
                }
            }
            if (due || once) {
                model.channels
                        .keySet()
                        .forEach(channel ->
                                wanted.add(new Sent(number, "source.c" + channel, step * 100.0 + channel, false)));
            }
        });
        return wanted;
    }
}
