package org.stitchery.embroidery.format.gcode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Reads one file, of ours or of somebody else's.
 *
 * <p>A move of the frame waits until it is known what it was for: the needle goes down, then it was the way to a stitch;
 * anything else comes, then it was a jump. The first move of a file, when it leads to where the frame is anyway, is none.
 */
final class GcodeReader {

    private static final int PER_TENTH = GcodeLine.SCALE / 10;

    private final byte[] content;
    private final GcodeDialect asked;
    private final GcodeLine line;
    private final GcodeHeader header = new GcodeHeader();
    private final GcodeFrame frame = new GcodeFrame();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable NeedleSense needle;
    private StitchPattern.@Nullable Builder builder;
    private boolean pending;
    private int pendingX;
    private int pendingY;
    private boolean moved;
    private boolean ended;
    private int unreadable;
    private int firstUnreadable;
    private int arcs;
    private int codes;

    GcodeReader(byte[] content, GcodeDialect asked) {
        this.content = content;
        this.asked = asked;
        this.line = new GcodeLine(content);
    }

    ReadResult read() throws FormatException {
        needle = NeedleSense.of(content, line);
        boolean marked = GcodeHeader.mark(content).isPresent();
        int from = 0;
        while (from < content.length && !ended) {
            int next = line.read(from);
            if (!read(from)) {
                break;
            }
            from = next;
        }
        if (codes == 0 && !marked) {
            throw new FormatException(
                    asked.title(), 0, "lines of G-code", content.length == 0 ? "the end of the file" : "none");
        }
        settle();
        tell(marked);
        return new ReadResult(builder().threads(header.threads()).build(), findings);
    }

    /** @return false when the rest of the file makes no sense */
    private boolean read(int from) {
        String comment = line.comment();
        if (comment != null) {
            takeComment(comment);
        }
        if (line.unreadable() > 0 && unreadable++ == 0) {
            firstUnreadable = from;
        }
        if (line.words() == 0) {
            return true;
        }
        codes += line.has('G') || line.has('M') ? 1 : 0;
        frame.take(line);
        arcs += line.is('G', 2) || line.is('G', 3) ? 1 : 0;
        if (frame.moved() && !move(from)) {
            return false;
        }
        if (needle().down(line, pending)) {
            stitch();
        }
        takeCodes();
        return true;
    }

    private void takeComment(String comment) {
        if (builder == null) {
            header.take(comment);
        }
        ended |= comment.strip().equals("END");
    }

    private boolean move(int from) {
        long x = Math.floorDiv(frame.x() + PER_TENTH / 2, PER_TENTH) * (header.mirrored() ? -1 : 1);
        long y = -Math.floorDiv(frame.y() + PER_TENTH / 2, PER_TENTH);
        if (Math.abs(x) > StitchPattern.FURTHEST_TENTHS || Math.abs(y) > StitchPattern.FURTHEST_TENTHS) {
            findings.add(Finding.of(
                    Severity.ERROR,
                    "OUT_OF_REACH",
                    "The line at byte " + from + " leads further than " + StitchPattern.FURTHEST_TENTHS / 10_000
                            + " m from the start; reading stopped there. The file is damaged."));
            return false;
        }
        settle();
        boolean nowhere = !moved && x == 0 && y == 0 && !needle().keepsFirstMove();
        moved = true;
        if (!nowhere) {
            pending = true;
            pendingX = (int) x;
            pendingY = (int) y;
        }
        return true;
    }

    private void stitch() {
        if (pending) {
            builder().stitchTo(pendingX, pendingY);
            pending = false;
        } else {
            builder().stitchTo(builder().x(), builder().y());
        }
    }

    /** What was waiting was a jump. */
    private void settle() {
        if (pending) {
            builder().jumpTo(pendingX, pendingY);
            pending = false;
        }
    }

    private void takeCodes() {
        if (line.is('M', 0) || line.is('M', 1) || line.is('M', 6) || line.is('M', 600)) {
            settle();
            boolean thread = line.has('T') || line.is('M', 6) || line.is('M', 600) || needle().everyHaltIsAThread();
            builder()
                    .add(
                            thread ? StitchCommand.COLOR_CHANGE : StitchCommand.STOP,
                            builder().x(),
                            builder().y());
        } else if (needle().cuts(line)) {
            settle();
            builder().trim();
        } else if (line.is('M', 2) || line.is('M', 30)) {
            ended = true;
        }
    }

    private void tell(boolean marked) {
        if (!ended) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "END_MISSING",
                    "The file breaks off at byte " + content.length + " without its end; "
                            + builder().size() + " commands were read. The design may be incomplete."));
        }
        if (unreadable > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "UNUSUAL_RECORDS",
                    unreadable + " lines hold something that is no G-code, the first at byte " + firstUnreadable
                            + ". The file may be damaged or of another format."));
        }
        if (arcs > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "ARCS_NOT_READ",
                    arcs + " arcs are read as straight moves: stitch files have none. This may be a file for a mill."));
        }
        if (!marked) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "NEEDLE_GUESSED",
                    "The file does not say how its machine moves the needle; " + needle().guess()
                            + ". Compare the picture with what you expect."));
        }
    }

    private NeedleSense needle() {
        if (needle == null) {
            throw new IllegalStateException("Nothing is read yet");
        }
        return needle;
    }

    /** Begun with the first line that does something, so that a header's name and threads are known. */
    private StitchPattern.Builder builder() {
        if (builder == null) {
            builder = StitchPattern.builder(header.name(), content.length / 20 + 1);
        }
        return builder;
    }
}
