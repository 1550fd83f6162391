package org.stitchery.service.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialMailboxTest {

    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(4);
    private final SerialMailbox mailbox = new SerialMailbox("test", workers);

    @AfterEach
    void end() {
        workers.shutdownNow();
    }

    @Test
    void lettersAreReadOneAtATimeInTheOrderTheyCame() throws Exception {
        List<Integer> read = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 1000; i++) {
            int letter = i;
            mailbox.add(() -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                read.add(letter);
                atOnce.decrementAndGet();
            });
        }

        assertThat(mailbox.drained(Duration.ofSeconds(20))).isTrue();
        assertThat(read).isEqualTo(IntStream.range(0, 1000).boxed().toList());
        assertThat(most.get()).isEqualTo(1);
    }

    /** The database may be away for a minute; what happened must not be lost or told out of order. */
    @Test
    void aLetterThatCannotBeDealtWithIsTriedAgainBeforeTheNext() throws Exception {
        List<String> read = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger tries = new AtomicInteger();
        mailbox.add(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("database is away");
            }
            read.add("first");
        });
        mailbox.add(() -> read.add("second"));

        assertThat(mailbox.drained(Duration.ofSeconds(20))).isTrue();
        assertThat(read).containsExactly("first", "second");
        assertThat(tries.get()).isEqualTo(3);
    }

    @Test
    void waitingForAFullMailboxEndsAtTheDeadline() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        mailbox.add(() -> {
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(mailbox.drained(Duration.ofMillis(50))).isFalse();
        release.countDown();
        assertThat(mailbox.drained(Duration.ofSeconds(20))).isTrue();
    }
}
