package org.stitchery.digitizer.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.DigitizeBudget;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.classify.Regions;
import org.stitchery.digitizer.classify.ThreadChoice;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.geometry.CrossingBudget;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.geometry.Painting;
import org.stitchery.digitizer.geometry.Visible;
import org.stitchery.digitizer.sequence.ColorBlock;
import org.stitchery.digitizer.sequence.Rounded;
import org.stitchery.digitizer.sequence.Sequencer;
import org.stitchery.digitizer.sequence.StitchPlan;
import org.stitchery.digitizer.stitch.Strand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.sewing.SewingEstimate;
import org.stitchery.embroidery.thread.Palettes;

/**
 * What the order of sewing is worth: {@code OrderTable FILE-OR-FOLDER...} prints for each drawing its colour changes, the
 * fewest that any order needs which keeps upper parts on top, and the machine's minutes three times: as ordered; as the
 * document lists its elements; and so again with each element sewn as it is drawn, what others cover included, as
 * programs do that know nothing of either. The longer side of each page is {@value #PAGE_MM} mm.
 *
 * <p>Document order is given every chance but that of another order: elements of one thread that follow each other share
 * the needle, and up to {@value #FLOAT_MM} mm between two of them are crossed without a trim.
 */
public final class OrderTable {

    private static final double PAGE_MM = 80;

    /** As far as nobody would trim. */
    private static final double FLOAT_MM = 3;

    /** Where every element is a batch of its own the search for batches grows with the cube of their number. */
    private static final int MOST_PIECES = 400;

    private static final Runnable ON = () -> {};

    private final FabricRecipe recipe = FabricRecipes.standard();
    private final ThreadChoice choice = new ThreadChoice(Palettes.STITCHERY_40.threads());
    private final List<Row> rows = new ArrayList<>();

    private record Row(int changes, int least, double minutes, double documentMinutes, double wholeMinutes) {}

    private OrderTable() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        OrderTable table = new OrderTable();
        System.out.println("drawing\tchanges\tfewest\tdocument's\tminutes\tdocument's\tas drawn\tratios");
        for (Path file : files(args)) {
            try {
                table.add(file);
            } catch (RuntimeException e) {
                System.out.println(file.getFileName() + "\t" + e.getMessage());
            }
        }
        table.summary();
    }

    private static List<Path> files(String[] names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try (Stream<Path> found = Files.walk(Path.of(name), 1)) {
                found.filter(f -> f.toString().matches(".*\\.svgz?")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private void add(Path file) throws IOException {
        Artwork artwork = PageSized.read(Files.readAllBytes(file), PAGE_MM);
        List<PaintedPiece> pieces =
                Painting.of(artwork, new CrossingBudget(DigitizeBudget.STANDARD.crossings()), new ArrayList<>(), ON);
        if (pieces.size() > MOST_PIECES) {
            System.out.println(file.getFileName() + "\t" + pieces.size() + " pieces, not tried");
            return;
        }
        List<Geometry> visible = Visible.of(pieces, ON);
        int[] threads = pieces.stream().mapToInt(p -> choice.nearest(p.rgb())).toArray();
        StitchPlan ordered = new Sequencer(recipe, choice::thread, ON).plan(Regions.of(pieces, threads, visible));
        StitchPlan document = listed(pieces, threads, visible);
        StitchPlan whole =
                listed(pieces, threads, pieces.stream().map(PaintedPiece::area).toList());
        Row row = new Row(
                Math.max(0, ordered.blocks().size() - 1),
                ordered.leastColorChanges(),
                minutes(ordered),
                minutes(document),
                minutes(whole));
        rows.add(row);
        System.out.printf(
                Locale.ROOT,
                "%s\t%d\t%d\t%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f%n",
                file.getFileName(),
                row.changes(),
                row.least(),
                Math.max(0, document.blocks().size() - 1),
                row.minutes(),
                row.documentMinutes(),
                row.wholeMinutes(),
                row.minutes() / row.documentMinutes(),
                row.minutes() / row.wholeMinutes());
    }

    private StitchPlan listed(List<PaintedPiece> pieces, int[] threads, List<Geometry> sewn) {
        int[] each = IntStream.range(0, pieces.size()).toArray();
        StitchPlan plan =
                new Sequencer(recipe, piece -> choice.thread(threads[piece]), ON).plan(Regions.of(pieces, each, sewn));
        return new StitchPlan(needlesShared(plan.blocks()), 0);
    }

    /** Blocks of one thread that follow each other become one. */
    private static List<ColorBlock> needlesShared(List<ColorBlock> blocks) {
        List<ColorBlock> shared = new ArrayList<>();
        for (ColorBlock block : blocks) {
            int last = shared.size() - 1;
            if (last >= 0 && shared.get(last).thread().equals(block.thread())) {
                shared.set(
                        last,
                        new ColorBlock(block.thread(), joined(shared.get(last).strands(), block.strands())));
            } else {
                shared.add(block);
            }
        }
        return shared;
    }

    private static List<Strand> joined(List<Strand> first, List<Strand> then) {
        List<Strand> all = new ArrayList<>(first);
        Strand end = first.get(first.size() - 1);
        Strand start = then.get(0);
        double gap = Math.hypot(start.x(0) - end.x(end.size() - 1), start.y(0) - end.y(end.size() - 1));
        if (gap > FLOAT_MM) {
            all.addAll(then);
            return all;
        }
        all.set(
                all.size() - 1,
                new Strand.Writer().along(end).along(start).strands().get(0));
        all.addAll(then.subList(1, then.size()));
        return all;
    }

    private static double minutes(StitchPlan plan) {
        StitchPattern pattern = Rounded.of(plan.relieved(), "order").pattern();
        return SewingEstimate.of(pattern).machineTime().toMillis() / 60_000.0;
    }

    private void summary() {
        long proven = rows.stream().filter(r -> r.changes() == r.least()).count();
        System.out.println(rows.size() + " drawings, " + proven + " at the provable fewest changes");
        ratios("of those in document order", Row::documentMinutes);
        ratios("of those in document order with all sewn as drawn", Row::wholeMinutes);
    }

    private void ratios(String than, ToDoubleFunction<Row> other) {
        System.out.printf(
                Locale.ROOT,
                "minutes as ordered, %s: median %.2f, all together %.2f%n",
                than,
                Quality.median(rows.stream()
                        .mapToDouble(r -> r.minutes() / other.applyAsDouble(r))
                        .toArray()),
                rows.stream().mapToDouble(Row::minutes).sum()
                        / rows.stream().mapToDouble(other).sum());
    }
}
