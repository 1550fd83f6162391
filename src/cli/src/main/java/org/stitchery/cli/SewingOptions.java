package org.stitchery.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.advice.Circumstances;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;
import org.stitchery.embroidery.thread.ThreadPalette;
import picocli.CommandLine.Option;

/** The options for making stitches: cloth, threads, hoop, name. */
class SewingOptions {

    private static final Pattern COLOR = Pattern.compile("#?([0-9a-fA-F]{6})");

    @Option(
            names = "--fabric",
            paramLabel = "NAME",
            description = "What it is sewn on: density, underlay and compensation follow. One of"
                    + " ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.",
            defaultValue = "twill",
            completionCandidates = FabricNames.class)
    String fabric = "twill";

    @Option(
            names = "--thread-weight",
            paramLabel = "N",
            defaultValue = "40",
            description = "Weight of the thread, 40, 60 or 75: finer thread is sewn denser and writes smaller letters;"
                    + " ${DEFAULT-VALUE} without it.")
    int threadWeight = 40;

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
            paramLabel = "CODE,...|FILE",
            description =
                    "Only these threads are on the machine: their numbers in the chart, for example 1147,1800; or a"
                            + " file to choose from instead of a chart: one per line, colour as #rrggbb, then number and name if"
                            + " you like.")
    @Nullable
    String threads;

    @Option(
            names = "--only",
            paramLabel = "CODE",
            split = ",",
            description = "Of chart or file only the threads with these numbers.")
    List<String> only = List.of();

    @Option(
            names = "--fabric-color",
            paramLabel = "#RRGGBB",
            description = "Colour of the cloth: threads that hardly show on it are told.")
    @Nullable
    String fabricColor;

    @Option(
            names = "--needles",
            paramLabel = "N",
            defaultValue = "15",
            description = "Threads the machine holds at once; more in a design are told. ${DEFAULT-VALUE} without it.")
    int needles = 15;

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

    /** @throws Complaint when there is no such weight */
    ThreadWeight weight() {
        return ThreadWeight.of(threadWeight)
                .orElseThrow(() -> Complaint.usage("--thread-weight is 40, 60 or 75, found " + threadWeight + "."));
    }

    /** @throws Complaint when colour, needles or weight are none */
    Circumstances circumstances() {
        if (needles < 1) {
            throw Complaint.usage("--needles takes 1 and more, found " + needles + ".");
        }
        OptionalInt cloth =
                fabricColor == null ? OptionalInt.empty() : OptionalInt.of(rgb("--fabric-color", fabricColor));
        return new Circumstances(cloth, needles, weight());
    }

    /** @throws Complaint when the text is no colour */
    static int rgb(String option, String text) {
        Matcher match = COLOR.matcher(text.strip());
        if (!match.matches()) {
            throw Complaint.usage(option + " takes colours as #rrggbb, found \"" + text + "\".");
        }
        return Integer.parseInt(match.group(1), 16);
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
        ThreadPalette chart = chart();
        List<String> codes = new ArrayList<>(only);
        if (threads != null && !Files.exists(Path.of(threads))) {
            codes.addAll(List.of(threads.split(",")));
        }
        if (codes.isEmpty()) {
            return chart.threads();
        }
        try {
            return chart.only(codes).threads();
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(String.valueOf(e.getMessage())
                    + (threads == null ? "" : ". There is no file of this name either") + ".");
        }
    }

    /** All threads there are to choose from before they are narrowed to those on the machine. */
    ThreadPalette chart() {
        if (threads != null && Files.exists(Path.of(threads))) {
            return ThreadFile.read(Path.of(threads));
        }
        return Palettes.byName(palette)
                .orElseThrow(() -> Complaint.usage("There is no palette \"" + palette + "\"; there are "
                        + String.join(", ", new PaletteNames()) + "."));
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
