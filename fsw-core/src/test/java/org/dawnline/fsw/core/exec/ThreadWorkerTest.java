package org.dawnline.fsw.core.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ThreadWorkerTest {
    private static final long PATIENCE_S = 30;

    @Test
    @Tag("CORE-006")
    void tasksRunInOrderOnAnotherThreadAndOneThatBreaksEndsNothing() throws InterruptedException {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1);
        try (ThreadWorker worker = new ThreadWorker()) {
            assertThat(worker.offer(() -> seen.add(Thread.currentThread().getName())))
                    .isTrue();
            worker.offer(() -> {
                throw new AssertionError("told to");
            });
            worker.offer(() -> seen.add("after"));
            worker.offer(done::countDown);
            assertThat(done.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).containsExactly("worker", "after");
            assertThat(worker.broken()).isEqualTo(1);
        }
    }

    @Test
    @Tag("CORE-006")
    @Tag("A6")
    void aBusyWorkerRefusesInsteadOfBlocking() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ThreadWorker worker = new ThreadWorker()) {
            worker.offer(() -> {
                begun.countDown();
                awaitQuietly(goOn);
            });
            assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            int taken = 0;
            while (taken < 100 && worker.offer(() -> {})) {
                taken++;
            }
            goOn.countDown();
            assertThat(taken).isEqualTo(16);
            assertThat(worker.refused()).isEqualTo(1);
        }
    }

    @Test
    @Tag("E4")
    @Tag("CORE-173")
    void aTaskThatHangsIsLeftBehindAndTheNextOnesRunOnceEachInOrder() throws InterruptedException {
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        try (ThreadWorker worker = new ThreadWorker()) {
            worker.offer(() -> {
                hung.countDown();
                awaitStubbornly(wake);
                woken.countDown();
            });
            assertThat(hung.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            long beats = worker.heartbeat().beats();
            assertThat(worker.heartbeat().resting()).isFalse();
            for (int i = 0; i < 5; i++) {
                int number = i;
                worker.offer(() -> seen.add(number));
            }
            assertThat(worker.heartbeat().beats()).isEqualTo(beats);
            worker.revive();
            worker.offer(done::countDown);
            assertThat(done.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            wake.countDown();
            assertThat(woken.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).containsExactly(0, 1, 2, 3, 4);
            assertThat(worker.heartbeat().beats()).isGreaterThan(beats);
        }
    }

    // Like a native call that an interrupt does not reach.
    private static void awaitStubbornly(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                open = latch.await(PATIENCE_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                open = false; // told to be stubborn
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
