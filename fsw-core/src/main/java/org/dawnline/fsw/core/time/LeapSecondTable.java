package org.dawnline.fsw.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dawnline.fsw.core.table.Flaw;
import org.dawnline.fsw.core.table.Row;
import org.dawnline.fsw.core.table.Rows;
import org.dawnline.fsw.core.table.Table;

/** The table of leap seconds as text: {@code 2017-01-01 taiMinusUtcS=37}. A new one is uplinked half a year before it counts. */
final class LeapSecondTable implements Table<LeapSeconds> {
    private static final int MAX_DIFFERENCE_S = 255;

    private volatile LeapSeconds active = new LeapSeconds(new long[0], new int[0]);

    @Override
    public String name() {
        return "leapseconds";
    }

    @Override
    public String kind() {
        return "leapseconds";
    }

    @Override
    public LeapSeconds read(Rows rows) {
        rows.header().word(2, "the name");
        List<Row> list = rows.list();
        int count = Math.min(LeapSeconds.MAX_STEPS, list.size());
        long[] utcS = new long[count];
        int[] differences = new int[count];
        for (int i = 0; i < count; i++) {
            utcS[i] = date(list.get(i), i == 0 ? Long.MIN_VALUE : utcS[i - 1]);
            differences[i] = list.get(i).whole("taiMinusUtcS", 0, MAX_DIFFERENCE_S);
        }
        if (list.size() > count) {
            list.get(count).problem(Flaw.OUT_OF_RANGE, "there are more than " + LeapSeconds.MAX_STEPS + " rows");
        }
        return new LeapSeconds(utcS, differences);
    }

    private static long date(Row row, long afterS) {
        long seconds = afterS == Long.MIN_VALUE ? 0 : afterS + 1; // harmless, should there be none
        try {
            long read = LocalDate.parse(row.word(0, "the date")).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            if (read > afterS) {
                return read;
            }
            row.problem(Flaw.CONFLICT, "the date is not after that of the row before");
        } catch (DateTimeException e) {
            row.problem(Flaw.WRONG_KIND, "the date is not like 2017-01-01");
        }
        return seconds;
    }

    @Override
    public void activate(LeapSeconds content) {
        active = content;
    }

    LeapSeconds active() {
        return active;
    }
}
