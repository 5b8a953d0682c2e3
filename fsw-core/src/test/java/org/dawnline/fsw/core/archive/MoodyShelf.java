package org.dawnline.fsw.core.archive;

import java.util.List;
import java.util.SortedMap;

/** A shelf on a disk that refuses changes when it is told to. */
public final class MoodyShelf implements Shelf {
    /** Whether it refuses changes from now on. */
    public boolean refuses;

    private final Shelf shelf;

    /** Over another one that does not. */
    public MoodyShelf(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public boolean apply(List<Change> changes) {
        return !refuses && shelf.apply(changes);
    }

    @Override
    public SortedMap<String, byte[]> load(String kind) {
        return shelf.load(kind);
    }
}
