package org.dawnline.fsw.core.mode;

/** Told on the executive thread that a mode has begun; starts what belongs to its entry. Never blocks. */
@FunctionalInterface
public interface ModeEntry {
    /** Says whether what belongs to the entry was started. */
    boolean entered(Mode mode);
}
