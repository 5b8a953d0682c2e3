package org.dawnline.fsw.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dawnline.fsw.core.command.Origin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random loads, starts, stops and holds, and beside the sequencer a naive one that thinks in lists and tenths of a second. */
class SequencerModelTest {
    private static final int OPERATIONS = 4_000;
    private static final int SLOTS_USED = 12;

    private record Step(int after, int pump) {}

    private static final class Naive {
        final Map<Integer, Naive.Slot> slots = new TreeMap<>();
        final List<Integer> pumps = new ArrayList<>();

        private static final class Slot {
            int priority;
            boolean fromStart;
            List<Step> steps = List.of();
            List<Step> left = new ArrayList<>();
            int clock;
            int last;
            boolean running;
            boolean held;
        }

        void cycle() {
            int room = Sequencer.MAX_PER_CYCLE;
            List<Integer> order = new ArrayList<>(slots.keySet());
            order.sort(Comparator.comparingInt(number -> slots.get(number).priority));
            for (int number : order) {
                Slot slot = slots.get(number);
                while (slot.running && !slot.held && !slot.left.isEmpty() && due(slot) <= slot.clock && room > 0) {
                    slot.last = due(slot);
                    pumps.add(slot.left.remove(0).pump());
                    room--;
                }
                slot.running &= !slot.left.isEmpty() || slot.held;
                slot.clock += slot.running && !slot.held ? 1 : 0;
            }
        }

        private static int due(Slot slot) {
            return slot.left.get(0).after() + (slot.fromStart ? 0 : slot.last);
        }
    }

    @ParameterizedTest
    @Tag("F2")
    @Tag("N8")
    @Tag("CORE-128")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSequencerGivesWhatANaiveOneGivesInTheSameCycle(long seed) {
        SplittableRandom luck = new SplittableRandom(seed);
        SequenceBench flight = new SequenceBench();
        Naive naive = new Naive();
        int checked = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            int number = luck.nextInt(SLOTS_USED);
            act(luck.nextInt(12), number, flight, naive, luck);
            flight.tick(1);
            naive.cycle();
            assertThat(flight.pumps()).as("operation %d", i).isEqualTo(naive.pumps);
            checked += naive.pumps.size();
            flight.given.clear();
            naive.pumps.clear();
        }
        assertThat(checked).isGreaterThan(OPERATIONS / 4);
    }

    private static void act(int what, int number, SequenceBench flight, Naive naive, SplittableRandom luck) {
        Naive.Slot slot = naive.slots.computeIfAbsent(number, n -> new Naive.Slot());
        boolean ready = !slot.running && !slot.steps.isEmpty();
        switch (what) {
            case 0 -> load(number, slot, flight, luck);
            case 1, 2, 3, 4, 5 -> {
                assertThat(flight.sequencer.start(number, Origin.ACTION)).isEqualTo(ready);
                if (ready) {
                    slot.left = new ArrayList<>(slot.steps);
                    slot.clock = 0;
                    slot.last = 0;
                    slot.running = true;
                }
            }
            case 6 -> {
                assertThat(flight.sequencer.stop(number)).isEqualTo(slot.running);
                slot.running = false;
                slot.held = false;
            }
            case 7, 8 -> {
                assertThat(flight.sequencer.hold(number)).isEqualTo(slot.running && !slot.held);
                slot.held = slot.running;
            }
            case 9, 10 -> {
                assertThat(flight.sequencer.resume(number)).isEqualTo(slot.held);
                slot.held = false;
            }
            default -> {
                // Time passes.
            }
        }
    }

    private static void load(int number, Naive.Slot slot, SequenceBench flight, SplittableRandom luck) {
        List<Step> steps = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        boolean fromStart = luck.nextBoolean();
        int time = 0;
        for (int i = luck.nextInt(1, 14); i > 0; i--) {
            int after = luck.nextInt(4) * luck.nextInt(8);
            time = fromStart ? time + after : after;
            int pump = luck.nextInt(100);
            steps.add(new Step(time, pump));
            rows.add("+" + time * 100 + "ms pump.RUN pump=" + pump + " speed=1");
        }
        slot.priority = luck.nextInt(3);
        slot.fromStart = fromStart;
        slot.steps = steps;
        slot.running = false;
        slot.held = false;
        String header = "times=" + (fromStart ? "start" : "previous") + " priority=" + slot.priority;
        flight.load(number, header, rows.toArray(String[]::new));
    }
}
