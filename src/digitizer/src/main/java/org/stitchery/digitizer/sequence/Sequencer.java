package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.classify.MethodChoice;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.classify.SatinColumn;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.geometry.OpenCloth;
import org.stitchery.digitizer.stitch.Strand;
import org.stitchery.embroidery.model.ThreadColor;

/** Orders the regions, lets them reach below each other, and sews them block by block. */
public final class Sequencer {

    private final FabricRecipe recipe;
    private final IntFunction<ThreadColor> threads;
    private final Runnable pause;

    /**
     * @param threads the thread of an index
     * @param pause called between regions; may throw to end the work
     */
    public Sequencer(FabricRecipe recipe, IntFunction<ThreadColor> threads, Runnable pause) {
        this.recipe = recipe;
        this.threads = threads;
        this.pause = pause;
    }

    public StitchPlan plan(List<Region> regions) {
        Precedence precedence = Precedence.of(regions, pause);
        int[] threadOf = regions.stream().mapToInt(Region::thread).toArray();
        ColorBatches order = ColorBatches.of(threadOf, precedence, pause);
        List<List<Integer>> batches = order.batches();
        int[] rank = new int[regions.size()];
        int next = 0;
        for (List<Integer> batch : batches) {
            for (int region : batch) {
                rank[region] = next++;
            }
        }
        List<Underlap.Sewn> sewn = Underlap.sewn(regions, precedence, rank, recipe.pullCompensationMm(), pause);
        return new StitchPlan(blocks(regions, sewn, batches, threadOf), Math.max(0, order.least() - 1));
    }

    private List<ColorBlock> blocks(
            List<Region> regions, List<Underlap.Sewn> sewn, List<List<Integer>> batches, int[] threadOf) {
        List<ColorBlock> blocks = new ArrayList<>();
        if (regions.isEmpty()) {
            return blocks;
        }
        int[] blockOf = new int[regions.size()];
        for (int block = 0; block < batches.size(); block++) {
            for (int region : batches.get(block)) {
                blockOf[region] = block;
            }
        }
        boolean[] dense = new boolean[regions.size()];
        for (int i = 0; i < dense.length; i++) {
            Stroke stroke = regions.get(i).stroke();
            dense[i] = stroke == null || stroke.widthMm() >= MethodChoice.SATIN_FROM_MM;
        }
        Ground ground = Ground.of(regions);
        WaySearch search = new WaySearch(ground);
        OpenCloth cloth = new OpenCloth(regions.stream().map(Region::visible).toList());
        double x = 0;
        double y = 0;
        for (int block = 0; block < batches.size(); block++) {
            List<StitchObject> objects = new ArrayList<>();
            for (int region : batches.get(block)) {
                pause.run();
                Underlap.Sewn on = sewn.get(region);
                for (StitchObject object : MethodChoice.of(regions.get(region), on.area(), cloth)) {
                    objects.add(on.carried() && object instanceof SatinColumn column ? column.onThread() : object);
                }
            }
            int thread = threadOf[batches.get(block).get(0)];
            HiddenGround hidden = new HiddenGround(ground, search, thread, block, threadOf, blockOf, dense);
            List<Strand> strands = new BlockSewing(objects, recipe, ground, hidden, search, pause).sew(x, y);
            if (!strands.isEmpty()) {
                Strand last = strands.get(strands.size() - 1);
                x = last.x(last.size() - 1);
                y = last.y(last.size() - 1);
                blocks.add(new ColorBlock(
                        threads.apply(thread), strands.stream().map(Ties::tied).toList()));
            }
        }
        return blocks;
    }
}
