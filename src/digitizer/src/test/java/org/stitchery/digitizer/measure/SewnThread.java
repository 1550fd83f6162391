package org.stitchery.digitizer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * A pattern taken apart: pieces of thread on the cloth in millimetres on the page, needle holes, and what the machine
 * does between them. Jumps leave no thread, unless they are long and nobody cuts it: those are floats.
 */
final class SewnThread {

    /** Uncut thread longer than this is seen and caught by fingers. */
    private static final double LONGEST_FLOAT_MM = 3;

    /** One stitch from hole to hole. */
    record Piece(int block, double fromX, double fromY, double toX, double toY) {
        double length() {
            return Math.hypot(toX - fromX, toY - fromY);
        }
    }

    private final List<Piece> pieces = new ArrayList<>();
    private final List<double[]> holes = new ArrayList<>();
    private int trims;
    private int colorChanges;
    private int floats;
    private double floatMm;

    private SewnThread() {}

    /** @param originXMm page position of the pattern's (0, 0) */
    static SewnThread of(StitchPattern pattern, double originXMm, double originYMm) {
        SewnThread sewn = new SewnThread();
        boolean cut = true;
        boolean sewing = false;
        double[] last = null;
        double[] jumpedFrom = null;
        for (int i = 0; i < pattern.size(); i++) {
            double[] here = {pattern.x(i) / 10.0 + originXMm, pattern.y(i) / 10.0 + originYMm};
            switch (pattern.command(i)) {
                case STITCH -> {
                    if (jumpedFrom != null) {
                        sewn.jumped(jumpedFrom, last == null ? here : last, cut);
                        jumpedFrom = null;
                        // Down where the jump ended: a hole, but no stitch.
                        sewing = last != null && !Arrays.equals(last, here);
                    }
                    if (sewing && last != null) {
                        sewn.pieces.add(new Piece(sewn.colorChanges, last[0], last[1], here[0], here[1]));
                    }
                    sewn.holes.add(here);
                    sewing = true;
                    cut = false;
                    last = here;
                }
                case JUMP -> {
                    jumpedFrom = jumpedFrom == null ? (last == null ? here : last) : jumpedFrom;
                    last = here;
                }
                case TRIM -> {
                    sewn.trims++;
                    cut = true;
                    sewing = false;
                }
                case COLOR_CHANGE -> {
                    sewn.colorChanges++;
                    cut = true;
                    sewing = false;
                }
                case STOP -> {
                    cut = true;
                    sewing = false;
                }
                case END -> {}
            }
        }
        return sewn;
    }

    private void jumped(double[] from, double[] to, boolean cut) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        if (!cut && length > LONGEST_FLOAT_MM) {
            floats++;
            floatMm += length;
        }
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<double[]> holes() {
        return holes;
    }

    int trims() {
        return trims;
    }

    int colorChanges() {
        return colorChanges;
    }

    int floats() {
        return floats;
    }

    double floatMm() {
        return floatMm;
    }
}
