package org.stitchery.driver.needlelink;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a machine says; layouts as in PROTOCOL.md. */
sealed interface Answer {

    /** An answer has the kind of its question and this bit. */
    int BIT = 0x80;

    int EVENT = 0x40;
    int COUNTER = 0x41;
    int REFUSED = 0xFF;

    /**
     * To {@link Ask#HELLO}.
     *
     * @param features see {@link #can}
     * @param chunk most design bytes in one chunk
     * @param window most chunks under way without an answer
     * @param largest longest design in bytes
     * @param name what the machine calls itself
     */
    record Welcome(int version, int features, int chunk, int window, long largest, String name) implements Answer {

        static final int PAUSES = 1;
        static final int RESUMES = 2;
        static final int ABORTS = 4;

        boolean can(int feature) {
            return (features & feature) != 0;
        }
    }

    /**
     * To {@link Ask#STATUS}.
     *
     * @param run the newest run's number, 0 before the first
     * @param held bytes of its design that are there without a gap
     * @param stitch the next to be sewn
     * @param lastEvent number of the newest event
     */
    record Status(
            MachineState state, Reason reason, long run, long held, long stitch, int color, int needle, long lastEvent)
            implements Answer {}

    /** To {@link Ask#ANNOUNCE}. @param next the design byte wanted next */
    record Announced(int verdict, Reason reason, long run, long next) implements Answer {

        static final int ACCEPTED = 0;
        /** The attempt is known; nothing new begins. */
        static final int KNOWN = 1;
    }

    /** To {@link Ask#CHUNK}. @param next the design byte wanted next */
    record Got(long run, long next, MachineState state, Reason reason) implements Answer {}

    /** To {@link Ask#IDENTITY}. */
    record Identity(boolean holds, long run, int format, long length, long crc32, String label) implements Answer {}

    /** To {@link Ask#RELEASE}, {@link Ask#PAUSE}, {@link Ask#RESUME}, {@link Ask#ABORT}. */
    record Obeyed(boolean done, Reason reason, MachineState state, RunResult result, long stitch) implements Answer {}

    /** To {@link Ask#EVENTS}. @param oldest number of the oldest event it still knows */
    record Events(long oldest, long last, List<Event> events) implements Answer {}

    /**
     * To {@link Ask#RUN}: what a machine can prove of one run.
     *
     * @param known false when it has forgotten the run or never had it; then nothing else counts
     * @param stitch how far the needle came: one more than the last stitch of the design that is in the cloth
     */
    record Report(
            boolean known,
            long run,
            long attempt,
            int format,
            long length,
            long crc32,
            String label,
            RunResult result,
            long stitch,
            int threadBreaks,
            long seconds)
            implements Answer {}

    /** To a question that was not understood. */
    record Refused(int kind, Reason reason) implements Answer {}

    /** One thing that happened. @param number rises by one with each */
    record Event(long number, long run, int code, long stitch, int color, int needle) implements Answer {}

    /** How far the needle is. */
    record Counter(long run, long stitch, int color, int needle, MachineState state) implements Answer {}

    /** What the frame says, null when it says nothing we know. */
    static @Nullable Answer of(Frame frame) {
        return Fields.read(frame, in -> of(frame.kind(), in));
    }

    private static @Nullable Answer of(int kind, Fields in) {
        return switch (kind) {
            case Ask.HELLO | BIT ->
                new Welcome(in.u8(), in.u16(), in.u8(), in.u8(), in.u32(), in.text(Ask.LABEL_BYTES));
            case Ask.STATUS | BIT -> status(in);
            case Ask.ANNOUNCE | BIT -> new Announced(in.u8(), Reason.of(in.u8()), in.u32(), in.u32());
            case Ask.CHUNK | BIT -> got(in);
            case Ask.IDENTITY | BIT ->
                new Identity(in.u8() == 1, in.u32(), in.u8(), in.u32(), in.u32(), in.text(Ask.LABEL_BYTES));
            case Ask.RELEASE | BIT, Ask.PAUSE | BIT, Ask.RESUME | BIT, Ask.ABORT | BIT -> obeyed(in);
            case Ask.EVENTS | BIT -> events(in);
            case Ask.RUN | BIT -> report(in);
            case REFUSED -> new Refused(in.u8(), Reason.of(in.u8()));
            case EVENT -> event(in);
            case COUNTER -> counter(in);
            default -> null;
        };
    }

    private static @Nullable Answer status(Fields in) {
        MachineState state = MachineState.of(in.u8());
        return state == null
                ? null
                : new Status(state, Reason.of(in.u8()), in.u32(), in.u32(), in.u32(), in.u8(), in.u8(), in.u32());
    }

    private static @Nullable Answer got(Fields in) {
        long run = in.u32();
        long next = in.u32();
        MachineState state = MachineState.of(in.u8());
        return state == null ? null : new Got(run, next, state, Reason.of(in.u8()));
    }

    private static @Nullable Answer obeyed(Fields in) {
        boolean done = in.u8() == 0;
        Reason reason = Reason.of(in.u8());
        MachineState state = MachineState.of(in.u8());
        RunResult result = RunResult.of(in.u8());
        return state == null || result == null ? null : new Obeyed(done, reason, state, result, in.u32());
    }

    private static Answer events(Fields in) {
        long oldest = in.u32();
        long last = in.u32();
        int count = in.u8();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(in));
        }
        return new Events(oldest, last, List.copyOf(events));
    }

    private static Event event(Fields in) {
        return new Event(in.u32(), in.u32(), in.u8(), in.u32(), in.u8(), in.u8());
    }

    private static @Nullable Answer counter(Fields in) {
        long run = in.u32();
        long stitch = in.u32();
        int color = in.u8();
        int needle = in.u8();
        MachineState state = MachineState.of(in.u8());
        return state == null ? null : new Counter(run, stitch, color, needle, state);
    }

    private static @Nullable Answer report(Fields in) {
        boolean known = in.u8() == 1;
        long run = in.u32();
        long attempt = in.u64();
        int format = in.u8();
        long length = in.u32();
        long crc32 = in.u32();
        String label = in.text(Ask.LABEL_BYTES);
        RunResult result = RunResult.of(in.u8());
        return result == null
                ? null
                : new Report(known, run, attempt, format, length, crc32, label, result, in.u32(), in.u16(), in.u32());
    }
}
