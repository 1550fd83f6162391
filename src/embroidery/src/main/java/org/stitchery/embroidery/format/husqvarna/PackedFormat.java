package org.stitchery.embroidery.format.husqvarna;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** HUS or VIP: three packed streams behind a head that differs in how it holds colours. */
abstract class PackedFormat extends DeclaredFormat {

    static final int LONGEST_MOVE = 127;
    static final int COLORS = 0x2A;

    private static final int STITCH = 0x80;
    private static final int JUMP = 0x81;
    private static final int CHANGE = 0x84;
    private static final int CUT = 0x88;
    private static final int END = 0x90;
    private static final int NAME = 0x20;
    private static final int NAME_LENGTH = 8;

    private final long mark;

    PackedFormat(String id, String title, Threads threads, long mark) {
        super(id, title, List.of(id), new FormatAbilities(threads, Trims.EXPLICIT, false, 0, LONGEST_MOVE, 1));
        this.mark = mark;
    }

    /** The colours, so many as the head says and the file holds. */
    abstract List<ThreadColor> threads(ByteSource file, long count) throws FormatException;

    /** Bytes that {@link #writeThreads} takes. */
    abstract int threadBytes(int count);

    abstract void writeThreads(List<ThreadColor> threads, ByteSink out) throws IOException;

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            return file.u32(0) == mark ? Likeness.CERTAIN : Likeness.NONE;
        } catch (FormatException e) {
            return Likeness.NONE;
        }
    }

    @Override
    public final Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        if (file.u32(0) != mark) {
            throw file.wrong(0, "%08X".formatted(mark), "%08X".formatted(file.u32(0)));
        }
        long count = file.u32(4);
        int commandsAt = file.inside(file.u32(0x14), 0x14, "the place of the commands");
        int xAt = file.inside(file.u32(0x18), 0x18, "the place of the moves to the right");
        int yAt = file.inside(file.u32(0x1C), 0x1C, "the place of the moves up");
        byte[] commands = Unpacker.unpack(file, commandsAt, xAt > commandsAt ? xAt : file.size(), count);
        byte[] xs = Unpacker.unpack(file, xAt, yAt > xAt ? yAt : file.size(), count);
        byte[] ys = Unpacker.unpack(file, yAt, file.size(), count);
        DesignReading design = new DesignReading(this, options, file.text(NAME, NAME_LENGTH), commands.length);
        design.threads(threads(file, file.u32(8)));
        design.at(commandsAt);
        int length = Math.min(commands.length, Math.min(xs.length, ys.length));
        for (int i = 0; i < length && design.goesOn(); i++) {
            if (!take(design, commands[i] & 0xFF, xs[i], -ys[i])) {
                return design.result();
            }
        }
        design.endMissing();
        return design.result();
    }

    private static boolean take(DesignReading design, int command, int dx, int dy) {
        switch (command) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case CHANGE -> {
                design.carryBy(dx, dy);
                design.change();
            }
            case CUT -> {
                design.carryBy(dx, dy);
                design.trim();
            }
            case END -> {
                design.carryBy(dx, dy);
                return false;
            }
            default -> design.unknown(command);
        }
        return true;
    }

    @Override
    public final Optional<FormatWriter> writer() {
        return Optional.of(new Writer());
    }

    /** The three streams, not packed yet. */
    private static final class Streams implements DesignWalk.Records {

        private final ByteArrayOutputStream commands = new ByteArrayOutputStream();
        private final ByteArrayOutputStream xs = new ByteArrayOutputStream();
        private final ByteArrayOutputStream ys = new ByteArrayOutputStream();

        @Override
        public void stitch(int dx, int dy) {
            add(STITCH, dx, dy);
        }

        @Override
        public void jump(int dx, int dy) {
            add(JUMP, dx, dy);
        }

        @Override
        public void trim() {
            add(CUT, 0, 0);
        }

        @Override
        public void change(int block) {
            add(CHANGE, 0, 0);
        }

        @Override
        public void stop() {
            add(CHANGE, 0, 0);
        }

        @Override
        public void end() {
            add(END, 0, 0);
        }

        private void add(int command, int dx, int dy) {
            commands.write(command);
            xs.write(dx);
            ys.write(-dy);
        }
    }

    private final class Writer extends StreamingWriter {

        @Override
        protected EmbroideryFormat format() {
            return PackedFormat.this;
        }

        @Override
        protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
            ThreadPlan plan = ThreadPlan.of(pattern);
            List<ThreadColor> threads = plan.byEvent(pattern);
            Streams streams = new Streams();
            DesignWalk walk = DesignWalk.through(pattern, options, LONGEST_MOVE, streams);
            byte[] commands = Unpacker.pack(streams.commands.toByteArray());
            byte[] xs = Unpacker.pack(streams.xs.toByteArray());
            byte[] ys = Unpacker.pack(streams.ys.toByteArray());
            Extents extents = pattern.extents();
            long commandsAt = COLORS + (long) threadBytes(threads.size());
            out.u32(mark).u32(streams.commands.size()).u32(threads.size());
            out.u16(extents.maxX()).u16(-extents.minY()).u16(extents.minX()).u16(-extents.maxY());
            out.u32(commandsAt).u32(commandsAt + commands.length).u32(commandsAt + commands.length + xs.length);
            out.times(NAME_LENGTH, 0).u16(0);
            writeThreads(threads, out);
            out.bytes(commands).bytes(xs).bytes(ys);
            List<Finding> findings = Losses.declared(PackedFormat.this, pattern, options);
            findings.addAll(plan.findings());
            findings.addAll(walk.findings());
            return findings;
        }
    }
}
