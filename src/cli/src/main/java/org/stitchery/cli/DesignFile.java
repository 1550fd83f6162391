package org.stitchery.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.colors.ColorsBeside;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * A stitch file that was read, with the colours and needles that lie beside it where it names none itself.
 *
 * @param format what it turned out to be
 * @param pattern its stitches
 * @param findings what is damaged or unusual in it
 */
record DesignFile(EmbroideryFormat format, StitchPattern pattern, List<Finding> findings) {

    /** @throws Complaint when it is no stitch file we know, or beyond reading */
    static DesignFile read(InputFile file, ReadOptions options) {
        if (file.isDrawing()) {
            throw Complaint.badFile(
                    file.path(), "is a drawing. Make stitches of it first: stitchery digitize " + file.path(), null);
        }
        String name = String.valueOf(file.path().getFileName());
        Optional<EmbroideryFormat> format = Formats.detect(file.bytes(), name);
        try {
            ReadResult result = Formats.read(file.bytes(), name, options);
            ReadResult colored = ColorsBeside.added(result, file.path());
            return new DesignFile(format.orElseThrow(), colored.pattern(), colored.findings());
        } catch (FormatException e) {
            throw Complaint.badFile(file.path(), "is no stitch file that can be read. " + e.getMessage() + ".", e);
        }
    }

    /** @throws Complaint when no format we write has the ending of the name */
    static FormatWriter writerFor(Path path) {
        return writtenFormat(path).writer().orElseThrow();
    }

    /** @throws Complaint when no format we write has the ending of the name */
    static EmbroideryFormat writtenFormat(Path path) {
        String name = String.valueOf(path.getFileName());
        return Formats.writtenByFileName(name)
                .orElseThrow(() -> Complaint.usage(path + ": "
                        + Formats.byFileName(name)
                                .map(format -> format.title() + " is only read, not written; written are ")
                                .orElse("no format has this ending; there are ")
                        + endings() + "."));
    }

    private static String endings() {
        return String.join(
                ", ",
                Formats.all().stream()
                        .filter(f -> f.writer().isPresent())
                        .flatMap(f -> f.extensions().stream())
                        .map(e -> "." + e)
                        .distinct()
                        .toList());
    }
}
