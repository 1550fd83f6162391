package org.stitchery.embroidery.sewing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What sewing a design once will take on one head, hooping, threading, breaks and waste (10 to 15 % of the thread, A)
 * not included.
 *
 * @param sewing stitches and jumps, each at the speed its length allows
 * @param trims cutting
 * @param colorChanges taking other needles
 * @param stops waiting for the operator where the design stops
 * @param threadMmPerBlock upper thread of each colour block in sewing order, in millimetres
 */
public record SewingEstimate(
        Duration sewing, Duration trims, Duration colorChanges, Duration stops, List<Double> threadMmPerBlock) {

    /**
     * What each stitch needs besides its length, through cloth and backing and back. Makes 3.8 mm stitches come to the
     * 5 m per 1000 stitches that Madeira's glossary gives (A).
     */
    private static final double THROUGH_CLOTH_MM = 1.2;

    /** What cutting leaves at both ends (U). */
    private static final double CUT_ENDS_MM = 25;

    /** Bobbin thread for each upper thread: 3 m to 5 m per 1000 stitches (A). */
    private static final double BOBBIN_SHARE = 0.6;

    /** Longest move of the frame in one turn, as in nearly all formats; further ones take several. */
    private static final int ONE_TURN_TENTHS = 121;

    public SewingEstimate {
        threadMmPerBlock = List.copyOf(threadMmPerBlock);
    }

    /** Goes through the pattern command by command, on {@link MachineProfile#USUAL}. */
    public static SewingEstimate of(StitchPattern pattern) {
        return of(pattern, MachineProfile.USUAL);
    }

    /** Goes through the pattern command by command. */
    public static SewingEstimate of(StitchPattern pattern, MachineProfile machine) {
        double nanos = 0;
        int trims = 0;
        int changes = 0;
        int stops = 0;
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
                    nanos += move(dx, dy, machine);
                    thread += THROUGH_CLOTH_MM + (cut ? CUT_ENDS_MM : lengthMm);
                    cut = false;
                }
                case JUMP -> {
                    nanos += move(dx, dy, machine);
                    thread += cut ? 0 : lengthMm;
                }
                case TRIM -> {
                    trims++;
                    cut = true;
                }
                case COLOR_CHANGE -> {
                    changes++;
                    cut = true;
                    blocks.add(thread);
                    thread = 0;
                }
                case STOP -> {
                    stops++;
                    cut = true;
                }
                case END -> blocks.add(thread);
            }
        }
        return new SewingEstimate(
                Duration.ofNanos(Math.round(nanos)),
                machine.trim().multipliedBy(trims),
                machine.colorChange().multipliedBy(changes),
                machine.stop().multipliedBy(stops),
                blocks);
    }

    /** All of the machine's time. */
    public Duration machineTime() {
        return sewing.plus(trims).plus(colorChanges).plus(stops);
    }

    /** Upper thread of all blocks together, in millimetres. */
    public double threadMm() {
        return threadMmPerBlock.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Bobbin thread, in millimetres. */
    public double bobbinMm() {
        return threadMm() * BOBBIN_SHARE;
    }

    private static double move(int dx, int dy, MachineProfile machine) {
        int turns = Math.max(1, (Math.max(Math.abs(dx), Math.abs(dy)) + ONE_TURN_TENTHS - 1) / ONE_TURN_TENTHS);
        return turns * machine.nanos((double) dx / turns, (double) dy / turns);
    }
}
