package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.transport.TransportException.Reason;

/** Telnet taken apart and put together. */
class TelnetCodecTest {

    /** Writes down what it hears. */
    private static final class Notes implements TelnetDecoder.Listener {

        final ByteArrayOutputStream data = new ByteArrayOutputStream();
        final List<String> others = new ArrayList<>();

        @Override
        public void data(byte value) {
            data.write(value);
        }

        @Override
        public void negotiation(int verb, int option) {
            others.add(verb + " " + option);
        }

        @Override
        public void subnegotiation(int option, byte[] content) {
            StringBuilder text = new StringBuilder(option + ":");
            for (byte value : content) {
                text.append(' ').append(Byte.toUnsignedInt(value));
            }
            others.add(text.toString());
        }
    }

    @Test
    void dataNegotiationAndSubnegotiationAreToldApart() throws Exception {
        Notes notes = decoded(0x41, 255, 251, 0, 0x42, 255, 250, 44, 101, 0, 255, 255, 0, 255, 240, 255, 255, 0x0D);
        assertThat(notes.data.toByteArray()).containsExactly(0x41, 0x42, 255, 0x0D);
        assertThat(notes.others).containsExactly("251 0", "44: 101 0 255 0");
    }

    @Test
    void commandsWithoutAValueMeanNothingToAMachine() throws Exception {
        Notes notes = decoded(255, 241, 1, 255, 249, 2, 255, 242, 3, 255, 239, 4);
        assertThat(notes.data.toByteArray()).containsExactly(1, 2, 3, 4);
        assertThat(notes.others).isEmpty();
    }

