package org.stitchery.simulator.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.simulator.machine.BufferTraits;

class ReceiveBufferTest {

    private final ReceiveBuffer buffer = new ReceiveBuffer(new BufferTraits(64, 75, 25));

    @Test
    void bytesComeOutAsTheyWentInAroundTheRing() {
        int in = 0;
        int out = 0;
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 40; i++) {
                buffer.put((byte) in++);
            }
            while (buffer.size() > 5) {
                assertThat(buffer.peek(0)).isEqualTo((byte) out++);
                buffer.drop(1);
            }
        }
    }

    @Test
    void whatDoesNotFitIsLostAndCountedOnce() {
        fill(70);
        assertThat(buffer.size()).isEqualTo(64);
        assertThat(buffer.takeLost()).isEqualTo(6);
        assertThat(buffer.takeLost()).isZero();
    }

    @Test
    void excusedBytesAreKeptBeyondTheCapacityInTheirOrder() {
        fill(30);
        buffer.drop(30);
        buffer.excuse(10);
        fill(80);

        assertThat(buffer.size()).isEqualTo(74);
        assertThat(buffer.takeLost()).isEqualTo(6);
        for (int i = 0; i < 74; i++) {
            assertThat(buffer.peek(i)).isEqualTo((byte) i);
        }
    }

    @Test
    void theExcuseEndsWhenTheBufferIsNearlyEmpty() {
        fill(60);
        buffer.excuse(10);
        buffer.drop(60);
        fill(70);
        assertThat(buffer.takeLost()).isEqualTo(6);
    }

    private void fill(int bytes) {
        for (int i = 0; i < bytes; i++) {
            buffer.put((byte) i);
        }
    }
}
