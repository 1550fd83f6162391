package org.stitchery.embroidery.format.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * A design being taken apart into moves that fit a format's records.
 *
 * <p>Positions are rounded to the format's grid absolutely and moves are differences of rounded positions, so nothing adds
 * up. A jump longer than a record reaches becomes jumps along its line; a stitch, jumps along its line and then the stitch,
 * so that the needle enters where it should and nowhere else. Cuts, colour changes and stops happen where the frame stands:
 * a move of theirs becomes a jump in front of them.
 */
public final class DesignWalk {

    /** What a format writes; moves in steps of its grid, y downwards. */
    public interface Records {

        /** The needle goes down after this move, which fits. */
        void stitch(int dx, int dy) throws IOException;

        /** The frame moves, which fits. */
        void jump(int dx, int dy) throws IOException;

        /** The thread is cut. */
        void trim() throws IOException;

        /** The next thread; the block that begins, counted from 0, so 1 at the first change. */
        void change(int block) throws IOException;

        /** The machine stops for the operator and goes on with the same thread. */
        void stop() throws IOException;

        /** Nothing follows. */
        void end() throws IOException;
    }

    private final StitchPattern pattern;
    private final WriteOptions options;
    private final int longestMove;
    private final double stepsPerTenth;
    private final Records records;

    private int x;
    private int y;
    private int block;
    private int split;
    private int rounded;
    private int jumpsInARow;
    private boolean cut = true;
    private int unwantedCuts;
    private int firstUnwantedCut;

    /**
     * @param longestMove furthest one record reaches on each axis, in steps
     * @param gridTenths one step in tenths of a millimetre
     */
    private DesignWalk(
            StitchPattern pattern, WriteOptions options, int longestMove, double gridTenths, Records records) {
        this.pattern = pattern;
        this.options = options;
        this.longestMove = longestMove;
        this.stepsPerTenth = 1 / gridTenths;
        this.records = records;
    }

    /** Walks a design whose records keep every tenth of a millimetre. */
    public static DesignWalk through(StitchPattern pattern, WriteOptions options, int longestMove, Records records)
            throws IOException {
        return through(pattern, options, longestMove, 1, records);
    }

    /** Walks a design from its first command to its end. */
    public static DesignWalk through(
            StitchPattern pattern, WriteOptions options, int longestMove, double gridTenths, Records records)
            throws IOException {
        DesignWalk walk = new DesignWalk(pattern, options, longestMove, gridTenths, records);
        for (int i = 0; i < pattern.size(); i++) {
            walk.step(i);
        }
        return walk;
    }

    /** What the walk had to do to make it fit. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (split > 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "LONG_STITCHES_SPLIT",
                    split + (split == 1 ? " stitch" : " stitches") + " longer than "
                            + longestMove / stepsPerTenth / 10 + " mm " + (split == 1 ? "is" : "are")
                            + " written as jumps along the line and a stitch at the end."));
        }
        if (rounded > 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "POSITIONS_ROUNDED",
                    rounded + " positions lie between those that the file can hold and moved by up to "
                            + Math.round(50 / stepsPerTenth) + " um each; nothing adds up."));
        }
        return findings;
    }

    /** For formats in which jumps in a row mean a cut: where that is not meant. */
    public List<Finding> unwantedCuts() {
        return unwantedCuts == 0
                ? List.of()
                : List.of(Finding.of(
                        Severity.WARNING,
                        "JUMPS_CUT_THE_THREAD",
                        unwantedCuts + " times the thread is carried over " + options.jumpsPerTrim()
                                + " or more jumps in a row, the first at command " + firstUnwantedCut
                                + ": a machine that takes these for a cut will cut there."));
    }

    private void step(int i) throws IOException {
        int toX = grid(pattern.x(i));
        int toY = grid(pattern.y(i));
        switch (pattern.command(i)) {
            case STITCH -> {
                stitch(toX, toY, i);
                cut = false;
                jumpsInARow = 0;
            }
            case JUMP -> jump(toX, toY, i, true);
            case TRIM -> {
                jump(toX, toY, i, false);
                if (options.trims()) {
                    records.trim();
                    cut = true;
                }
            }
            case COLOR_CHANGE -> {
                jump(toX, toY, i, false);
                records.change(++block);
                changed();
            }
            case STOP -> {
                jump(toX, toY, i, false);
                records.stop();
                changed();
            }
            case END -> {
                jump(toX, toY, i, false);
                records.end();
            }
        }
    }

    private void changed() {
        cut = true;
        jumpsInARow = 0;
    }

    private void stitch(int toX, int toY, int i) throws IOException {
        int pieces = pieces(toX, toY);
        if (pieces > 1) {
            split++;
            jumps(toX, toY, pieces, pieces - 1, i);
        }
        records.stitch(toX - x, toY - y);
        x = toX;
        y = toY;
    }

    /** @param even true writes a jump also when the frame stands there already */
    private void jump(int toX, int toY, int i, boolean even) throws IOException {
        if (even || toX != x || toY != y) {
            int pieces = pieces(toX, toY);
            jumps(toX, toY, pieces, pieces, i);
        }
    }

    private void jumps(int toX, int toY, int pieces, int count, int i) throws IOException {
        int fromX = x;
        int fromY = y;
        for (int k = 1; k <= count; k++) {
            int nextX = fromX + (int) Math.rint((double) (toX - fromX) * k / pieces);
            int nextY = fromY + (int) Math.rint((double) (toY - fromY) * k / pieces);
            records.jump(nextX - x, nextY - y);
            x = nextX;
            y = nextY;
            jumpsInARow++;
            if (jumpsInARow == options.jumpsPerTrim() && !cut && unwantedCuts++ == 0) {
                firstUnwantedCut = i;
            }
        }
    }

    private int pieces(int toX, int toY) {
        int longest = Math.max(Math.abs(toX - x), Math.abs(toY - y));
        return Math.max(1, (longest + longestMove - 1) / longestMove);
    }

    private int grid(int tenths) {
        if (stepsPerTenth == 1) {
            return tenths;
        }
        double exact = tenths * stepsPerTenth;
        double step = Math.rint(exact);
        if (Math.abs(exact - step) > 1e-6) {
            rounded++;
        }
        return (int) step;
    }
}