    /** Wherever the network cuts a stream, it means the same. */
    @Test
    void everyCutGivesTheSame() throws Exception {
        byte[] stream = bytes(
                7, 255, 253, 44, 255, 250, 44, 107, 16, 255, 240, 255, 255, 8, 255, 250, 44, 101, 255, 255, 1, 255, 255,
                2, 255, 240, 255, 252, 1, 9);
        Notes whole = new Notes();
        new TelnetDecoder("x", whole).decode(ByteBuffer.wrap(stream));
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                Notes notes = new Notes();
                TelnetDecoder decoder = new TelnetDecoder("x", notes);
                decoder.decode(ByteBuffer.wrap(stream, 0, first));
                decoder.decode(ByteBuffer.wrap(stream, first, second - first));
                decoder.decode(ByteBuffer.wrap(stream, second, stream.length - second));
                assertThat(notes.data.toByteArray()).isEqualTo(whole.data.toByteArray());
                assertThat(notes.others).isEqualTo(whole.others);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "255 10|sent 10 as a telnet command",
                "255 240|that never began",
                "255 250 44 1 255 241|command 241 within a telnet sub-negotiation",
                "255 250 44 1 255 250|command 250 within a telnet sub-negotiation"
            })
    void whatCannotBeTelnetIsRefused(String stream, String complaint) {
        String[] words = stream.split(" ");
        int[] values = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = Integer.parseInt(words[i]);
        }
        assertThatThrownBy(() -> decoded(values))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessageContaining(complaint)
                .hasMessageContaining("RFC 2217");
    }

    @Test
    void aSubnegotiationHasAnEnd() throws Exception {
        int[] longest = new int[3 + TelnetDecoder.MOST_CONTENT];
        longest[0] = 255;
        longest[1] = 250;
        longest[2] = 44;
        Notes notes = new Notes();
        TelnetDecoder decoder = new TelnetDecoder("x", notes);
        decoder.decode(ByteBuffer.wrap(bytes(longest)));
        assertThatThrownBy(() -> decoder.decode(ByteBuffer.wrap(bytes(1))))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("more than 512 bytes");
    }

    /** Whatever bytes come, the decoder says something or refuses; it never fails in another way. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 500; trial++) {
            int[] noise = new int[200];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = random.nextInt(3) == 0 ? 236 + random.nextInt(20) : random.nextInt(256);
            }
            try {
                assertThat(decoded(noise).data.size()).isLessThanOrEqualTo(noise.length);
            } catch (TransportException e) {
                assertThat(e).hasMessageContaining("port server");
            }
        }
    }

    /** A line that takes a random number of bytes at a time, between commands that come at random moments. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsPutTogetherReadsBackHoweverLittleTheLineTakes(long seed) throws Exception {
        Random random = new Random(seed);
        NarrowLine line = new NarrowLine(random);
        TelnetOutput out = new TelnetOutput("x", line);
        byte[] data = new byte[5000];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (random.nextBoolean() ? 255 : random.nextInt(256));
        }
        ByteBuffer left = ByteBuffer.wrap(data);
        int commands = 0;
        while (left.hasRemaining() || out.unsent() > 0) {
            int before = left.position();
            int taken = out.take(left);
            assertThat(left.position() - before).isEqualTo(taken);
            if (random.nextInt(20) == 0) {
                out.subnegotiate(44, (byte) 11, (byte) 255);
                commands++;
            }
            out.flush();
        }
        while (line.sent.size() < 2 * data.length && line.idle < 50) {
            out.flush();
            line.idle++;
        }
        Notes notes = new Notes();
        new TelnetDecoder("x", notes).decode(ByteBuffer.wrap(line.sent.toByteArray()));
        assertThat(notes.data.toByteArray()).isEqualTo(data);
        assertThat(notes.others).hasSize(commands).allMatch("44: 11 255"::equals);
    }

    @Test
    void whatIsDiscardedLeavesNoHalfOfADoubledByteBehind() throws Exception {
        NarrowLine line = new NarrowLine(new Random(1));
        for (int takes = 0; takes < 12; takes++) {
            line.sent.reset();
            line.takes = takes;
            TelnetOutput out = new TelnetOutput("x", line);
            out.take(ByteBuffer.wrap(bytes(1, 255, 255, 2, 255, 3)));
            out.flush();
            out.discard();
            line.takes = 100;
            out.flush();
            out.take(ByteBuffer.wrap(bytes(9)));
            out.flush();
            Notes notes = new Notes();
            new TelnetDecoder("x", notes).decode(ByteBuffer.wrap(line.sent.toByteArray()));
            byte[] got = notes.data.toByteArray();
            assertThat(got[got.length - 1]).isEqualTo((byte) 9);
            assertThat(Arrays.copyOf(got, got.length - 1))
                    .isEqualTo(Arrays.copyOf(bytes(1, 255, 255, 2, 255, 3), got.length - 1));
        }
    }

    @Test
    void aServerThatAsksAndDoesNotReadIsGivenUp() {
        NarrowLine line = new NarrowLine(new Random(1));
        line.takes = 0;
        TelnetOutput out = new TelnetOutput("x", line);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        out.negotiate(TelnetDecoder.WONT, 1);
                        out.flush();
                    }
                })
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("asks without end");
    }

    /** Two sides that repeat themselves must not keep each other answering. */
    @Test
    void aRepeatedWordIsAnsweredOnce() throws Exception {
        NarrowLine line = new NarrowLine(new Random(1));
        line.takes = 10_000;
        TelnetOutput out = new TelnetOutput("x", line);
        TelnetOptions options = new TelnetOptions(out);
        for (int i = 0; i < 10; i++) {
            options.heard(TelnetDecoder.WILL, 1);
            options.heard(TelnetDecoder.DO, 24);
            options.heard(TelnetDecoder.DO, 44);
            options.heard(TelnetDecoder.WILL, 0);
            options.heard(TelnetDecoder.DONT, 1);
        }
        out.flush();
        assertThat(line.sent.toByteArray()).isEqualTo(bytes(255, 254, 1, 255, 252, 24));
        assertThat(options.agreed(TelnetOptions.Wanted.WE_SET_THE_PORT)).isTrue();
        assertThat(options.agreed(TelnetOptions.Wanted.THEY_BINARY)).isTrue();
        assertThat(options.agreed(TelnetOptions.Wanted.WE_BINARY)).isFalse();
    }

    private static Notes decoded(int... stream) throws TransportException {
        Notes notes = new Notes();
        new TelnetDecoder("x", notes).decode(ByteBuffer.wrap(bytes(stream)));
        return notes;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static final class NarrowLine implements RawTransport {

        final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        int takes = -1;
        int idle;
        private final Random random;

        NarrowLine(Random random) {
            this.random = random;
        }

        @Override
        public String name() {
            return "narrow";
        }

        @Override
        public int write(ByteBuffer from) {
            int count = Math.min(from.remaining(), takes < 0 ? random.nextInt(4) : takes);
            for (int i = 0; i < count; i++) {
                sent.write(from.get());
            }
            takes = takes < 0 ? takes : takes - count;
            return count;
        }

        @Override
        public int read(ByteBuffer into) {
            return 0;
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
        public int discardUnsent() throws IOException {
            return -1;
        }

        @Override
        public boolean modemLines() {
            return false;
        }

        @Override
        public void close() {}
    }
}
