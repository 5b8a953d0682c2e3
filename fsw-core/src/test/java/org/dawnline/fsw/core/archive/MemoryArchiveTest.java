package org.dawnline.fsw.core.archive;

/** The archive without a disk. */
class MemoryArchiveTest extends ArchiveContract {
    @Override
    Archive archive() {
        return new MemoryArchive();
    }
}
