package org.stitchery.simulator.needlelink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.machine.SimulatedMachine;
import org.stitchery.simulator.needlelink.Codes.Result;
import org.stitchery.simulator.needlelink.Codes.State;

/** The conformance list of PROTOCOL.md, section 11, asked of the simulated machine; the numbers are its rows. */
class NeedleLinkControllerTest {

    private static final int STITCHES = 40;
    private static final byte[] DESIGN = design();
    private static final int CRC = LinkFrames.crc32(DESIGN, 0, DESIGN.length);
    private static final int ACCEPTED = 0;
    private static final int KNOWN = 1;
    private static final int REFUSED = 2;

    private final List<Kind> ledger = new ArrayList<>();
    private final LinkFrames hear = new LinkFrames();
    private SimulatedMachine machine = machine(false);
    private long now;

    @Test
    void row1AfterGarbageOfAnyLengthAFrameIsAnswered() {
        for (int seed = 0; seed < 300; seed++) {
            byte[] noise = new byte[new Random(seed).nextInt(600)];
            new Random(seed).nextBytes(noise);
            machine.receive(noise, noise.length, now);
            assertThat(ask(Codes.STATUS).get()).isEqualTo((byte) State.IDLE.ordinal());
        }
    }

    @Test
    void row2AFrameWithAChangedByteIsNotAnsweredAndChangesNothing() {
        byte[] line = line(announcement(1, 1, 0, CRC, 0));
        for (int i = 1; i < line.length - 1; i++) {
            byte[] changed = line.clone();
            changed[i] ^= 0x15;
            machine.receive(changed, changed.length, now);
            assertThat(answers()).isEmpty();
        }
        assertThat(state()).isEqualTo(State.IDLE);
    }

    @Test
    void row3AQuestionAskedTwiceHasTwoAnswersAndOneEffect() {
        assertThat(announce(1, 1, 0)).isEqualTo(ACCEPTED);
        assertThat(announce(1, 1, 0)).isEqualTo(ACCEPTED);
        send();
        assertThat(obey(Codes.RELEASE, 1)).isEqualTo(ACCEPTED);
        assertThat(obey(Codes.RELEASE, 1)).isEqualTo(ACCEPTED);
        sewOut();
        assertThat(ledger.stream().filter(Kind.START::equals)).hasSize(1);
        assertThat(result(1)).isEqualTo(Result.SEWN);
    }

    @Test
    void row4LowerFencesAndOtherNumbersAreRefusedAndTheRunIsWhatItWas() {
        announce(1, 9, 0);
        send();
        obey(Codes.RELEASE, 1);
        sewOut();
        assertThat(announce(2, 8, 0)).isEqualTo(REFUSED);
        assertThat(announce(1, 9, 0)).isEqualTo(REFUSED);
        assertThat(announce(3, 9, 0)).isEqualTo(REFUSED);
        assertThat(result(1)).isEqualTo(Result.SEWN);
    }

    @Test
    void row5AKnownAttemptBeginsNothingInWhateverStateTheMachineIs() {
        announce(1, 1, 77);
        assertThat(announce(2, 1, 77)).isEqualTo(KNOWN);
        send();
        assertThat(announce(2, 1, 77)).isEqualTo(KNOWN);
        obey(Codes.RELEASE, 1);
        assertThat(announce(2, 1, 77)).isEqualTo(KNOWN);
        sewUntil(10);
        assertThat(announce(2, 1, 77)).isEqualTo(KNOWN);
        sewOut();
        assertThat(announce(2, 1, 77)).isEqualTo(KNOWN);
        assertThat(ledger.stream().filter(Kind.START::equals)).hasSize(1);
    }

    @Test
    void row6ChunksTwiceOutOfOrderAndWithAGapMakeTheSameDesign() {
        announce(1, 1, 0);
        assertThat(chunk(1, 0, 100)).isEqualTo(100);
        assertThat(chunk(1, 200, 100)).isEqualTo(100);
        assertThat(chunk(1, 0, 100)).isEqualTo(100);
        assertThat(chunk(1, 100, 100)).isEqualTo(200);
        send();
        assertThat(state()).isEqualTo(State.READY);
        ByteBuffer identity = ask(Codes.IDENTITY);
        assertThat(identity.get()).isEqualTo((byte) 1);
        assertThat(identity.getInt(10)).isEqualTo(CRC);
    }

