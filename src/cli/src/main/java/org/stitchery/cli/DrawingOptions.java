package org.stitchery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;
import org.stitchery.embroidery.thread.ThreadPalette;
import picocli.CommandLine.Option;

/** The options for making stitches of a drawing, wherever a command takes one. */
final class DrawingOptions {

    @Option(
            names = "--width",
            paramLabel = "MM",
            description = "Width of what is drawn, in millimetres. Without it the size the drawing gives.")
    @Nullable
    Double widthMm;

    @Option(
            names = "--fabric",
            paramLabel = "NAME",
            description = "What it is sewn on: density, underlay and compensation follow. One of"
                    + " ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.",
            defaultValue = "twill",
            completionCandidates = FabricNames.class)
    String fabric = "twill";

    @Option(
            names = "--palette",
            paramLabel = "NAME",
            description =
                    "The thread chart to choose from. One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.",
            defaultValue = "Stitchery 40",
            completionCandidates = PaletteNames.class)
    String palette = "Stitchery 40";

    @Option(
            names = "--threads",
            paramLabel = "FILE",
            description = "Choose from the threads in this file instead of a chart: one per line, colour as #rrggbb,"
                    + " then number and name if you like.")
    @Nullable
    Path threads;

    @Option(
            names = "--only",
            paramLabel = "CODE",
            split = ",",
            description = "Of these threads only those with these numbers, for example the ones on your machine.")
    List<String> only = List.of();

    @Option(
            names = "--hoop",
            paramLabel = "NAME",
            description = "The hoop it has to fit: ${COMPLETION-CANDIDATES}. Without it any is right, and the report"
                    + " names the smallest that takes it.",
            completionCandidates = HoopNames.class)
    @Nullable
    String hoop;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The design's name in the file. Without it that of the drawing's file.")
    @Nullable
    String name;

    /**
     * Tells what is wrong before any work begins, for many drawings once.
     *
     * @throws Complaint when something chosen does not exist
     */
    void check() {
        fabric();
        hoop();
        threads();
        intake();
    }

    /** @throws Complaint when the width cannot be sewn */
    IntakeSettings intake() {
        if (widthMm == null) {
            return IntakeSettings.asDrawn();
        }
        try {
            return IntakeSettings.toWidth(widthMm);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--width: " + e.getMessage());
        }
    }

    /** @throws Complaint when there is no such fabric */
    FabricRecipe fabric() {
        return FabricRecipes.named(fabric)
                .orElseThrow(() -> Complaint.usage("There is no fabric \"" + fabric + "\"; there are "
                        + String.join(", ", new FabricNames()) + "."));
    }

    /** @throws Complaint when there is no such hoop */
    Hoop hoop() {
        if (hoop == null) {
            return Hoops.all().get(Hoops.all().size() - 1);
        }
        return Hoops.named(hoop)
                .orElseThrow(() -> Complaint.usage(
                        "There is no hoop \"" + hoop + "\"; there are " + String.join(", ", new HoopNames()) + "."));
    }

    /** @throws Complaint when chart, file or numbers do not exist */
    List<ThreadColor> threads() {
        ThreadPalette chart = threads == null
                ? Palettes.byName(palette)
                        .orElseThrow(() -> Complaint.usage("There is no palette \"" + palette + "\"; there are "
                                + String.join(", ", new PaletteNames()) + "."))
                : ThreadFile.read(threads);
        if (only.isEmpty()) {
            return chart.threads();
        }
        List<ThreadColor> chosen = new ArrayList<>();
        for (String code : only) {
            chosen.add(chart.byCode(code.strip())
                    .orElseThrow(() ->
                            Complaint.usage("There is no thread \"" + code.strip() + "\" in " + chart.name() + ".")));
        }
        return chosen;
    }

    /** Read only when a help text shows them: charts take longer than a small command. */
    static final class FabricNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FabricRecipes.all().stream().map(FabricRecipe::name).iterator();
        }
    }

    static final class PaletteNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Palettes.all().stream().map(ThreadPalette::name).iterator();
        }
    }

    static final class HoopNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Hoops.all().stream().map(Hoop::name).iterator();
        }
    }
}
