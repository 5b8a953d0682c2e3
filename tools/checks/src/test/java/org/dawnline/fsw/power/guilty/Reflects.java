package org.dawnline.fsw.power.guilty;

import java.lang.reflect.Method;

/** Breaks a rule on purpose: reflection in flight. */
public final class Reflects {
    public Method[] methods() {
        return String.class.getMethods();
    }
}
