package org.stitchery.digitizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.classify.Regions;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.geometry.CrossingBudget;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.geometry.Painting;
import org.stitchery.digitizer.geometry.Visible;
import org.stitchery.digitizer.stitch.Strand;
import org.stitchery.embroidery.model.ThreadColor;

class SequencerTest {

    private static final int[] THREADS = {0xD01010, 0x10A010, 0x1010D0, 0xE0C010, 0x202020};
    private static final Runnable NOTHING = () -> {};

    /** The one promise that may never be broken: sewing in another order than drawn must not show. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsSeenIsTheSameAsIfEverythingLayInTheOrderOfTheDrawing(long seed) {
        List<Region> regions = regions(scattered(new Random(seed), 14, 60));
        TopThread top = TopThread.of(plan(regions));

        int wrong = 0;
        int looked = 0;
        for (Region region : regions) {
            // Edges are anyone's guess by a thread's width; the inside is not.
            Geometry inside = Grid.grown(region.visible(), -0.8);
            if (inside.isEmpty()) {
                continue;
            }
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(inside);
            Geometry box = inside.getEnvelope();
            for (Coordinate at : grid(box, 0.23)) {
                if (locator.locate(at) == Location.INTERIOR) {
                    looked++;
                    int thread = top.at(at.x, at.y);
                    wrong += thread >= 0 && thread != THREADS[region.thread()] ? 1 : 0;
                }
            }
        }
        assertThat(looked).isGreaterThan(1000);
        // A needle point of what runs below may peep out where two rows part; no line does.
        assertThat(wrong / (double) looked).isLessThan(0.002);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyStitchOutsideItsOwnAreaIsCoveredByALaterThread(long seed) {
        List<Region> regions = regions(scattered(new Random(seed), 14, 60));
        StitchPlan plan = plan(regions);

        List<ThreadColor> order = plan.blocks().stream().map(ColorBlock::thread).toList();
        List<Geometry> own = new ArrayList<>();
        for (ColorBlock block : plan.blocks()) {
            own.add(Grid.grown(seen(regions, List.of(block.thread())), 0.6));
        }
        for (int b = 0; b < plan.blocks().size(); b++) {
            List<ThreadColor> later = order.subList(b + 1, order.size());
            IndexedPointInAreaLocator hidden =
                    new IndexedPointInAreaLocator(Grid.union(List.of(own.get(b), seen(regions, later))));
            for (Strand strand : plan.blocks().get(b).strands()) {
                for (int i = 1; i < strand.size(); i++) {
                    for (int p = 0; p <= 8; p++) {
                        double x = strand.x(i - 1) + (strand.x(i) - strand.x(i - 1)) * p / 8;
                        double y = strand.y(i - 1) + (strand.y(i) - strand.y(i - 1)) * p / 8;
                        assertThat(hidden.locate(new Coordinate(x, y)))
                                .as("block %s at %.2f,%.2f", b, x, y)
                                .isNotEqualTo(Location.EXTERIOR);
                    }
                }
            }
        }
    }

    @Test
    void twoPartsOfOneColourAreJoinedBelowALaterColour() {
        StitchPlan plan = plan(regions(
                List.of(rectangle(0, 11, 10, 9, 10), rectangle(0, 30, 10, 9, 10), rectangle(1, 15, 8, 20, 14))));

        assertThat(plan.blocks()).hasSize(2);
        assertThat(plan.blocks().get(0).strands()).hasSize(1);
    }

    @Test
    void acrossBareClothTheThreadIsCut() {
        StitchPlan plan = plan(regions(List.of(rectangle(0, 10, 10, 10, 10), rectangle(0, 30, 10, 10, 10))));

        assertThat(plan.blocks()).hasSize(1);
        assertThat(plan.blocks().get(0).strands()).hasSize(2);
    }

    @Test
    void noThreadRunsOverAnEarlierColour() {
        // The blue square lies on the red one's ground and between its two islands of green on top.
        StitchPlan plan = plan(
                regions(List.of(rectangle(0, 5, 5, 40, 20), rectangle(1, 10, 10, 8, 8), rectangle(1, 30, 10, 8, 8))));

        assertThat(plan.blocks().get(1).strands()).hasSize(2);
    }

    @Test
    void theSameDrawingIsSewnTheSameWayAgain() {
        List<ArtworkShape> shapes = scattered(new Random(11), 20, 70);

        assertThat(points(plan(regions(shapes)))).isEqualTo(points(plan(regions(shapes))));
    }

    @Test
    void partsAskedForInFewColoursNeedNoMoreChangesThanThat() {
        StitchPlan plan = plan(regions(scattered(new Random(3), 14, 60)));

        assertThat(plan.leastColorChanges()).isEqualTo(plan.blocks().size() - 1);
    }

    @Test
    void planningCanBeCancelledAtAnyPause() {
        List<Region> regions = regions(scattered(new Random(5), 10, 50));
        AtomicInteger pauses = new AtomicInteger();
        sequencer(pauses::incrementAndGet).plan(regions);

        assertThat(pauses.get()).isGreaterThan(regions.size());
        for (int at : new int[] {1, pauses.get() / 2, pauses.get()}) {
            AtomicInteger left = new AtomicInteger(at);
            assertThatThrownBy(() -> sequencer(() -> {
                                if (left.decrementAndGet() == 0) {
                                    throw new CancellationException();
                                }
                            })
                            .plan(regions))
                    .isInstanceOf(CancellationException.class);
        }
    }

    /** Thousands of objects: the work grows with them, not with their square. */
    @Test
    void aThousandSmallPartsAreOrderedInSeconds() {
        List<ArtworkShape> shapes = new ArrayList<>();
        for (int i = 0; i < 1600; i++) {
            shapes.add(rectangle(i % 5, 5 + i % 40 * 4, 5 + Math.floorDiv(i, 40) * 4, 2.4, 2.4));
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        StitchPlan plan = plan(regions(shapes));

        assertThat(plan.blocks()).hasSize(5);
        // The thread's own time, whatever else the machine does: about two seconds, most of it the compiler warming up.
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        assertThat(seconds).isLessThan(20);
    }

    private static StitchPlan plan(List<Region> regions) {
        return sequencer(NOTHING).plan(regions);
    }

    private static Sequencer sequencer(Runnable pause) {
        return new Sequencer(FabricRecipes.standard(), i -> ThreadColor.ofRgb(THREADS[i]), pause);
    }

    private static List<Region> regions(List<ArtworkShape> shapes) {
        Artwork artwork = new Artwork(200, 200, shapes, List.of());
        List<PaintedPiece> pieces = Painting.of(artwork, new CrossingBudget(1_000_000), new ArrayList<>(), NOTHING);
        int[] threads = pieces.stream()
                .mapToInt(piece -> Arrays.stream(THREADS).boxed().toList().indexOf(piece.rgb()))
                .toArray();
        return Regions.of(pieces, threads, Visible.of(pieces, NOTHING));
    }

    private static Geometry seen(List<Region> regions, List<ThreadColor> threads) {
        return Grid.union(regions.stream()
                .filter(region -> threads.contains(ThreadColor.ofRgb(THREADS[region.thread()])))
                .map(Region::visible)
                .toList());
    }

    private static List<ArtworkShape> scattered(Random random, int count, double fieldMm) {
        List<ArtworkShape> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = 5 + random.nextDouble() * fieldMm;
            double y = 5 + random.nextDouble() * fieldMm;
            int thread = random.nextInt(THREADS.length);
            if (random.nextBoolean()) {
                shapes.add(rectangle(thread, x, y, 3 + random.nextDouble() * 25, 3 + random.nextDouble() * 25));
            } else {
                shapes.add(disc(thread, x + 10, y + 10, 2 + random.nextDouble() * 12));
            }
        }
        return shapes;
    }

