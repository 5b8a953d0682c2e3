package org.dawnline.fsw.comms;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Tick;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.EventType;
import org.dawnline.fsw.core.face.Events;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Outcome;
import org.dawnline.fsw.core.face.Severity;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.fsw.core.table.TableManager;

/** Tells the ground what is on board: after each start, whenever a table has changed, and when it is asked to. */
public final class VersionManager implements Component {
    private static final long WORD = 0xFFFF_FFFFL;
    private static final long MIX = 31;

    private final String name;
    private final GroundLink link;
    private final OnBoardVersions versions;
    private final TableManager tables;
    private final Channel dictionary;
    private final Channel tableMix;
    private final Channel reports;
    private final Events<Event> events;
    private long toldMix = -1;
    private long told;

    /** What it has to say. */
    enum Event implements EventType {
        REPORTED(Severity.ACTIVITY_LO, "versions reported: dictionary {0}, all tables {1}");

        private final Severity severity;
        private final String pattern;

        Event(Severity severity, String pattern) {
            this.severity = severity;
            this.pattern = pattern;
        }

        @Override
        public Severity severity() {
            return severity;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    /** Tells over that link what stays as it is, and the tables. */
    public VersionManager(Face face, GroundLink link, OnBoardVersions versions, TableManager tables) {
        this.name = face.name();
        this.link = link;
        this.versions = versions;
        this.tables = tables;
        dictionary = face.channel("dictionary", Unit.NONE, "first 32 bits of the dictionary's checksum");
        tableMix = face.channel("tables", Unit.NONE, "one number over the checksums of all tables in force");
        reports = face.channel("reports", Unit.COUNT, "version reports since start");
        events = face.events(Event.class);
        tables.onChange(this::report); // at once: the ground reads events by the names of their tables
        face.command("REPORT", "Sends the version of everything on board.", arguments -> report());
    }

    private Outcome report() {
        List<OnBoardVersions.Table> inForce = new ArrayList<>();
        for (int i = 0; i < tables.tables(); i++) {
            inForce.add(new OnBoardVersions.Table(tables.table(i).name(), tables.checksum(i), tables.names(i)));
        }
        link.tell(versions.withTables(inForce, tables.changedUtcNanos()));
        told++;
        toldMix = mix();
        events.raise(Event.REPORTED, checksumWord(), toldMix);
        return Outcome.COMPLETED;
    }

    private double checksumWord() {
        return link.dictionaryChecksum() >>> Integer.SIZE;
    }

    private long mix() {
        long mix = 0;
        for (int i = 0; i < tables.tables(); i++) {
            mix = (mix * MIX + tables.checksum(i)) & WORD;
        }
        return mix;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step(Tick tick) {
        if (mix() != toldMix) {
            report();
        }
        dictionary.set(checksumWord());
        tableMix.set(toldMix);
        reports.set(told);
    }
}
