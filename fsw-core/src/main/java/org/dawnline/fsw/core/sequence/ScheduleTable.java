package org.dawnline.fsw.core.sequence;

import org.dawnline.fsw.core.command.Schedule;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;

/**
 * Fills one buffer of the schedule with telecommands, in place of those of the table before; what came with telecommands stays. After
 * a restart the buffer is as it was kept, so that what was executed or deleted does not come back.
 */
final class ScheduleTable implements Table<ScheduleRows> {
    private final int buffer;
    private final ScheduleManager manager;

    ScheduleTable(int buffer, ScheduleManager manager) {
        this.buffer = buffer;
        this.manager = manager;
    }

    @Override
    public String name() {
        return "schedule." + Schedule.BUFFERS.get(buffer);
    }

    @Override
    public String kind() {
        return "schedule";
    }

    @Override
    public ScheduleRows read(Rows rows) {
        return ScheduleRows.read(rows);
    }

    @Override
    public boolean fits(ScheduleRows content) {
        return manager.fits(buffer, content);
    }

    @Override
    public void activate(ScheduleRows content) {
        manager.fill(buffer, content);
    }

    @Override
    public void restore(ScheduleRows content) {
        if (!manager.isFilledWith(buffer, content)) {
            manager.fill(buffer, content);
        }
    }
}
