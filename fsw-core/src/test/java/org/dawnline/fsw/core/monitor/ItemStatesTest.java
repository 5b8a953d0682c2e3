package org.dawnline.fsw.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.dawnline.fsw.core.face.Registrar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ItemStatesTest {
    private static final int CAPACITY = 100;

    private final ItemStates states = new ItemStates(new Registrar().component("a"), "states", CAPACITY);

    @Test
    @Tag("CORE-143")
    @Tag("E3")
    void whateverTelecommandsSayWhatIsPermanentlyOffStaysSo() {
        Random luck = new Random(3);
        MonitorState[] model = new MonitorState[CAPACITY];
        Arrays.fill(model, MonitorState.ACTIVE);
        for (int i = 0; i < 20_000; i++) {
            int item = luck.nextInt(CAPACITY);
            boolean rarely = luck.nextInt(100) == 0;
            MonitorState wanted = rarely ? MonitorState.PERMANENTLY_OFF : MonitorState.values()[luck.nextInt(4)];
            boolean allowed = model[item] != MonitorState.PERMANENTLY_OFF || rarely;
            assertThat(states.set(item, wanted)).isEqualTo(allowed);
            model[item] = allowed ? wanted : model[item];
            assertThat(states.get(item)).isEqualTo(model[item]);
        }
        for (int item = 0; item < CAPACITY; item++) {
            assertThat(states.get(item)).isEqualTo(model[item]); // no neighbour was touched
        }
        assertThat(model).contains(MonitorState.PERMANENTLY_OFF, MonitorState.OFF);
    }

    @Test
    @Tag("CORE-143")
    @Tag("E3")
    void onlyATableBringsItBack() {
        states.set(17, MonitorState.PERMANENTLY_OFF);
        states.put(17, MonitorState.ACTIVE);
        assertThat(states.get(17)).isEqualTo(MonitorState.ACTIVE);
    }
}