    @Test
    void row7ADesignWithAnotherChecksumThanAnnouncedIsNeverReady() {
        say(announcement(1, 1, 0, CRC + 1, 0));
        answers();
        for (int times = 0; times < 3; times++) {
            for (int at = 0; at < DESIGN.length; at += 200) {
                chunk(1, at, Math.min(200, DESIGN.length - at));
            }
            assertThat(state()).isEqualTo(State.RECEIVING);
        }
        assertThat(obey(Codes.RELEASE, 1)).isEqualTo(REFUSED);
        assertThat(ask(Codes.IDENTITY).get()).isZero();
    }

    @Test
    void row8NothingMovesBeforeItIsReleased() {
        announce(1, 1, 0);
        assertThat(obey(Codes.RELEASE, 1)).isEqualTo(REFUSED);
        send();
        sewOut();
        assertThat(ledger).doesNotContain(Kind.START, Kind.NEEDLE);
    }

    @Test
    void row9EventsAndCounterFallWithAThreadBreakAndTheReportCountsIt() {
        announce(1, 1, 0);
        send();
        obey(Codes.RELEASE, 1);
        sewUntil(30);
        machine.breakThread();
        sewOut();
        assertThat(eventCodes()).contains(Codes.Event.THREAD_BROKE, Codes.Event.BACKED_UP, Codes.Event.RESUMED);
        ByteBuffer report = askAbout(Codes.RUN, 1);
        assertThat(report.getShort(43)).isEqualTo((short) 1);
        assertThat(report.getInt(39)).isEqualTo(STITCHES);
    }

    @Test
    void row10ALineThatIsCutChangesNothingAndAllIsToldAfterwards() {
        announce(1, 1, 0);
        cutLine();
        send();
        cutLine();
        obey(Codes.RELEASE, 1);
        machine.lineLost(now);
        sewOut();
        machine.lineOpened(now);
        assertThat(result(1)).isEqualTo(Result.SEWN);
        assertThat(eventCodes())
                .containsSubsequence(
                        Codes.Event.ANNOUNCED,
                        Codes.Event.HELD,
                        Codes.Event.RELEASED,
                        Codes.Event.STARTED,
                        Codes.Event.SEWN);
    }

    @Test
    void row11AfterAPowerCutNumberAndFenceAreAsBeforeAndNothingMovesByItself() {
        machine = machine(true);
        announce(1, 5, 0);
        cutPower();
        assertThat(state()).isEqualTo(State.IDLE);
        assertThat(result(1)).isEqualTo(Result.WITHDRAWN);
        announce(2, 5, 0);
        send();
        obey(Codes.RELEASE, 2);
        sewUntil(10);
        cutPower();
        assertThat(state()).isEqualTo(State.LOST);
        long needle = ledger.stream().filter(Kind.NEEDLE::equals).count();
        sewOut();
        assertThat(ledger.stream().filter(Kind.NEEDLE::equals)).hasSize((int) needle);
        assertThat(announce(3, 4, 0)).isEqualTo(REFUSED);
        assertThat(announce(1, 5, 0)).isEqualTo(REFUSED);
    }

    @Test
    void row12AHostPausesAndGoesOnButNeverEndsAPersonsStop() {
        announce(1, 1, 0);
        assertThat(obey(Codes.PAUSE, 1)).isEqualTo(REFUSED);
        send();
        obey(Codes.RELEASE, 1);
        sewUntil(10);
        assertThat(obey(Codes.PAUSE, 1)).isEqualTo(ACCEPTED);
        assertThat(state()).isEqualTo(State.PAUSED);
        assertThat(obey(Codes.RESUME, 1)).isEqualTo(ACCEPTED);
        machine.stop(now);
        assertThat(state()).isEqualTo(State.STOPPED);
        assertThat(obey(Codes.RESUME, 1)).isEqualTo(REFUSED);
        assertThat(state()).isEqualTo(State.STOPPED);
        assertThat(obey(Codes.ABORT, 1)).isEqualTo(ACCEPTED);
        assertThat(result(1)).isEqualTo(Result.ABORTED);
    }

    @Test
    void row13SewnIsSaidOnceWithTheChecksumAfterTheLastStitch() {
        announce(1, 1, 0);
        send();
        obey(Codes.RELEASE, 1);
        sewUntil(STITCHES - 1);
        assertThat(result(1)).isEqualTo(Result.OPEN);
        sewOut();
        assertThat(eventCodes().stream().filter(Codes.Event.SEWN::equals)).hasSize(1);
        assertThat(askAbout(Codes.RUN, 1).getInt(18)).isEqualTo(CRC);
    }

    // ---- the host

