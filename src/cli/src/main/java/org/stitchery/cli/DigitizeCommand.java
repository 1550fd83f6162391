package org.stitchery.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "digitize",
        description = {
            "Makes stitches of a drawing.",
            "",
            "Every element of the drawing is either sewn or named in a finding; findings go to standard error and into"
                    + " the report. Nothing outside the drawing's file is ever read."
        },
        footer = {
            "",
            "Example:",
            "  stitchery digitize rose.svg -o rose.dst --width 80 --fabric pique --report rose.json"
        })
final class DigitizeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN.svg", description = "The drawing, SVG or SVGZ.")
    private Path in;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The stitch file; its ending names the format, see stitchery formats.")
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = {
                "Counts, threads, times, findings and the place on the page, as JSON:",
                "stitches, jumps, trims, colorChanges, extentsMm, threadMm, machineSeconds, threads[], colors[],"
                        + " origin{xMm,yMm} (page position of stitch coordinate 0,0), hoop, findings[]."
            })
    private @Nullable Path report;

    @Mixin
    private DrawingOptions drawing;

    private final Surroundings surroundings;

    DigitizeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        FormatWriter writer = DesignFile.writerFor(out);
        OutputFile design = OutputFile.at(out, in);
        OutputFile reportFile = report == null ? null : OutputFile.at(report, in);
        if (report != null && report.toAbsolutePath().equals(out.toAbsolutePath())) {
            throw Complaint.usage("Design and report need different names, both are " + out + ".");
        }
        Digitized digitized = Drawings.digitize(InputFile.read(in), drawing, surroundings);
        WriteResult written = writer.write(digitized.pattern(), WriteOptions.usual());
        List<Finding> findings = new ArrayList<>(digitized.findings());
        findings.addAll(written.findings());
        design.write(written.file().bytes());
        if (reportFile != null) {
            reportFile.write(report(digitized, written, findings).getBytes(StandardCharsets.UTF_8));
        }
        Findings.tell(findings, surroundings.err());
        surroundings.out().println(summary(digitized));
        return Findings.exitCode(findings);
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

    private String report(Digitized digitized, WriteResult written, List<Finding> findings) {
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
