package org.dawnline.app;

import java.util.List;
import org.dawnline.fsw.comms.GroundLink;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.SequenceStarter;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Dictionary;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.monitor.Actions;
import org.dawnline.fsw.core.monitor.Monitors;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.fsw.core.telemetry.DerivedChannels;
import org.dawnline.fsw.core.telemetry.Housekeeping;
import org.dawnline.fsw.core.telemetry.Statistics;
import org.dawnline.fsw.core.telemetry.ThrottleTable;

/**
 * What looks at all others, by tables that the ground can change: what is derived is computed, monitors judge, actions follow,
 * housekeeping and statistics tell what was asked for. It steps after all that it looks at.
 */
final class Watch {
    private final DerivedChannels derived;
    private final Statistics statistics;
    private final Monitors monitors;
    private final Actions actions;
    private final Housekeeping housekeeping;
    private final ThrottleTable throttles;

    Watch(
            Registrar r,
            CommandDispatcher commands,
            SequenceStarter sequences,
            ModeManager modes,
            SpacecraftOptions options,
            Worker worker) {
        derived = new DerivedChannels(r.component("derived"), r);
        statistics = new Statistics(r.component("statistics"));
        monitors = new Monitors(r.component("monitor"), options.archive(), worker);
        Actions.Means means = new Actions.Means(commands, sequences, modes::requestSafe);
        actions = new Actions(r.component("action"), r.events(), monitors, means, options.archive(), worker);
        housekeeping = new Housekeeping(r.component("housekeeping"));
        throttles = new ThrottleTable(r.events());
    }

    List<Component> regulation() {
        return List.of(derived, statistics, monitors, housekeeping);
    }

    List<Component> reflexes() {
        return List.of(actions);
    }

    List<Table<?>> tables() {
        return List.of(monitors.table(), actions.table(), throttles, housekeeping.table(), statistics.table());
    }

    /** Before the first cycle. */
    void begin(Dictionary dictionary, GroundLink ground) {
        housekeeping.use(dictionary);
        statistics.use(dictionary);
        housekeeping.attach(ground.sets());
    }
}
