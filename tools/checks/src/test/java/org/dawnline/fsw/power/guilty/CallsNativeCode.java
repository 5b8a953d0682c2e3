package org.dawnline.fsw.power.guilty;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Breaks a rule on purpose: native code outside the native HAL. */
public final class CallsNativeCode {
    public int pointerBytes() {
        return Native.POINTER_SIZE;
    }

    public Pointer pointer() {
        return Pointer.createConstant(1);
    }
}