    private SimulatedMachine machine(boolean forgets) {
        MachineTraits traits = MachineTraits.standard().withAutoReset(!forgets);
        SimulatedMachine made = new SimulatedMachine(
                traits, (mechanism, address) -> new NeedleLinkController(mechanism), "", this::note, now);
        made.lineOpened(now);
        return made;
    }

    private void note(long at, Kind kind, String label, long... numbers) {
        ledger.add(kind);
    }

    private void cutLine() {
        machine.lineLost(now);
        machine.lineOpened(now);
    }

    private void cutPower() {
        machine.powerOff(now);
        now += 1_000_000_000L;
        machine.powerOn(now);
    }

    private void sewOut() {
        for (long next = machine.turn(now); next != Long.MAX_VALUE && step(next); next = machine.turn(now)) {}
    }

    private void sewUntil(int penetrations) {
        for (long next = machine.turn(now);
                machine.mechanism().penetrations() < penetrations && step(next);
                next = machine.turn(now)) {}
    }

    private boolean step(long next) {
        now = Math.max(now, next);
        return next != Long.MAX_VALUE;
    }

    private int announce(int run, long fence, long attempt) {
        say(announcement(run, fence, attempt, CRC, 0));
        return answers().get(0).get();
    }

    private static byte[] announcement(int run, long fence, long attempt, int crc, int from) {
        return frame(Codes.ANNOUNCE, 53)
                .putInt(run)
                .putLong(fence)
                .putLong(attempt)
                .put((byte) 1)
                .putInt(DESIGN.length)
                .putInt(crc)
                .putInt(STITCHES)
                .putInt(from)
                .put("ROSE-0042\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private void send() {
        for (int at = 0; at < DESIGN.length; at += 200) {
            chunk(newest(), at, Math.min(200, DESIGN.length - at));
        }
    }

    private int newest() {
        return ask(Codes.STATUS).getInt(2);
    }

    private int chunk(int run, int offset, int length) {
        say(frame(Codes.CHUNK, 8 + length)
                .putInt(run)
                .putInt(offset)
                .put(DESIGN, offset, length)
                .array());
        return answers().get(0).getInt(4);
    }

    private int obey(int kind, int run) {
        return askAbout(kind, run).get();
    }

    private Result result(int run) {
        return Result.values()[askAbout(Codes.RUN, run).get(38)];
    }

    private State state() {
        return State.values()[ask(Codes.STATUS).get()];
    }

    private List<Codes.Event> eventCodes() {
        List<Codes.Event> codes = new ArrayList<>();
        int from = 1;
        ByteBuffer answer = askAbout(Codes.EVENTS, from);
        while (answer.get(8) > 0) {
            for (int i = 0; i < answer.get(8); i++) {
                codes.add(Codes.Event.values()[answer.get(9 + 15 * i + 8)]);
                assertThat(answer.getInt(9 + 15 * i)).as("numbers without gaps").isEqualTo(from++);
            }
            answer = askAbout(Codes.EVENTS, from);
        }
        return codes;
    }

    private ByteBuffer ask(int kind) {
        say(frame(kind, 0).array());
        return answers().get(0);
    }

    private ByteBuffer askAbout(int kind, int number) {
        say(frame(kind, 4).putInt(number).array());
        return answers().get(0);
    }

    private static ByteBuffer frame(int kind, int fields) {
        return ByteBuffer.allocate(2 + fields)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) kind)
                .put((byte) 1);
    }

    private static byte[] line(byte[] frame) {
        LinkFrames out = new LinkFrames();
        out.send(frame);
        byte[] line = new byte[512];
        int length = 0;
        for (int b = out.poll(); b >= 0; b = out.poll()) {
            line[length++] = (byte) b;
        }
        return Arrays.copyOf(line, length);
    }

    private void say(byte[] frame) {
        byte[] line = line(frame);
        machine.receive(line, line.length, now);
    }

    /** The fields of what it answered. */
    private List<ByteBuffer> answers() {
        List<ByteBuffer> all = new ArrayList<>();
        for (int b = machine.pollOutgoing(); b >= 0; b = machine.pollOutgoing()) {
            byte[] frame = hear.take((byte) b);
            if (frame != null) {
                all.add(ByteBuffer.wrap(frame, 2, frame.length - 2).slice().order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return all;
    }

    private static byte[] design() {
        StitchPattern.Builder row = StitchPattern.builder("ROSE-0042");
        for (int i = 0; i < STITCHES; i++) {
            row.stitchTo(20 * i, 0);
        }
        return DstFormat.DST.writer().orElseThrow().write(row.build()).file().bytes();
    }
}
