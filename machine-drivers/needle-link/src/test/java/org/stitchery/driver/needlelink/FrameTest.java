package org.stitchery.driver.needlelink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes over the line is what was meant, or nothing. */
class FrameTest {

    private static final int TRIES = 500;

    @Test
    void everyFrameComesOutAsItWentInWhateverItsBytes() {
        for (int seed = 0; seed < TRIES; seed++) {
            Frame frame = random(seed);
            assertThat(read(frame.encode())).usingRecursiveComparison().isEqualTo(List.of(frame));
        }
    }

    @Test
    void aFrameHasNoZeroButAtItsEndsAndIsWhatTheDescriptionSays() {
        for (int seed = 0; seed < TRIES; seed++) {
            Frame frame = random(seed);
            byte[] body = new byte[2 + frame.fields().length];
            body[0] = (byte) frame.kind();
            body[1] = (byte) frame.tag();
            System.arraycopy(frame.fields(), 0, body, 2, frame.fields().length);
            byte[] line = frame.encode();
            assertThat(line).isEqualTo(FrameByHand.of(body));
            assertThat(line.length).isLessThanOrEqualTo(253);
        }
    }

    @Test
    void noFrameWithAChangedByteIsTakenForOne() {
        for (int seed = 0; seed < TRIES; seed++) {
            Random chance = new Random(seed);
            byte[] line = random(seed).encode();
            line[1 + chance.nextInt(line.length - 2)] ^= (byte) (1 + chance.nextInt(255));
            assertThat(read(line)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void noFrameWithALostByteIsTakenForOneAndTheNextIsRead() {
        for (int seed = 0; seed < TRIES; seed++) {
            Random chance = new Random(seed);
            byte[] line = random(seed).encode();
            int lost = 1 + chance.nextInt(line.length - 2);
            Frame next = random(seed + 1);
            byte[] all =
                    join(Arrays.copyOf(line, lost), Arrays.copyOfRange(line, lost + 1, line.length), next.encode());
            assertThat(read(all)).as("seed %d", seed).usingRecursiveComparison().isEqualTo(List.of(next));
        }
    }

    @Test
    void afterAnyNoiseTheNextFrameIsRead() {
        for (int seed = 0; seed < TRIES; seed++) {
            Random chance = new Random(seed);
            byte[] noise = new byte[chance.nextInt(700)];
            chance.nextBytes(noise);
            Frame frame = random(seed);
            List<Frame> heard = read(join(noise, frame.encode()));
            assertThat(heard).as("seed %d", seed).isNotEmpty();
            assertThat(heard.get(heard.size() - 1)).usingRecursiveComparison().isEqualTo(frame);
        }
    }

    @Test
    void noAnswerHoweverDamagedMakesTheReaderFail() {
        for (int seed = 0; seed < TRIES * 5; seed++) {
            Random chance = new Random(seed);
            byte[] fields = new byte[chance.nextInt(60)];
            chance.nextBytes(fields);
            int kind = 1 + chance.nextInt(255);
            Answer answer = Answer.of(new Frame(kind, 1, fields));
            assertThat(answer == null || !answer.toString().isEmpty()).isTrue();
        }
    }

    @Test
    void runsOfEveryLengthAreStuffedAndUnstuffed() {
        for (int length = 0; length < 800; length++) {
            byte[] plain = new byte[length];
            Arrays.fill(plain, (byte) 7);
            for (int zero = 0; zero < length; zero += 1 + length / 5) {
                plain[zero] = 0;
                byte[] stuffed = Cobs.encode(plain);
                assertThat(stuffed).doesNotContain(0);
                assertThat(Cobs.decode(stuffed, stuffed.length)).isEqualTo(plain);
            }
            byte[] stuffed = Cobs.encode(plain);
            assertThat(Cobs.decode(stuffed, stuffed.length)).isEqualTo(plain);
        }
    }

    /** The page is what others build from: each example on it is a frame, and says what it is said to say. */
    @Test
    void theExamplesOfTheDescriptionAreFramesThatSayWhatTheySay() throws IOException {
        List<Frame> examples = examples();
        assertThat(examples).hasSize(12);
        assertThat(examples.get(0)).usingRecursiveComparison().isEqualTo(Ask.hello(1));
        assertThat(Answer.of(examples.get(1))).isEqualTo(new Answer.Welcome(1, 31, 200, 4, 1 << 20, "HEAD-1"));
        assertThat(examples.get(2)).usingRecursiveComparison().isEqualTo(Ask.status(2));
        assertThat(Answer.of(examples.get(3)))
                .isEqualTo(new Answer.Status(MachineState.IDLE, Reason.NONE, 6, 0, 0, 0, 1, 40));
        byte[] design = SmallDesign.content("ROSE-0042");
        Announcement what = Announcement.of(SmallDesign.order("ROSE-0042", 0x1122334455667788L, 0), design);
        assertThat(examples.get(4)).usingRecursiveComparison().isEqualTo(Ask.announce(3, 7, what));
        assertThat(Answer.of(examples.get(5))).isEqualTo(new Answer.Announced(0, Reason.NONE, 7, 0));
        assertThat(examples.get(6)).usingRecursiveComparison().isEqualTo(Ask.chunk(7, 7, 600, design, 6));
        assertThat(Answer.of(examples.get(7))).isEqualTo(new Answer.Got(7, 606, MachineState.READY, Reason.NONE));
        assertThat(Answer.of(examples.get(8)))
                .isEqualTo(new Answer.Report(
                        true, 7, 0x1122334455667788L, 1, 606, what.crc32(), "ROSE-0042", RunResult.SEWN, 30, 2, 77));
        assertThat(Answer.of(examples.get(9))).isEqualTo(new Answer.Refused(0x22, Reason.UNKNOWN_KIND));
        assertThat(Answer.of(examples.get(10)))
                .isEqualTo(new Answer.Event(45, 7, EventCode.THREAD_BROKE.ordinal(), 12, 0, 1));
        assertThat(Answer.of(examples.get(11))).isEqualTo(new Answer.Counter(7, 20, 0, 1, MachineState.SEWING));
    }

    private static List<Frame> examples() throws IOException {
        Path page = Files.exists(Path.of("PROTOCOL.md"))
                ? Path.of("PROTOCOL.md")
                : Path.of("machine-drivers/needle-link/PROTOCOL.md");
        List<Frame> frames = new ArrayList<>();
        StringBuilder hex = new StringBuilder();
        for (String line :
                Files.readString(page, StandardCharsets.UTF_8).lines().toList()) {
            if (line.matches("\\w* +(?:[0-9A-F]{2} )*[0-9A-F]{2}") && line.charAt(9) == ' ') {
                String bytes = line.substring(10).replace(" ", "");
                if (line.charAt(0) != ' ') {
                    hex.setLength(0);
                }
                hex.append(bytes);
                frames.addAll(hex.length() > 2 && hex.toString().endsWith("00") ? complete(hex) : List.of());
            }
        }
        return frames;
    }

    /** A line may end with a zero of the next; only a whole frame counts. */
    private static List<Frame> complete(StringBuilder hex) {
        List<Frame> frames = read(HexFormat.of().parseHex(hex));
        if (!frames.isEmpty()) {
            hex.setLength(0);
        }
        return frames;
    }

    private static List<Frame> read(byte[] line) {
        FrameReader reader = new FrameReader();
        List<Frame> frames = new ArrayList<>();
        for (byte b : line) {
            @Nullable Frame frame = reader.take(b);
            if (frame != null) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static Frame random(int seed) {
        Random chance = new Random(seed);
        byte[] fields = new byte[chance.nextInt(Frame.MOST_FIELD_BYTES + 1)];
        chance.nextBytes(fields);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = seed % 3 == 0 && chance.nextInt(3) > 0 ? 0 : fields[i];
        }
        return new Frame(1 + chance.nextInt(255), chance.nextInt(256), fields);
    }
}
