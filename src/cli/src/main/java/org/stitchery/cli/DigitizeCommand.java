package org.stitchery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "digitize",
        description = {
            "Makes stitches of a drawing, or of all drawings in a folder.",
            "",
            "Every element of the drawing is either sewn or named in a finding; findings go to standard error and into"
                    + " the report. Nothing outside the drawing's file is ever read.",
            "",
            "Of a folder, every .svg and .svgz in it becomes a design of its name in the folder OUT, several at a time."
                    + " One that fails does not stop the others; the exit code is that of the worst."
        },
        footer = {
            "",
            "Examples:",
            "  stitchery digitize rose.svg -o rose.dst --width 80 --fabric pique --report rose.json",
            "  stitchery digitize drawings -o designs --report reports --width 80"
        })
final class DigitizeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "The drawing, SVG or SVGZ, or a folder of them.")
    private Path in;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The stitch file; its ending names the format, see stitchery formats. For a folder the folder"
                    + " of the stitch files, made if it is not there.")
    private Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE.json",
            description = {
                "Counts, threads, times, findings and the place on the page, as JSON:",
                "stitches, jumps, trims, colorChanges, extentsMm, threadMm, machineSeconds, threads[], colors[],"
                        + " origin{xMm,yMm} (page position of stitch coordinate 0,0), hoop, findings[].",
                "For a folder the folder of the reports, which may be that of the designs."
            })
    private @Nullable Path report;

    @Option(
            names = "--format",
            paramLabel = "ENDING",
            description = "For a folder: the format of its designs, by its ending; ${DEFAULT-VALUE} without it.",
            defaultValue = "dst")
    private String format = "dst";

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "For a folder: how many drawings are worked on at once; as many as there are processors"
                    + " without it.")
    private @Nullable Integer jobs;

    @Mixin
    private DrawingOptions drawing;

    private final Surroundings surroundings;

    DigitizeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Files.isDirectory(in) ? folder() : file();
    }

    private int file() {
        DrawingToDesign work = new DrawingToDesign(in, out, report);
        if (report != null && report.toAbsolutePath().equals(out.toAbsolutePath())) {
            throw Complaint.usage("Design and report need different names, both are " + out + ".");
        }
        DrawingToDesign.Outcome outcome = work.run(drawing, surroundings);
        Findings.tell(outcome.findings(), surroundings.err());
        surroundings.out().println(outcome.summary());
        return Findings.exitCode(outcome.findings());
    }

    private int folder() {
        String ending = "." + format.toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
        DesignFile.writerFor(Path.of("design" + ending));
        if (Files.isRegularFile(out)) {
            throw Complaint.badFile(out, "is a file. The drawings of a folder become designs in a folder.", null);
        }
        int atOnce = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        if (atOnce < 1) {
            throw Complaint.usage("--jobs: at least 1 drawing has to be worked on at once, got " + atOnce + ".");
        }
        if (drawing.name != null) {
            throw Complaint.usage("--name: the designs of a folder have the names of their drawings.");
        }
        drawing.check();
        return new DrawingFolder(in, out, ending, report, atOnce).run(drawing, surroundings);
    }
}
