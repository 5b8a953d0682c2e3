package org.dawnline.fsw.power.guilty;

import com.google.protobuf.ByteString;

/** Breaks a rule on purpose: Protobuf outside communications. */
public final class SpeaksProtobuf {
    public ByteString bytes() {
        return ByteString.EMPTY;
    }
}
