package org.stitchery.embroidery.format.husqvarna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;

class UnpackerTest {

    /** Found by damaging files: the number of bits overflowed, and the place lay before the stream. */
    @Test
    void aRepeatFromFurtherBackThanAnyStreamIsRefused() {
        for (int bits = 1; bits < 32; bits++) {
            // One block whose every symbol is a repeat of three, from a distance of so many bits, all of them 1.
            Bits stream = new Bits().add(9, 16).add(0, 5).add(0, 5).add(0, 9).add(256, 9);
            byte[] content =
                    stream.add(0, 5).add(bits, 5).add(-1, 30).add(-1, 30).bytes();

            assertThatExceptionOfType(FormatException.class)
                    .isThrownBy(() -> Unpacker.unpack(new ByteSource("HUS", content), 0, content.length, 100))
                    .withMessageContaining("a repeat of what was unpacked");
        }
    }

    /** Found by damaging files: thousands of blocks, each with three codes of its own. */
    @Test
    void aStreamOfManyBlocksTakesNoMoreMemoryThanOneOfFew() throws FormatException {
        Bits stream = new Bits();
        for (int block = 0; block < 2000; block++) {
            stream.add(1, 16).add(0, 10).add(0, 9).add('A', 9).add(0, 10);
        }
        ByteSource file = new ByteSource("HUS", stream.bytes());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Unpacker.unpack(file, 0, file.size(), 2000);
        long before = threads.getCurrentThreadAllocatedBytes();
        byte[] symbols = Unpacker.unpack(file, 0, file.size(), 2000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
        assertThat(symbols).hasSize(2000).containsOnly('A');
    }

    /** Numbers of any number of bits, the highest first. */
    private static final class Bits {

        private final StringBuilder digits = new StringBuilder();

        Bits add(int value, int count) {
            for (int bit = count - 1; bit >= 0; bit--) {
                digits.append(value >> bit & 1);
            }
            return this;
        }

        byte[] bytes() {
            byte[] bytes = new byte[(digits.length() + 7) / 8];
            for (int i = 0; i < digits.length(); i++) {
                bytes[i / 8] |= (byte) ((digits.charAt(i) - '0') << 7 - i % 8);
            }
            return bytes;
        }
    }
}
