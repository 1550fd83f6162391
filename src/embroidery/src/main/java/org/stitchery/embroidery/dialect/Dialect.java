package org.stitchery.embroidery.dialect;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.format.dst.DstLabel;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * How one kind of machine wants its files.
 *
 * @param id stable, of small letters, digits and dashes
 * @param title for people: the machines it is meant for
 * @param format a format that is written
 * @param options what the format's writer is asked for
 * @param stops what becomes of stops where the format has no code for them
 * @param nameLength the longest name the machine shows, in characters; 0 for what the format holds
 * @param fileName what the machine takes for a file's name
 * @param needles how many the machine has; 0 for what the format has codes for
 */
public record Dialect(
        String id,
        String title,
        EmbroideryFormat format,
        WriteOptions options,
        StopRule stops,
        int nameLength,
        FileNameRule fileName,
        int needles) {

    public Dialect {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "A dialect's id is of small letters, digits and single dashes, found \"" + id + "\"");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("Dialect " + id + ": expected a title, found none");
        }
        if (format.writer().isEmpty()) {
            throw new IllegalArgumentException("Dialect " + id + ": " + format.title() + " is only read, not written");
        }
        if (nameLength < 0 || needles < 0 || needles > StitchPattern.MOST_NEEDLES) {
            throw new IllegalArgumentException("Dialect " + id + ": impossible length of names " + nameLength
                    + " or number of needles " + needles);
        }
    }

    /** What most machines that read the format want. */
    public static Dialect usual(EmbroideryFormat format) {
        return new Dialect(
                format.id(),
                format.title(),
                format,
                WriteOptions.usual(),
                StopRule.AS_COLOR_CHANGE,
                0,
                FileNameRule.ANY,
                0);
    }

    /** The same with other options for the writer. */
    public Dialect with(WriteOptions newOptions) {
        return new Dialect(id, title, format, newOptions, stops, nameLength, fileName, needles);
    }

    /** The name of a design's file on the machine. */
    public String fileName(String design) {
        return fileName.fileName(design, format.extensions().get(0));
    }

    /**
     * Writes a design for the machine.
     *
     * @return the file, and whatever it does not hold or says differently
     */
    public WriteResult write(StitchPattern pattern) {
        List<Finding> findings = new ArrayList<>();
        StitchPattern own = onNeedles(named(withoutStops(pattern, findings), findings), findings);
        FormatWriter writer = format.writer().orElseThrow();
        WriteResult written = writer.write(own, options);
        findings.addAll(written.findings());
        return new WriteResult(written.file(), findings);
    }

    private StitchPattern withoutStops(StitchPattern pattern, List<Finding> findings) {
        int count = pattern.count(StitchCommand.STOP);
        if (count == 0
                || stops == StopRule.AS_COLOR_CHANGE
                || format.abilities().stops()) {
            return pattern;
        }
        findings.add(Finding.of(
                Severity.WARNING,
                "STOPS_LEFT_OUT",
                count + (count == 1 ? " stop is" : " stops are") + " left out, as the dialect \"" + id + "\" asks: "
                        + format.title() + " has no code for them. Watch the machine there."));
        return pattern.without(StitchCommand.STOP);
    }

    private StitchPattern named(StitchPattern pattern, List<Finding> findings) {
        if (nameLength == 0 || nameLength >= pattern.name().length()) {
            return pattern;
        }
        String label = DstLabel.of(pattern.name(), nameLength);
        findings.add(Losses.nameChanged(format, pattern.name(), label));
        return pattern.withName(label);
    }

    /** The same thread always sews on the same needle; blocks that name a needle of the machine keep it. */
    private StitchPattern onNeedles(StitchPattern pattern, List<Finding> findings) {
        if (needles == 0 || format.abilities().mostNeedles() == 0) {
            return pattern;
        }
        int blocks = pattern.count(StitchCommand.COLOR_CHANGE) + 1;
        List<Integer> assigned = new ArrayList<>();
        List<ThreadColor> onNeedle = new ArrayList<>();
        int repeated = 0;
        for (int block = 0; block < blocks; block++) {
            int named = block < pattern.needles().size() ? pattern.needles().get(block) : 0;
            ThreadColor thread =
                    block < pattern.threads().size() ? pattern.threads().get(block) : null;
            int same = thread == null ? -1 : onNeedle.indexOf(thread);
            if (named > 0 && named <= needles) {
                assigned.add(named);
            } else if (same >= 0) {
                assigned.add(same % needles + 1);
            } else {
                repeated += onNeedle.size() >= needles ? 1 : 0;
                assigned.add(onNeedle.size() % needles + 1);
                onNeedle.add(thread == null ? ThreadColor.ofRgb(block) : thread);
            }
        }
        if (repeated > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "NEEDLES_REPEATED",
                    "The machine has " + needles + " needles and the design more threads: " + repeated
                            + (repeated == 1 ? " colour block takes a needle" : " colour blocks take needles")
                            + " over again. Change the threads when the machine gets there."));
        }
        return pattern.withNeedles(assigned);
    }
}
