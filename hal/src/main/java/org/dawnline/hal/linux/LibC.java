package org.dawnline.hal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** The C library's functions that Java lacks, mapped directly. */
final class LibC {
    private LibC() {}

    /** Returns an error number, 0 for none. */
    static native int clock_nanosleep(int clock, int flags, Pointer request, Pointer remain);

    /** Returns 0, or -1 on failure. */
    static native int clock_gettime(int clock, Pointer time);

    static native int sched_setscheduler(int thread, int policy, Pointer parameters) throws LastErrorException;

    /** Variadic in C; on Linux's 64-bit calling conventions the same as this. */
    static native int prctl(int option, long second, long third, long fourth, long fifth);

    /** Returns the state of the kernel's clock, or -1 on failure. */
    static native int adjtimex(Pointer timex);

    /** Binds the functions once; empty on success, else the reason why they cannot be used. */
    static synchronized String bind() {
        try {
            if (!Native.registered(LibC.class)) {
                Native.register(LibC.class, NativeLibrary.getProcess());
            }
            return "";
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            return String.valueOf(e.getMessage());
        }
    }
}
