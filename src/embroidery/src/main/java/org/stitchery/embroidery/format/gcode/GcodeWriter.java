package org.stitchery.embroidery.format.gcode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.MachineFile;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** Writes one design, line by line. */
final class GcodeWriter {

    /** grbl refuses higher numbers of tools; Marlin only shows them. */
    private static final int HIGHEST_THREAD_NUMBER = 255;

    private final EmbroideryFormat format;
    private final GcodeDialect dialect;
    private final StitchPattern pattern;
    private final WriteOptions options;
    private final StringBuilder text;
    private int x;
    private int y;
    private long shaftMm;
    private int thread = 1;

    GcodeWriter(EmbroideryFormat format, GcodeDialect dialect, StitchPattern pattern, WriteOptions options) {
        this.format = format;
        this.dialect = dialect;
        this.pattern = pattern;
        this.options = options;
        this.text = new StringBuilder(24 * pattern.size() + 256);
    }

    WriteResult write() {
        GcodeHeader.lines(dialect, pattern).forEach(this::line);
        dialect.begin().forEach(this::line);
        for (int i = 0; i < pattern.size(); i++) {
            write(pattern.command(i), pattern.x(i), pattern.y(i));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        return new WriteResult(MachineFile.owning(format, bytes), findings());
    }

    private void write(StitchCommand command, int toX, int toY) {
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
                dialect.stitch().forEach(line -> line(line.replace("%Z", Long.toString(shaftMm))));
            }
            case JUMP -> {}
            case TRIM -> {
                if (options.trims()) {
                    dialect.trim().forEach(this::line);
                }
            }
            case COLOR_CHANGE -> {
                thread++;
                halt(dialect.colorChange().replace("%N", Integer.toString(Math.min(HIGHEST_THREAD_NUMBER, thread))));
            }
            case STOP -> halt(dialect.stop());
            case END -> dialect.end().forEach(this::line);
        }
    }

    private void halt(String how) {
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

    private void line(String line) {
        text.append(line).append('\n');
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
