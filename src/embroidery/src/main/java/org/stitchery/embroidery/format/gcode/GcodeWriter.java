package org.stitchery.embroidery.format.gcode;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** Writes one design, line by line. */
final class GcodeWriter {

    /** Writes any design in one dialect. */
    static StreamingWriter of(EmbroideryFormat format, GcodeDialect dialect) {
        return new StreamingWriter() {

            @Override
            protected EmbroideryFormat format() {
                return format;
            }

            @Override
            protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out)
                    throws IOException {
                return new GcodeWriter(format, dialect, pattern, options, out).write();
            }
        };
    }

    /** grbl refuses higher numbers of tools; Marlin only shows them. */
    private static final int HIGHEST_THREAD_NUMBER = 255;

    private final EmbroideryFormat format;
    private final GcodeDialect dialect;
    private final StitchPattern pattern;
    private final WriteOptions options;
    private final ByteSink out;
    private int x;
    private int y;
    private long shaftMm;
    private int thread = 1;

    private GcodeWriter(
            EmbroideryFormat format, GcodeDialect dialect, StitchPattern pattern, WriteOptions options, ByteSink out) {
        this.format = format;
        this.dialect = dialect;
        this.pattern = pattern;
        this.options = options;
        this.out = out;
    }

    private List<Finding> write() throws IOException {
        lines(GcodeHeader.lines(dialect, pattern));
        lines(dialect.begin());
        for (int i = 0; i < pattern.size(); i++) {
            write(pattern.command(i), pattern.x(i), pattern.y(i));
        }
        return findings();
    }

    private void write(StitchCommand command, int toX, int toY) throws IOException {
        boolean moves = command == StitchCommand.STITCH || command == StitchCommand.JUMP || toX != x || toY != y;
        if (moves) {
            x = toX;
            y = toY;
            // The file's y grows upwards.
            line(dialect.move().replace("%X", tenths(x)).replace("%Y", tenths(-y)));
        }
        switch (command) {
            case STITCH -> {
                shaftMm += GcodeDialect.MM_PER_TURN;
                for (String line : dialect.stitch()) {
                    line(line.replace("%Z", Long.toString(shaftMm)));
                }
            }
            case JUMP -> {}
            case TRIM -> {
                if (options.trims()) {
                    lines(dialect.trim());
                }
            }
            case COLOR_CHANGE -> {
                thread++;
                halt(dialect.colorChange().replace("%N", Integer.toString(Math.min(HIGHEST_THREAD_NUMBER, thread))));
            }
            case STOP -> halt(dialect.stop());
            case END -> lines(dialect.end());
        }
    }

    private void halt(String how) throws IOException {
        line(how);
        if (dialect.turnsShaft()) {
            line(dialect.shaftAnew());
            shaftMm = 0;
        }
    }

    private static String tenths(int value) {
        int whole = Math.abs(value) / 10;
        int rest = Math.abs(value) % 10;
        return (value < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    private void lines(List<String> all) throws IOException {
        for (String line : all) {
            line(line);
        }
    }

    private void line(String line) throws IOException {
        out.ascii(line).u8('\n');
    }

    private List<Finding> findings() {
        List<Finding> findings = Losses.declared(format, pattern, options);
        String stored = GcodeHeader.plain(pattern.name(), GcodeHeader.NAME_LENGTH);
        if (!stored.equals(pattern.name())) {
            findings.add(Losses.nameChanged(format, pattern.name(), stored));
        }
        int changes = pattern.count(StitchCommand.COLOR_CHANGE);
        if (changes >= HIGHEST_THREAD_NUMBER) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "COUNT_TOO_LARGE",
                    "Threads are numbered up to " + HIGHEST_THREAD_NUMBER + "; those after it, of " + (changes + 1)
                            + ", bear that number, too."));
        }
        return findings;
    }
}
