package org.dawnline.fsw.core.command;

/** Lets a particle hit the schedule. */
public final class ScheduleDamage {
    private ScheduleDamage() {}

    /** Flips a bit of the first argument of the next entry of a buffer. */
    public static void hit(Schedule schedule, int buffer, int bit) {
        ScheduleBuffer target = schedule.buffer(buffer);
        int at = target.at(0) * org.dawnline.fsw.core.face.CommandDeclaration.MAX_ARGUMENTS;
        long bits = Double.doubleToRawLongBits(target.arguments[at]) ^ (1L << bit);
        target.arguments[at] = Double.longBitsToDouble(bits);
    }
}
