package org.stitchery.simulator.needlelink;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Move;
import org.stitchery.simulator.needlelink.Codes.Reason;
import org.stitchery.simulator.needlelink.Codes.Result;
import org.stitchery.simulator.needlelink.Codes.State;

/** A controller that speaks the needle link: questions in, answers out. What the needle does is {@link RunControl}'s. */
public final class NeedleLinkController implements Controller {

    private static final int VERSION = 1;
    private static final int FEATURES = 0b11111;
    private static final int CHUNK = 200;
    private static final int WINDOW = 4;
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final byte[] NAME = "SIMULATED-1\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

    /** While it sews, the counter is told so often: well within once and ten times a second. */
    private static final long COUNTER_NANOS = 250_000_000;

    private final LinkFrames line = new LinkFrames();
    private final RunControl runs;
    private boolean tells;
    private long toldNanos;

    /** @param mechanism what it commands; what it keeps without power it keeps there */
    public NeedleLinkController(Mechanism mechanism) {
        this.runs = new RunControl(mechanism, mechanism.keeps(Memory.class, Memory::new), this::tell);
    }

    @Override
    public void lineOpened(long nowNanos) {
        line.restart();
        tells = false;
        runs.noteOfLine(nowNanos, Kind.LINE_OPEN);
    }

    @Override
    public void lineLost(long nowNanos) {
        tells = false;
        runs.noteOfLine(nowNanos, Kind.LINE_LOST);
    }

    @Override
    public void receive(byte[] bytes, int length, long nowNanos) {
        for (int i = 0; i < length; i++) {
            byte[] frame = line.take(bytes[i]);
            if (frame != null) {
                answer(frame, nowNanos);
            }
        }
    }

    @Override
    public int pollOutgoing() {
        return line.poll();
    }

    @Override
    public @Nullable Move next(long atNanos) {
        return runs.next(atNanos);
    }

    @Override
    public long turn(long nowNanos) {
        long due = runs.turn(nowNanos);
        if (!tells || runs.state() != State.SEWING) {
            return due;
        }
        if (nowNanos - toldNanos >= COUNTER_NANOS) {
            toldNanos = nowNanos;
            ByteBuffer fields = fields(11).putInt(runs.number()).putInt(runs.stitch());
            say(
                    Codes.COUNTER,
                    0,
                    fields.put((byte) runs.colour())
                            .put((byte) (runs.colour() + 1))
                            .put(code(runs.state())));
        }
        return Math.min(due, toldNanos + COUNTER_NANOS);
    }

    @Override
    public void noticed(Kind kind, long atNanos) {
        runs.noticed(kind, atNanos);
    }

    @Override
    public void ready(long atNanos) {
        runs.clothChanged();
    }

    @Override
    public void reset(long nowNanos) {
        runs.reset(nowNanos);
    }

    private void tell(byte[] event) {
        if (tells) {
            say(Codes.EVENT, 0, fields(event.length).put(event));
        }
    }

    // ---- questions

    private void answer(byte[] frame, long nowNanos) {
        int kind = frame[0] & 0xFF;
        int tag = frame[1] & 0xFF;
        ByteBuffer asked = ByteBuffer.wrap(frame, 2, frame.length - 2).order(ByteOrder.LITTLE_ENDIAN);
        try {
            switch (kind) {
                case Codes.HELLO -> hello(tag, asked);
                case Codes.STATUS -> status(tag);
                case Codes.ANNOUNCE -> announce(tag, asked);
                case Codes.CHUNK -> chunk(tag, asked);
                case Codes.IDENTITY -> identity(tag);
                case Codes.RELEASE, Codes.PAUSE, Codes.RESUME, Codes.ABORT -> obey(kind, tag, asked, nowNanos);
                case Codes.EVENTS -> {
                    byte[] events = runs.memory().eventsFrom(asked.getInt());
                    say(kind | Codes.ANSWER, tag, fields(events.length).put(events));
                }
                case Codes.RUN -> report(tag, asked.getInt(), nowNanos);
                default -> refuse(kind, tag, Reason.UNKNOWN_KIND);
            }
        } catch (BufferUnderflowException e) {
            refuse(kind, tag, Reason.MALFORMED);
        }
    }

    private void hello(int tag, ByteBuffer asked) {
        int lowest = asked.get() & 0xFF;
        int highest = asked.get() & 0xFF;
        boolean wishes = (asked.get() & 1) != 0;
        if (lowest > VERSION || highest < VERSION) {
            refuse(Codes.HELLO, tag, Reason.VERSION);
            return;
        }
        tells = wishes;
        ByteBuffer fields =
                fields(25).put((byte) VERSION).putShort((short) FEATURES).put((byte) CHUNK);
        say(
                Codes.HELLO | Codes.ANSWER,
                tag,
                fields.put((byte) WINDOW).putInt(LARGEST).put(NAME));
    }

