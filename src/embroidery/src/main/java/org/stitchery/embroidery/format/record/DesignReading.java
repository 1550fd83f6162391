package org.stitchery.embroidery.format.record;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.TrimInference;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * A design being put together from a file's records. Moves are in tenths of a millimetre, y downwards. A reader tells the
 * {@link #at place} of each record, then what it means; where a move leads out of reach, reading is {@link #goesOn over}.
 *
 * <p>Not thread-safe; for one file.
 */
public final class DesignReading {

    private final StitchPattern.Builder builder;
    private final TrimInference trims;
    private final List<Finding> findings = new ArrayList<>();
    private int at;
    private int block;
    private int stops;
    private boolean over;
    private boolean sewn;
    private boolean needleUp;
    private int speed;
    private int speeds;
    private int sequins;
    private int unknown;
    private int firstUnknown;
    private int firstUnknownAt;

    /**
     * @param name the design's name
     * @param expectedCommands a guess at how many commands follow, in proportion to the file
     */
    public DesignReading(EmbroideryFormat format, ReadOptions options, String name, int expectedCommands) {
        this(format, options, name, expectedCommands, Integer.MAX_VALUE);
    }

    /**
     * For machines that cut before a long way, too.
     *
     * @param cutsBeyondTenths see {@link TrimInference}
     */
    public DesignReading(
            EmbroideryFormat format, ReadOptions options, String name, int expectedCommands, int cutsBeyondTenths) {
        this.builder = StitchPattern.builder(name, expectedCommands + 1);
        this.trims = new TrimInference(
                builder, format.abilities().trims() == Trims.BY_JUMPS ? options : ReadOptions.raw(), cutsBeyondTenths);
    }

    /** The next record lies here, in bytes from the file's start. */
    public void at(int offset) {
        at = offset;
    }

    /** False once a record led out of reach: what follows is not to be believed. */
    public boolean goesOn() {
        return !over;
    }

    /** Where the frame is. */
    public int x() {
        return builder.x();
    }

    /** Where the frame is, downwards. */
    public int y() {
        return builder.y();
    }

    /** Commands so far. */
    public int size() {
        return builder.size();
    }

    /** True once the needle went down. */
    public boolean hasSewn() {
        return sewn;
    }

    /** The frame moves and the needle goes down. */
    public void stitchBy(int dx, int dy) {
        stitchTo(builder.x() + dx, builder.y() + dy);
    }

    /** The same at an absolute position. */
    public void stitchTo(int x, int y) {
        if (reaches(x, y)) {
            trims.stitch(x, y);
            sewn = true;
        }
    }

    /** The frame moves with the needle up. */
    public void jumpBy(int dx, int dy) {
        jumpTo(builder.x() + dx, builder.y() + dy);
    }

    /** The same at an absolute position. */
    public void jumpTo(int x, int y) {
        if (reaches(x, y)) {
            trims.jump(x, y);
        }
    }

    /** What a record of another kind moves beside what it says: a jump, or nothing when it does not move. */
    public void carryBy(int dx, int dy) {
        if (dx != 0 || dy != 0) {
            jumpBy(dx, dy);
        }
    }

    /** The thread is cut. */
    public void trim() {
        builder.trim();
    }

    /** The next thread. */
    public void change() {
        changeBy(0, 0);
    }

    /** The frame moves and takes the next thread there. */
    public void changeBy(int dx, int dy) {
        int x = builder.x() + dx;
        int y = builder.y() + dy;
        if (reaches(x, y)) {
            trims.change(StitchCommand.COLOR_CHANGE, x, y);
            block++;
        }
    }

    /** How many stops were told. */
    public int stops() {
        return stops;
    }

    /** The machine stops for the operator. */
    public void stop() {
        stops++;
        trims.change(StitchCommand.STOP, builder.x(), builder.y());
    }

    /** The colour block that is being sewn, counted from 0. */
    public int block() {
        return block;
    }

    /** The colour block that is being sewn is for this needle; its change was told before. */
    public void onNeedle(int needle) {
        builder.needle(Math.min(needle, StitchPattern.MOST_NEEDLES));
    }

    /** This needle goes on: the one to begin with where nothing is sewn yet, a colour change after that. */
    public void needle(int needle) {
        if (sewn) {
            change();
        }
        onNeedle(needle);
    }

    /** What follows is to be sewn at this speed, by any number that stands for it; 0 at the start. */
    public void speed(int which) {
        if (which != speed) {
            speed = which;
            speeds++;
        }
    }

    /** A sequin falls where the frame moves to. */
    public void sequinBy(int dx, int dy) {
        int x = builder.x() + dx;
        int y = builder.y() + dy;
        if (reaches(x, y)) {
            trims.plainMove(x, y);
            sequins++;
        }
    }

    /** A record whose code is not known; it is passed over. */
    public void unknown(int code) {
        if (unknown++ == 0) {
            firstUnknown = code;
            firstUnknownAt = at;
        }
    }

    /** For formats that say once that the needle is up, or down again, for all the moves that follow. */
    public void needleUp(boolean up) {
        needleUp = up;
    }

    /** Moves with the needle up, or sews, as was said last; sews at the start. */
    public void moveBy(int dx, int dy) {
        if (needleUp) {
            jumpBy(dx, dy);
        } else {
            stitchBy(dx, dy);
        }
    }

    /** True while every record had a known code. */
    public boolean isUnderstood() {
        return unknown == 0;
    }

    /** The file ends without saying so. */
    public void endMissing() {
        if (!over) {
            warn(
                    "END_MISSING",
                    "The file breaks off at byte " + at + " without its end code; " + builder.size()
                            + " commands were read. The design may be incomplete.");
        }
    }

    /** Something a person should know. */
    public void warn(String code, String message) {
        findings.add(Finding.of(Severity.WARNING, code, message));
    }

    /** The threads in the order in which they sew. */
    public void threads(List<ThreadColor> inOrder) {
        builder.threads(inOrder);
    }

    /** The design as far as it was read. */
    public ReadResult result() {
        if (unknown > 0) {
            warn(
                    "UNKNOWN_RECORDS",
                    unknown + (unknown == 1 ? " record has a code" : " records have codes")
                            + " that this program does not know, the first at byte " + firstUnknownAt + ": "
                            + String.format("%02X", firstUnknown) + ". They were passed over.");
        }
        if (sequins > 0) {
            warn(
                    "SEQUINS_NOT_SEWN",
                    sequins + " sequins are read as moves without stitches: sequin devices are not supported.");
        }
        if (speeds > 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "SPEEDS_NOT_KEPT",
                    speeds + " times the file tells the machine to sew slower or faster; that is not kept."));
        }
        return new ReadResult(builder.build(), findings);
    }

    private boolean reaches(int x, int y) {
        if (over) {
            return false;
        }
        if (!StitchPattern.isWithinReach(x, y)) {
            over = true;
            findings.add(Finding.of(
                    Severity.ERROR,
                    "OUT_OF_REACH",
                    "The record at byte " + at + " leads further than " + StitchPattern.FURTHEST_TENTHS / 10_000
                            + " m from the start; reading stopped there. The file is damaged."));
            return false;
        }
        return true;
    }
}
