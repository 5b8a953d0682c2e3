package org.dawnline.fsw.core.sequence;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.dawnline.fsw.core.command.Origin;
import org.dawnline.fsw.core.command.Schedule;
import org.dawnline.fsw.core.face.Hazard;
import org.dawnline.fsw.core.table.Call;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;

/** What a schedule table says: telecommands and when, {@code 2026-06-22T00:00:05.000Z loads.POWER load=heaters power=ON}. */
final class ScheduleRows {
    private final long[] utcNanos;
    private final int[] commands;
    private final double[][] arguments;
    private final long checksum;

    private ScheduleRows(int count) {
        utcNanos = new long[count];
        commands = new int[count];
        arguments = new double[count][];
        checksum = 0;
    }

    private ScheduleRows(ScheduleRows filled) {
        utcNanos = filled.utcNanos;
        commands = filled.commands;
        arguments = filled.arguments;
        checksum = filled.computeChecksum();
    }

    static ScheduleRows read(Rows rows) {
        List<Row> list = rows.list();
        if (list.size() > Schedule.CAPACITY) {
            rows.problems().add(Flaw.TOO_MANY, list.size() + " telecommands, at most " + Schedule.CAPACITY);
            return new ScheduleRows(0);
        }
        ScheduleRows read = new ScheduleRows(list.size());
        for (int i = 0; i < list.size(); i++) {
            read.take(i, list.get(i));
        }
        return new ScheduleRows(read);
    }

    private void take(int i, Row row) {
        utcNanos[i] = UtcTimes.read(row);
        Call call = row.callOfWord(1);
        arguments[i] = call == null ? new double[0] : call.values();
        commands[i] = call == null ? 0 : call.number();
        if (call != null
                && call.declaration().terms().hazard() == Hazard.CRITICAL
                && !Origin.SCHEDULE.mayBeCritical()) {
            row.problem(Flaw.CONFLICT, call.declaration().name() + " is critical: no schedule may give it");
        }
    }

    int count() {
        return utcNanos.length;
    }

    long utcNanos(int i) {
        return utcNanos[i];
    }

    int command(int i) {
        return commands[i];
    }

    double[] arguments(int i) {
        return arguments[i];
    }

    /** CRC32C over all of it: whether two tables say the same. */
    long checksum() {
        return checksum;
    }

    private long computeChecksum() {
        CRC32C crc = new CRC32C();
        for (int i = 0; i < count(); i++) {
            ByteBuffer row = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + arguments[i].length * Double.BYTES);
            row.putLong(utcNanos[i]).putInt(commands[i]);
            for (double argument : arguments[i]) {
                row.putDouble(argument);
            }
            crc.update(row.array());
        }
        return crc.getValue();
    }
}
