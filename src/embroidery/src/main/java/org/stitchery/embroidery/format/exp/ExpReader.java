package org.stitchery.embroidery.format.exp;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.record.PairRun;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** Reads record after record to the end of the file. Cuts have a code of their own, so nothing is inferred. */
final class ExpReader implements FormatReader {

    static final ExpReader INSTANCE = new ExpReader();

    /** Some writers close the file with it. */
    private static final int END_OF_TEXT = 0x1A;

    private ExpReader() {}

    @Override
    public ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        if (content.length < 2) {
            throw new FormatException(
                    ExpFormat.EXP.title(), 0, "a record of two bytes", content.length + " bytes in all");
        }
        List<Finding> findings = new ArrayList<>();
        StitchPattern.Builder builder = StitchPattern.builder("", content.length / 2 + 1);
        int end = readRecords(content, builder, findings);
        boolean closed = end == content.length - 1 && (content[end] & 0xFF) == END_OF_TEXT;
        if (end < content.length && !closed && findings.isEmpty()) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "END_CUT_OFF",
                    "The file breaks off in the middle of its record at byte " + end + "; " + builder.size()
                            + " commands were read. The design may be incomplete."));
        }
        return new ReadResult(builder.build(), findings);
    }

    /** Returns where no whole record is left, or where reading had to end; then there is a finding. */
    private static int readRecords(byte[] content, StitchPattern.Builder builder, List<Finding> findings) {
        PairRun run = new PairRun(first -> first == ExpRecords.COMMAND, true);
        int at = 0;
        while (true) {
            at = run.read(content, at, content.length, builder::stitchesBy);
            if (at + 1 >= content.length) {
                return at;
            }
            boolean command = (content[at] & 0xFF) == ExpRecords.COMMAND;
            int moveAt = command ? at + 2 : at;
            if (moveAt + 1 >= content.length) {
                return at;
            }
            int code = command ? content[at + 1] & 0xFF : ExpRecords.STITCH;
            boolean moves = code != ExpRecords.TRIM;
            int x = builder.x() + (moves ? content[moveAt] : 0);
            int y = builder.y() - (moves ? content[moveAt + 1] : 0);
            String damage = damage(code, x, y, at);
            if (!damage.isEmpty()) {
                findings.add(Finding.of(Severity.ERROR, "DAMAGED", damage));
                return at;
            }
            builder.add(command(code), x, y);
            at = moveAt + 2;
        }
    }

    private static String damage(int code, int x, int y, int at) {
        if (!ExpFormat.isCommand(code)) {
            return String.format(
                    "The command %02X at byte %d is none of EXP; reading stopped there. The file is damaged or of"
                            + " another format.",
                    code, at);
        }
        return StitchPattern.isWithinReach(x, y)
                ? ""
                : "The record at byte " + at + " leads further than " + StitchPattern.FURTHEST_TENTHS / 10_000
                        + " m from the start; reading stopped there. The file is damaged.";
    }

    private static StitchCommand command(int code) {
        return switch (code) {
            case ExpRecords.JUMP -> StitchCommand.JUMP;
            case ExpRecords.COLOR_CHANGE -> StitchCommand.COLOR_CHANGE;
            case ExpRecords.TRIM -> StitchCommand.TRIM;
            default -> StitchCommand.STITCH;
        };
    }
}
