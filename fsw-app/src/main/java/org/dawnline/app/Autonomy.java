package org.dawnline.app;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.archive.Shelf;
import org.dawnline.fsw.core.command.CommandDispatcher;
import org.dawnline.fsw.core.command.CommandJournal;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.FlightDynamics;
import org.dawnline.fsw.core.sequence.ScheduleManager;
import org.dawnline.fsw.core.sequence.Sequencer;
import org.dawnline.fsw.core.sequence.Triggers;
import org.dawnline.fsw.core.table.Table;
import org.dawnline.hal.Storage;

/** What the satellite does by itself at its time: sequences, what starts them along the orbit, and the schedule. */
final class Autonomy {
    private final Sequencer sequencer;
    private final ScheduleManager schedule;
    private final Triggers triggers;

    Autonomy(
            Registrar r,
            CommandDispatcher commands,
            ModeManager modes,
            FlightDynamics orbit,
            Worker worker,
            Shelf archive,
            Storage storage) {
        sequencer = new Sequencer(r.component("sequencer"), commands, modes);
        schedule = new ScheduleManager(r.component("schedule"), commands.schedule(), worker, archive, storage);
        triggers = new Triggers(r.component("triggers"), orbit, sequencer);
    }

    Sequencer sequencer() {
        return sequencer;
    }

    List<Table<?>> tables() {
        List<Table<?>> tables = new ArrayList<>(sequencer.tables());
        tables.addAll(schedule.tables());
        tables.add(triggers);
        return tables;
    }

    /** What acts in each cycle, before all others: what a trigger starts gives its first telecommand in the same cycle. */
    List<Component> reflexes() {
        return List.of(schedule.keeping(), triggers.watch(), sequencer.dispatch());
    }

    /** What tells how it stands. */
    List<Component> regulation() {
        return List.of(sequencer, schedule, triggers);
    }

    /** Reads back what waited, but for what has ended by the journal; before the first cycle. */
    void restore(CommandJournal journal) {
        schedule.restore((keyId, counter) -> journal.hasEnded(new CommandJournal.Open(keyId, counter)));
    }
}
