package org.stitchery.embroidery.sewing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What sewing a design once will take on one head, hooping and threading not included.
 *
 * @param machineTime at the speeds of {@link SewingSpeed}
 * @param threadMmPerBlock upper thread of each colour block in sewing order, in millimetres
 */
public record SewingEstimate(Duration machineTime, List<Double> threadMmPerBlock) {

    /**
     * What each stitch needs besides its length, through cloth and backing and back. Makes 3.8 mm stitches come to the
     * 5 m per 1000 stitches that Madeira's glossary gives.
     */
    private static final double THROUGH_CLOTH_MM = 1.2;

    /** What cutting leaves at both ends. Taste. */
    private static final double CUT_ENDS_MM = 25;

    /** Longest move of the frame in one turn, as in nearly all formats; further ones take several. */
    private static final int ONE_TURN_TENTHS = 121;

    public SewingEstimate {
        threadMmPerBlock = List.copyOf(threadMmPerBlock);
    }

    /** Upper thread of all blocks together, in millimetres. The bobbin gives about half as much. */
    public double threadMm() {
        return threadMmPerBlock.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Goes through the pattern command by command. */
    public static SewingEstimate of(StitchPattern pattern) {
        double nanos = 0;
        List<Double> blocks = new ArrayList<>();
        double thread = 0;
        boolean cut = true;
        int x = 0;
        int y = 0;
        for (int i = 0; i < pattern.size(); i++) {
            int dx = pattern.x(i) - x;
            int dy = pattern.y(i) - y;
            x = pattern.x(i);
            y = pattern.y(i);
            double lengthMm = Math.sqrt((double) dx * dx + (double) dy * dy) / 10;
            switch (pattern.command(i)) {
                case STITCH -> {
                    nanos += move(dx, dy);
                    thread += THROUGH_CLOTH_MM + (cut ? CUT_ENDS_MM : lengthMm);
                    cut = false;
                }
                case JUMP -> {
                    nanos += move(dx, dy);
                    thread += cut ? 0 : lengthMm;
                }
                case TRIM -> {
                    nanos += SewingSpeed.TRIM.toNanos();
                    cut = true;
                }
                case COLOR_CHANGE -> {
                    nanos += SewingSpeed.COLOR_CHANGE.toNanos();
                    cut = true;
                    blocks.add(thread);
                    thread = 0;
                }
                case STOP -> cut = true;
                case END -> blocks.add(thread);
            }
        }
        return new SewingEstimate(Duration.ofNanos(Math.round(nanos)), blocks);
    }

    private static double move(int dx, int dy) {
        int turns = Math.max(1, (Math.max(Math.abs(dx), Math.abs(dy)) + ONE_TURN_TENTHS - 1) / ONE_TURN_TENTHS);
        return turns * SewingSpeed.nanos(dx / turns, dy / turns);
    }
}
