package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedTransportTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000);

    @Test
    void aHostThatComesByEveryMillisecondGetsTheWholeRateAndNoMore() throws Exception {
        for (int rate : new int[] {96, 960, 11_520, 100_000}) {
            PacedTransport paced = new PacedTransport(line(), rate, clock::get);
            long accepted = 0;
            for (int millis = 0; millis < 10_000; millis++) {
                accepted += paced.write(ByteBuffer.allocate(1000));
                clock.addAndGet(1_000_000);
            }
            assertThat(accepted).as("in ten seconds at %d", rate).isBetween(rate * 10L - 1, rate * 10L + 251);
        }
    }

    /** A host that was away must not make up for it: the machine's buffer marks count on the line rate. */
    @Test
    void aHostThatWasAwaySendsNoBurst() throws Exception {
        PacedTransport paced = new PacedTransport(line(), 11_520, clock::get);
        clock.addAndGet(60_000_000_000L);
        assertThat(paced.write(ByteBuffer.allocate(1000))).isEqualTo(16);
        assertThat(paced.write(ByteBuffer.allocate(1000))).isZero();
    }

    @Test
    void aHostThatComesByMoreSeldomGetsTheWholeRateToo() throws Exception {
        PacedTransport paced = new PacedTransport(line(), 11_520, clock::get);
        paced.visitedEvery(6_000_000);
        long accepted = 0;
        for (int visit = 0; visit < 1000; visit++) {
            accepted += paced.write(ByteBuffer.allocate(1000));
            clock.addAndGet(6_000_000);
        }
        assertThat(accepted).isBetween(6 * 11_520L - 1000, 6 * 11_520L + 80);
    }

    @Test
    void whatWasAcceptedCountsAsUnsentUntilTheLineHasCarriedIt() throws Exception {
        PacedTransport paced = new PacedTransport(line(), 1000, clock::get);
        assertThat(paced.write(ByteBuffer.allocate(10))).isEqualTo(10);
        assertThat(paced.unsent()).isEqualTo(10);
        clock.addAndGet(4_000_000);
        assertThat(paced.unsent()).isEqualTo(6);
        clock.addAndGet(6_000_000);
        assertThat(paced.unsent()).isZero();
    }

    @Test
    void theBuffersLimitIsLeftAsItWas() throws Exception {
        PacedTransport paced = new PacedTransport(line(), 11_520, clock::get);
        ByteBuffer bytes = ByteBuffer.allocate(1000);
        bytes.limit(500);
        paced.write(bytes);
        assertThat(bytes.limit()).isEqualTo(500);
        assertThat(bytes.position()).isEqualTo(16);
    }

    private static RawTransport line() {
        MemoryTransport memory = new MemoryTransport();
        return new RawTransport() {
            @Override
            public String name() {
                return memory.name();
            }

            @Override
            public boolean modemLines() {
                return false;
            }

            @Override
            public int write(ByteBuffer from) throws java.io.IOException {
                return memory.write(from);
            }

            @Override
            public int read(ByteBuffer into) throws java.io.IOException {
                return memory.read(into);
            }

            @Override
            public int unsent() {
                return 0;
            }

            @Override
            public boolean clearToSend() {
                return true;
            }

            @Override
            public int discardUnsent() {
                return -1;
            }

            @Override
            public void close() {
                memory.close();
            }
        };
    }
}
