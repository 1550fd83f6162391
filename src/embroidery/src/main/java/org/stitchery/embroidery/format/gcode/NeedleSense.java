package org.stitchery.embroidery.format.gcode;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which lines send the needle down and which cut. A file of ours says its dialect; of others, the first thing that
 * happens after the frame has moved is taken for the needle, and where a shaft only ever rises, each of its moves.
 */
final class NeedleSense {

    private final @Nullable GcodeDialect dialect;
    private final boolean rises;

    private NeedleSense(@Nullable GcodeDialect dialect, boolean rises) {
        this.dialect = dialect;
        this.rises = rises;
    }

    /** Looks the whole file through once. */
    static NeedleSense of(byte[] content, GcodeLine line) {
        Optional<GcodeDialect> marked = GcodeHeader.mark(content);
        return marked.isPresent() ? new NeedleSense(marked.get(), false) : new NeedleSense(null, rises(content, line));
    }

    private static boolean rises(byte[] content, GcodeLine line) {
        long before = Long.MIN_VALUE;
        int from = 0;
        while (from < content.length) {
            from = line.read(from);
            if (movesShaft(line)) {
                long z = line.valueOf('Z');
                if (z < before) {
                    return false;
                }
                before = z;
            }
        }
        return true;
    }

    static int[] penetrationEnds(byte[] content) {
        GcodeLine line = new GcodeLine(content);
        GcodeFrame frame = new GcodeFrame();
        NeedleSense needle = of(content, line);
        IntStream.Builder ends = IntStream.builder();
        boolean onTheWay = false;
        int from = 0;
        while (from < content.length) {
            from = line.read(from);
            frame.take(line);
            onTheWay |= frame.moved();
            if (needle.down(line, onTheWay)) {
                ends.add(Math.min(from, content.length));
                onTheWay = false;
            }
        }
        return ends.build().toArray();
    }

    private static boolean movesShaft(GcodeLine line) {
        return line.has('Z') && !line.is('G', 92) && !line.is('G', 28) && !line.has('M');
    }

    /** @param onTheWay whether the frame has moved since the last stitch */
    boolean down(GcodeLine line, boolean onTheWay) {
        if (dialect == null) {
            boolean shaft = movesShaft(line);
            boolean push = line.is('M', 280) || line.is('M', 3) || line.is('M', 4);
            return onTheWay ? shaft || push : shaft && rises;
        }
        return switch (dialect) {
            case GRBL, MARLIN -> movesShaft(line);
            case GRBL_SERVO -> line.is('M', 3) && line.is('S', 90);
            case GRBL_TRIGGER -> line.is('M', 8);
            case MARLIN_SERVO -> line.is('M', 280) && line.is('S', 30);
        };
    }

    boolean cuts(GcodeLine line) {
        if (dialect == null) {
            return false;
        }
        return switch (dialect) {
            case GRBL, GRBL_SERVO -> line.is('M', 8);
            case GRBL_TRIGGER -> false;
            case MARLIN, MARLIN_SERVO -> line.is('M', 106);
        };
    }

    /** Others halt for a thread and for nothing else. */
    boolean everyHaltIsAThread() {
        return dialect == null;
    }

    /** Only files of ours are known to begin with a move to where the frame is. */
    boolean keepsFirstMove() {
        return dialect == null;
    }

    String guess() {
        return rises
                ? "each rise of its Z axis is taken for a stitch"
                : "what comes first after a move is taken for it";
    }
}
