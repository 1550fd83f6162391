package org.stitchery.driver.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Transport;

/**
 * A line with a machine at its end that speaks from a {@link Transcript}. It carries 11,520 bytes per second of fake time
 * with a queue of 16 bytes, as a paced line does, and every call on it takes a little fake time, so that a driver that
 * goes round in circles within one turn is noticed.
 */
public final class ScriptedLine implements Transport {

    private static final long CALL_NANOS = 20_000;
    private static final double BYTES_PER_NANO = 11_520 / 1e9;
    private static final int QUEUE_BYTES = 16;

    /** From the driver contract: a turn never blocks. */
    private static final Duration LONGEST_TURN = Duration.ofMillis(50);

    private final FakeClock clock;
    private final Weather weather;
    private final Random chance;
    private final ByteArrayOutputStream accepted = new ByteArrayOutputStream();
    private final Queue<Byte> inbound = new ArrayDeque<>();
    private Script script;
    private double queued;
    private long countedNanos;
    private int discarded;
    private boolean machineSpoke;
    private boolean takenBack;
    private long turnStartNanos;
    private boolean turning;

    ScriptedLine(FakeClock clock, Weather weather, Transcript transcript) {
        this.clock = clock;
        this.weather = weather;
        this.chance = weather.chance();
        this.countedNanos = clock.nanos();
        this.script = new Script(transcript, clock);
    }

    /** Has the machine play another transcript from its beginning; what was accepted is counted anew. */
    void play(Transcript transcript) {
        script = new Script(transcript, clock);
        accepted.reset();
        discarded = 0;
        queued = 0;
    }

    // ---- for the test

    void beginTurn() {
        turnStartNanos = clock.nanos();
        turning = true;
    }

    void endTurn() {
        inTime();
        turning = false;
    }

    /** From now on no call is allowed. */
    void takeBack() {
        takenBack = true;
    }

    int acceptedBytes() {
        return accepted.size();
    }

    /** What has reached the machine: accepted and neither waiting nor thrown away. */
    byte[] atMachine() {
        count();
        int left = Math.max(0, accepted.size() - (int) Math.ceil(queued) - discarded);
        return Arrays.copyOf(accepted.toByteArray(), left);
    }

    boolean machineSpoke() {
        return machineSpoke;
    }

    boolean hasForHost() {
        advance();
        return !inbound.isEmpty() || script.hungUp();
    }

    boolean hungUp() {
        return inbound.isEmpty() && script.hungUp() || broken() && weather.cutQuietly();
    }

    Script script() {
        advance();
        return script;
    }

    // ---- for the driver

    @Override
    public String name() {
        return "scripted:" + script.name();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        called();
        if (broken()) {
            throw new IOException("the line broke");
        }
        advance();
        int before = from.position();
        takeAtOnce(from);
        if (from.hasRemaining()) {
            script.hostOffers();
        }
        int room = room(from.remaining());
        for (int i = 0; i < room && from.hasRemaining(); i++) {
            byte value = from.get();
            script.hostSends(value, accepted.size(), weather.strict());
            accepted.write(value);
            queued++;
            takeAtOnce(from);
        }
        return from.position() - before;
    }

    /** Bytes that are heard past everything that waits. */
    private void takeAtOnce(ByteBuffer from) {
        while (from.hasRemaining() && until(weather.stallAfter()) > 0 && !script.waits()) {
            byte[] answer = script.answerAtOnce(from.get(from.position()));
            if (answer == null) {
                return;
            }
            from.get();
            machineSpoke |= answer.length > 0;
            for (byte value : answer) {
                inbound.add(value);
            }
        }
    }

    private int room(int wanted) {
        count();
        int room = Math.min(wanted, (int) (QUEUE_BYTES - queued));
        room = Math.min(room, script.wants(weather.strict()));
        room = Math.min(room, until(weather.cutAfter()));
        room = Math.min(room, until(weather.stallAfter()));
        return Math.max(0, piece(room));
    }

    private int until(int mark) {
        return mark == Weather.NEVER ? Integer.MAX_VALUE : mark - accepted.size();
    }

    private int piece(int most) {
        return weather.pieces() == 0 || most < 1 ? most : Math.min(most, 1 + chance.nextInt(weather.pieces()));
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        called();
        if (broken()) {
            if (weather.cutQuietly()) {
                return -1;
            }
            throw new IOException("the line broke");
        }
        advance();
        int count = piece(Math.min(into.remaining(), inbound.size()));
        if (count == 0 && inbound.isEmpty() && script.hungUp()) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            into.put(inbound.remove());
        }
        return count;
    }

    @Override
    public int unsent() throws IOException {
        called();
        if (broken()) {
            throw new IOException("the line broke");
        }
        count();
        return (int) Math.ceil(queued);
    }

    @Override
    public boolean clearToSend() {
        called();
        return !weather.handshakeLow() || until(weather.stallAfter()) > 0;
    }

    @Override
    public int discardUnsent() throws IOException {
        int waiting = unsent();
        discarded += waiting;
        queued = 0;
        return waiting;
    }

    private boolean broken() {
        return until(weather.cutAfter()) <= 0;
    }

    private void count() {
        queued = Math.max(0, queued - (clock.nanos() - countedNanos) * BYTES_PER_NANO);
        countedNanos = clock.nanos();
    }

    private void advance() {
        byte @Nullable [] said = script.advance(inbound.isEmpty());
        while (said != null) {
            machineSpoke = true;
            for (byte value : said) {
                inbound.add(value);
            }
            said = script.advance(false);
        }
    }

    private void called() {
        if (takenBack) {
            throw new AssertionError("the driver used the transport after its exchange was ended from outside");
        }
        clock.pass(CALL_NANOS);
        inTime();
    }

    private void inTime() {
        if (turning && clock.nanos() - turnStartNanos > LONGEST_TURN.toNanos()) {
            throw new AssertionError("one turn of the driver took more than " + LONGEST_TURN.toMillis() + " ms");
        }
    }
}
