package org.dawnline.fsw.core.command;

import org.dawnline.fsw.core.face.Request;
import org.dawnline.fsw.core.face.Tickets;
import org.jspecify.annotations.Nullable;

/** What the handler that is called just now sees of its telecommand. One object for each depth of telecommands that give others. */
final class Execution implements Request {
    private static final byte[] NOTHING = new byte[0];

    private byte[] data = NOTHING;
    private int dataLength;
    private long ticket = Tickets.NONE;
    private long answer;
    private int keyId;
    private long counter;

    void begin(byte @Nullable [] newData, int newDataLength, long newTicket, int newKeyId, long newCounter) {
        data = newData == null ? NOTHING : newData;
        dataLength = newDataLength;
        ticket = newTicket;
        answer = 0;
        keyId = newKeyId;
        counter = newCounter;
    }

    /** Key of the telecommand, 0 when it is one of the satellite's own. */
    int keyId() {
        return keyId;
    }

    /** Counter of the telecommand under its key. */
    long counter() {
        return counter;
    }

    long answered() {
        return answer;
    }

    @Override
    public byte[] data() {
        return data;
    }

    @Override
    public int dataLength() {
        return dataLength;
    }

    @Override
    public long ticket() {
        return ticket;
    }

    @Override
    public void answer(long number) {
        answer = number;
    }
}
