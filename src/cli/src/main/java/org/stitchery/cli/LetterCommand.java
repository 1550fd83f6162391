package org.stitchery.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.advice.Request;
import org.stitchery.digitizer.lettering.LetterSewing;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.digitizer.lettering.Monogram;
import org.stitchery.digitizer.lettering.Typeface;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.thread.ThreadPalette;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the mixins before call()
@Command(
        name = "letter",
        description = {
            "Makes stitches of text.",
            "",
            "Letters are satin columns along the strokes of the typeface. Characters that it does not have, letters too"
                    + " small to sew and text that does not fit are told as findings."
        },
        footer = {
            "",
            "Examples:",
            "  stitchery letter \"Anna\" --face script --height 18 -o anna.dst",
            "  stitchery letter \"TEAM 89\" --face varsity --height 20 --arc 60 -o team.dst",
            "  stitchery letter RBS --monogram circle --height 60 -o rbs.dst",
            "  stitchery letter --names names.txt --fit 90x20 -o names.dst",
            "  stitchery letter --list"
        })
final class LetterCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..1",
            description = "What to write; the characters \\n in it begin a new line.")
    private @Nullable String text;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "The stitch file; its ending names the format. With --names each name is added to its own file.")
    private @Nullable Path out;

    @Option(names = "--names", paramLabel = "FILE", description = "One design for each line of this file.")
    private @Nullable Path names;

    @Option(names = "--list", description = "List the typefaces with their smallest heights.")
    private boolean list;

    @Option(
            names = "--color",
            paramLabel = "#RRGGBB",
            defaultValue = "#1a2850",
            description = "The nearest thread takes it.")
    private String color = "#1a2850";

    @Option(names = "--report", paramLabel = "FILE.json", description = "Counts, threads, times and findings, as JSON.")
    private @Nullable Path report;

    @Mixin
    private LetterOptions letters;

    @Mixin
    private SewingOptions sewing;

    private final Surroundings surroundings;

    LetterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (list) {
            listFaces();
            return ExitCode.OK;
        }
        if (out == null) {
            throw Complaint.usage("Name the stitch file with -o.");
        }
        if ((text == null) == (names == null)) {
            throw Complaint.usage("Give the text or a file with --names, one of the two.");
        }
        if (names != null && report != null) {
            throw Complaint.usage("--report is about one design, --names makes many.");
        }
        FormatWriter writer = DesignFile.writerFor(out);
        Map<String, Path> designs = names != null
                ? NamesFile.read(names, out)
                : Map.of(String.valueOf(text).replace("\\n", "\n"), out);
        int exitCode = ExitCode.OK;
        for (Map.Entry<String, Path> design : designs.entrySet()) {
            exitCode = Math.max(exitCode, write(design.getKey(), design.getValue(), writer));
        }
        return exitCode;
    }

    private int write(String words, Path file, FormatWriter writer) {
        Path input = names == null ? file.resolveSibling("") : names;
        OutputFile output = OutputFile.at(file, input);
        OutputFile reportFile = report == null ? null : OutputFile.at(report, file);
        Digitized digitized = sewn(words);
        if (digitized.pattern().count(StitchCommand.STITCH) == 0) {
            Findings.tell(digitized.findings(), surroundings.err());
            throw Complaint.usage("There is nothing to sew in \"" + words + "\".");
        }
        WriteResult written = writer.write(digitized.pattern(), WriteOptions.usual());
        List<Finding> findings = new ArrayList<>(digitized.findings());
        findings.addAll(written.findings());
        output.write(written.file().bytes());
        if (reportFile != null) {
            reportFile.write(report(words, file, digitized, findings).getBytes(StandardCharsets.UTF_8));
        }
        Findings.tell(findings, surroundings.err());
        Extents box = digitized.pattern().extents();
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d stitches, %d trims, %.1f x %.1f mm",
                        file,
                        digitized.pattern().count(StitchCommand.STITCH),
                        digitized.pattern().count(StitchCommand.TRIM),
                        box.widthMm(),
                        box.heightMm()));
        return Findings.exitCode(findings);
    }

    private Digitized sewn(String words) {
        int rgb = SewingOptions.rgb("--color", color);
        DigitizeSettings settings = new DigitizeSettings(
                sewing.name == null ? words.replace('\n', ' ') : sewing.name,
                sewing.fabric(),
                sewing.threads(),
                sewing.hoop());
        if (letters.monogram != null) {
            return monogram(words, rgb, settings);
        }
        Lettering lettering = letters.lettering(words, sewing);
        Request request = new Request.OfText(lettering, rgb, settings);
        return Drawings.advised(request, request.digitize(Progress.NONE), sewing);
    }

    private Digitized monogram(String words, int rgb, DigitizeSettings settings) {
        try {
            Monogram monogram = Monogram.of(words, letters.face(), letters.frame(), letters.heightMm, sewing.weight());
            ThreadPalette threads = new ThreadPalette("at hand", settings.threads());
            return new LetterSewing(settings.fabric(), threads.nearest(rgb), settings.hoop())
                    .sew(monogram.set(), settings.name(), Progress.NONE);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage() + ".");
        }
    }

    private void listFaces() {
        for (Typeface face : Typeface.all()) {
            surroundings
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "%-12s %-12s capitals from %4.1f mm, with small letters from %4.1f mm",
                            face.name(),
                            face.title(),
                            face.smallestMm("A", sewing.weight()),
                            face.smallestMm("a", sewing.weight())));
        }
    }

    private String report(String words, Path file, Digitized digitized, List<Finding> findings) {
        Json json = new Json().beginObject();
        json.member("text", words)
                .member("design", file.toString())
                .member("face", letters.face)
                .member("fabric", sewing.fabric);
        new DesignFacts(digitized.pattern()).write(json);
        json.beginObject("origin")
                .member("xMm", digitized.originXMm(), 3)
                .member("yMm", digitized.originYMm(), 3)
                .end();
        Findings.write(findings, json);
        return json.end().toString();
    }
}