    private void status(int tag) {
        ByteBuffer fields = fields(20)
                .put(code(runs.state()))
                .put((byte) 0)
                .putInt(runs.memory().newestNumber())
                .putInt(runs.memory().held)
                .putInt(runs.stitch())
                .put((byte) runs.colour())
                .put((byte) (runs.colour() + 1));
        say(Codes.STATUS | Codes.ANSWER, tag, fields.putInt(runs.memory().lastEvent()));
    }

    private void announce(int tag, ByteBuffer asked) {
        Run wanted = new Run(asked);
        Memory memory = runs.memory();
        Run known = memory.ofAttempt(wanted.attempt);
        Run newest = memory.newest();
        if (Long.compareUnsigned(wanted.fence, memory.fence()) < 0) {
            announced(tag, 2, Reason.FENCE, memory.newestNumber());
        } else if (newest != null && !newest.over() && newest.announcedAs(wanted)) {
            announced(tag, 0, Reason.NONE, newest.number);
        } else if (known != null) {
            announced(tag, 1, Reason.NONE, known.number);
        } else if (wanted.number != memory.newestNumber() + 1) {
            announced(tag, 2, Reason.RUN, memory.newestNumber());
        } else {
            Reason against = runs.against(wanted, LARGEST);
            if (against == Reason.NONE) {
                runs.accept(wanted);
            }
            announced(tag, against == Reason.NONE ? 0 : 2, against, memory.newestNumber());
        }
    }

    private void announced(int tag, int verdict, Reason reason, int run) {
        int next = run == runs.memory().newestNumber() ? runs.memory().held : 0;
        ByteBuffer fields = fields(10).put((byte) verdict).put((byte) reason.ordinal());
        say(Codes.ANNOUNCE | Codes.ANSWER, tag, fields.putInt(run).putInt(next));
    }

    private void chunk(int tag, ByteBuffer asked) {
        int run = asked.getInt();
        int offset = asked.getInt();
        byte[] data = new byte[asked.remaining()];
        asked.get(data);
        if (!runs.takesChunksOf(run)) {
            refuse(Codes.CHUNK, tag, Reason.RUN);
            return;
        }
        Reason reason = runs.chunk(offset, data);
        ByteBuffer fields = fields(10).putInt(run).putInt(runs.memory().held);
        say(Codes.CHUNK | Codes.ANSWER, tag, fields.put(code(runs.state())).put((byte) reason.ordinal()));
    }

    private void identity(int tag) {
        Memory memory = runs.memory();
        Run run = memory.newest();
        boolean holds = run != null && runs.holdsDesign();
        ByteBuffer fields = fields(30).put((byte) (holds ? 1 : 0));
        if (run != null && holds) {
            fields.putInt(run.number)
                    .put((byte) run.format)
                    .putInt(memory.held)
                    .putInt(LinkFrames.crc32(memory.design, 0, memory.held))
                    .put(run.labelBytes());
        }
        say(Codes.IDENTITY | Codes.ANSWER, tag, fields.position(30));
    }

    private void obey(int kind, int tag, ByteBuffer asked, long nowNanos) {
        Run run = runs.memory().newest();
        Reason reason = Reason.RUN;
        if (run != null && run.number == asked.getInt()) {
            reason = switch (kind) {
                case Codes.RELEASE -> runs.release();
                case Codes.PAUSE -> runs.pause(nowNanos);
                case Codes.RESUME -> runs.resume(nowNanos);
                default -> runs.abort(nowNanos);
            };
        }
        Result result = run == null ? Result.OPEN : run.result;
        ByteBuffer fields =
                fields(8).put((byte) (reason == Reason.NONE ? 0 : 2)).put((byte) reason.ordinal());
        say(
                kind | Codes.ANSWER,
                tag,
                fields.put(code(runs.state())).put((byte) result.ordinal()).putInt(runs.stitch()));
    }

    private void report(int tag, int number, long nowNanos) {
        Run run = runs.memory().run(number);
        ByteBuffer fields = fields(49).put((byte) (run == null ? 0 : 1)).putInt(number);
        if (run != null) {
            fields.putLong(run.attempt)
                    .put((byte) run.format)
                    .putInt(run.length)
                    .putInt(run.crc32)
                    .put(run.labelBytes())
                    .put((byte) run.result.ordinal())
                    .putInt(run.furthest)
                    .putShort((short) run.threadBreaks)
                    .putInt(run.seconds(nowNanos));
        }
        say(Codes.RUN | Codes.ANSWER, tag, fields.position(49));
    }

    // ---- answers

    private void refuse(int kind, int tag, Reason reason) {
        say(Codes.REFUSED, tag, fields(2).put((byte) kind).put((byte) reason.ordinal()));
    }

    private static byte code(State state) {
        return (byte) state.ordinal();
    }

    /** Room for kind and tag is in front. */
    private static ByteBuffer fields(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void say(int kind, int tag, ByteBuffer fields) {
        byte[] frame = new byte[2 + fields.position()];
        frame[0] = (byte) kind;
        frame[1] = (byte) tag;
        byte[] said = Arrays.copyOf(fields.array(), fields.position());
        System.arraycopy(said, 0, frame, 2, said.length);
        line.send(frame);
    }
}
