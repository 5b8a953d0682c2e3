package org.dawnline.tools.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C (and a polite kill) into a request that a command obeys in its own time: the process ends only when the command
 * has, and then with that command's exit code instead of the signal's.
 */
final class StopSignal implements AutoCloseable {
    private static final long LONGEST_END_S = 15;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile int exitCode = Dawnline.FINE;

    private StopSignal(Runnable onRequest) {
        hook = new Thread(() -> obey(onRequest), "stop");
    }

    /** Listens from now until it is closed. */
    static StopSignal install() {
        return install(() -> {});
    }

    /** Listens from now until it is closed; {@code onRequest} is called on another thread when the command is to end. */
    static StopSignal install(Runnable onRequest) {
        StopSignal signal = new StopSignal(onRequest);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void obey(Runnable onRequest) {
        requested.countDown();
        onRequest.run();
        try {
            boolean clean = ended.await(LONGEST_END_S, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(clean ? exitCode : Dawnline.FAILED);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(Dawnline.FAILED);
        }
    }

    /** Waits that long; true as soon as somebody wants the command to end. */
    boolean await(Duration time) throws InterruptedException {
        return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Says with which exit code the process ends if somebody wanted it to. */
    int exitWith(int code) {
        exitCode = code;
        return code;
    }

    /** Whether somebody wants the command to end. */
    boolean requested() {
        return requested.getCount() == 0;
    }

    /** Says that the command has ended and everything is put away. */
    @Override
    public void close() {
        if (requested()) {
            ended.countDown();
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            ended.countDown(); // the signal came just now
        }
    }
}
