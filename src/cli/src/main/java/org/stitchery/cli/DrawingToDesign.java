package org.stitchery.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.StitchCommand;

/** One drawing's file that becomes a design's file, and a report about it if one is wanted. */
final class DrawingToDesign {

    private final Path in;
    private final Path out;
    private final FormatWriter writer;
    private final OutputFile design;
    private final @Nullable OutputFile report;

    /** How it went. */
    record Outcome(String summary, List<Finding> findings) {}

    /**
     * Checks that the results have a place.
     *
     * @throws Complaint when they have none, or when the name's ending is no format
     */
    DrawingToDesign(Path in, Path out, @Nullable Path report) {
        this.in = in;
        this.out = out;
        this.writer = DesignFile.writerFor(out);
        this.design = OutputFile.at(out, in);
        this.report = report == null ? null : OutputFile.at(report, in);
    }

    /** @throws Complaint when the drawing is refused or a file cannot be read or written */
    Outcome run(DrawingOptions drawing, Surroundings surroundings) {
        Digitized digitized = Drawings.digitize(InputFile.read(in), drawing, surroundings);
        WriteResult written = writer.write(digitized.pattern(), WriteOptions.usual());
        List<Finding> findings = new ArrayList<>(digitized.findings());
        findings.addAll(written.findings());
        design.write(written.file().bytes());
        if (report != null) {
            report.write(report(digitized, written, findings, drawing).getBytes(StandardCharsets.UTF_8));
        }
        return new Outcome(summary(digitized), findings);
    }

    private String summary(Digitized digitized) {
        Extents box = digitized.pattern().extents();
        return String.format(
                Locale.ROOT,
                "%s: %,d stitches, %d colours, %d trims, %.1f x %.1f mm",
                out,
                digitized.pattern().count(StitchCommand.STITCH),
                digitized.pattern().threads().size(),
                digitized.pattern().count(StitchCommand.TRIM),
                box.widthMm(),
                box.heightMm());
    }

    private String report(Digitized digitized, WriteResult written, List<Finding> findings, DrawingOptions drawing) {
        Json json = new Json().beginObject();
        json.member("drawing", in.toString())
                .member("design", out.toString())
                .member("format", written.file().format().id())
                .member("bytes", written.file().size())
                .member("fabric", drawing.fabric);
        new DesignFacts(digitized.pattern()).write(json);
        json.beginObject("origin")
                .member("xMm", digitized.originXMm(), 3)
                .member("yMm", digitized.originYMm(), 3)
                .end();
        Extents box = digitized.pattern().extents();
        json.member(
                "hoop",
                drawing.hoop != null
                        ? drawing.hoop
                        : Hoops.smallestFor(box.widthMm(), box.heightMm())
                                .map(Hoop::name)
                                .orElse(null));
        Findings.write(findings, json);
        return json.end().toString();
    }
}