    private static ArtworkShape rectangle(int thread, double x, double y, double width, double height) {
        return shape(thread, new double[] {x, y, x + width, y, x + width, y + height, x, y + height});
    }

    private static ArtworkShape disc(int thread, double x, double y, double radius) {
        double[] xy = new double[96];
        for (int i = 0; i < 48; i++) {
            xy[2 * i] = x + radius * Math.cos(Math.PI * i / 24);
            xy[2 * i + 1] = y + radius * Math.sin(Math.PI * i / 24);
        }
        return shape(thread, xy);
    }

    private static ArtworkShape shape(int thread, double[] xy) {
        Fill fill = new Fill(THREADS[thread], 1, FillRule.NONZERO);
        return new ArtworkShape("#shape", List.of(new Contour(xy, true)), fill, null, List.of());
    }

    private static List<Coordinate> grid(Geometry box, double stepMm) {
        List<Coordinate> points = new ArrayList<>();
        for (double x = box.getEnvelopeInternal().getMinX();
                x < box.getEnvelopeInternal().getMaxX();
                x += stepMm) {
            for (double y = box.getEnvelopeInternal().getMinY();
                    y < box.getEnvelopeInternal().getMaxY();
                    y += stepMm) {
                points.add(new Coordinate(x, y));
            }
        }
        return points;
    }

    private static List<Double> points(StitchPlan plan) {
        List<Double> points = new ArrayList<>();
        for (ColorBlock block : plan.blocks()) {
            for (Strand strand : block.strands()) {
                for (int i = 0; i < strand.size(); i++) {
                    points.add(strand.x(i));
                    points.add(strand.y(i));
                }
            }
        }
        return points;
    }
}
