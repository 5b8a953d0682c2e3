package org.dawnline.fsw.core.archive;

/**
 * What an archive has been through since it was opened.
 *
 * @param rebuilds times that the file was damaged and a new one was built of what could be saved
 * @param damagedRecords records found damaged and left out
 * @param failedWrites calls whose records are not durable
 * @param created whether there was no archive before
 * @param usable whether it can be written at all; if not, every change is refused
 */
public record ArchiveHealth(long rebuilds, long damagedRecords, long failedWrites, boolean created, boolean usable) {}
