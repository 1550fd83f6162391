package org.stitchery.embroidery.format.colors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Colours and needles out of files that lie beside a design and have its name with another ending, as {@code rose.edr}
 * beside {@code rose.dst}. A design that names colours itself keeps them; of several lists the first in the order of
 * {@link ColorList} counts. Endings may be in capitals. A list that cannot be read is told and passed over.
 */
public final class ColorsBeside {

    private static final int MOST_BYTES = 1 << 20;

    private final Path design;
    private final List<Finding> findings = new ArrayList<>();

    private ColorsBeside(Path design) {
        this.design = design;
    }

    /**
     * The design with the colours and needles beside it, where it has none, and with findings that say where they are from.
     *
     * @param read the design
     * @param design its file; nothing is asked of it but its name
     */
    public static ReadResult added(ReadResult read, Path design) {
        return new ColorsBeside(design).added(read);
    }

    private ReadResult added(ReadResult read) {
        StitchPattern pattern = read.pattern();
        if (pattern.threads().isEmpty()) {
            pattern = withColors(pattern);
        }
        if (pattern.needles().isEmpty()) {
            pattern = withNeedles(pattern);
        }
        findings.addAll(0, read.findings());
        return new ReadResult(pattern, findings);
    }

    private StitchPattern withColors(StitchPattern pattern) {
        for (ColorList kind : ColorList.values()) {
            Optional<Path> file = beside(kind.extension());
            if (file.isPresent()) {
                try {
                    List<ColorUse> uses = kind.read(content(file.get()));
                    if (!uses.isEmpty()) {
                        return withUses(pattern, uses, file.get());
                    }
                } catch (IOException damaged) {
                    unreadable(file.get(), damaged);
                }
            }
        }
        return pattern;
    }

    private StitchPattern withUses(StitchPattern pattern, List<ColorUse> uses, Path file) {
        List<ColorUse> blocks = ColorUse.startsOfBlocks(pattern, uses);
        tellCount(pattern, uses.size(), file, "colour");
        findings.add(Finding.of(
                Severity.INFO,
                "COLORS_FROM_BESIDE",
                "The colours are from " + file.getFileName() + " beside the design."));
        StitchPattern colored =
                pattern.withThreads(blocks.stream().map(ColorUse::thread).toList());
        boolean needles =
                blocks.stream().allMatch(use -> use.needle() > 0 && use.needle() <= StitchPattern.MOST_NEEDLES);
        return needles && pattern.needles().isEmpty()
                ? colored.withNeedles(blocks.stream().map(ColorUse::needle).toList())
                : colored;
    }

    private StitchPattern withNeedles(StitchPattern pattern) {
        Optional<Path> file = beside(NeedleOrder.EXTENSION);
        if (file.isEmpty()) {
            return pattern;
        }
        try {
            List<Integer> needles = NeedleOrder.read(content(file.get()));
            if (needles.isEmpty()) {
                return pattern;
            }
            tellCount(pattern, needles.size(), file.get(), "needle");
            findings.add(Finding.of(
                    Severity.INFO,
                    "NEEDLES_FROM_BESIDE",
                    "The needles are from " + file.get().getFileName() + " beside the design."));
            return pattern.withNeedles(ColorUse.startsOfBlocks(pattern, needles));
        } catch (IOException damaged) {
            unreadable(file.get(), damaged);
            return pattern;
        }
    }

    private void tellCount(StitchPattern pattern, int named, Path file, String what) {
        int blocks = pattern.count(StitchCommand.COLOR_CHANGE) + 1;
        if (named != blocks && named != blocks + pattern.count(StitchCommand.STOP)) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "BESIDE_DOES_NOT_FIT",
                    file.getFileName() + " beside the design names " + named + " " + what + (named == 1 ? "" : "s")
                            + " for " + blocks + " colour " + (blocks == 1 ? "block" : "blocks")
                            + "; it may belong to another version of the design."));
        }
    }

    private void unreadable(Path file, IOException why) {
        findings.add(Finding.of(
                Severity.WARNING,
                "BESIDE_NOT_READ",
                file.getFileName() + " beside the design was not read: " + why.getMessage() + "."));
    }

    private Optional<Path> beside(String extension) {
        String name = String.valueOf(design.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        for (String ending : List.of(extension, extension.toUpperCase(Locale.ROOT))) {
            Path file = design.resolveSibling(base + "." + ending);
            if (!file.equals(design) && Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new FormatException(
                        "List of colours or needles", MOST_BYTES, "the end of the file", "more than a megabyte");
            }
            return content;
        }
    }
}
