package org.stitchery.embroidery.format.exp;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;

/** Melco EXP. */
public final class ExpFormat implements EmbroideryFormat {

    /** The one instance. */
    public static final ExpFormat EXP = new ExpFormat();

    private static final FormatAbilities ABILITIES =
            new FormatAbilities(Threads.NONE, Trims.EXPLICIT, false, 0, ExpRecords.LONGEST_MOVE, 1);

    /** Enough to tell records from noise, in which an unknown command comes soon. */
    private static final int BYTES_LOOKED_AT = 8192;

    /** So many pairs that stand still before anything moves are the empty header of another format. */
    private static final int STANDING = 32;

    private ExpFormat() {}

    @Override
    public String id() {
        return "exp";
    }

    @Override
    public String title() {
        return "Melco EXP";
    }

    @Override
    public List<String> extensions() {
        return List.of("exp");
    }

    @Override
    public FormatAbilities abilities() {
        return ABILITIES;
    }

    /** No mark: only commands, all of them known and at least one, speak for it, and that it does not begin standing still. */
    @Override
    public Likeness likeness(byte[] content) {
        int end = Math.min(content.length, BYTES_LOOKED_AT);
        boolean any = false;
        int standing = 0;
        int at = 0;
        while (at + 1 < end) {
            boolean command = (content[at] & 0xFF) == ExpRecords.COMMAND;
            if (command && !isCommand(content[at + 1] & 0xFF)) {
                return Likeness.NONE;
            }
            any |= command;
            standing += standing == at / 2 && content[at] == 0 && content[at + 1] == 0 ? 1 : 0;
            at += command ? 4 : 2;
        }
        return any && standing < STANDING ? Likeness.LIKELY : Likeness.POSSIBLE;
    }

    static boolean isCommand(int code) {
        return code == ExpRecords.COLOR_CHANGE
                || code == ExpRecords.STITCH
                || code == ExpRecords.JUMP
                || code == ExpRecords.TRIM;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(ExpReader.INSTANCE);
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of(ExpWriter.INSTANCE);
    }

    @Override
    public String toString() {
        return title();
    }
}
