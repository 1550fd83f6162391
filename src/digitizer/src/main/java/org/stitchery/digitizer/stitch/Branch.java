package org.stitchery.digitizer.stitch;

import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.classify.Ladder;
import org.stitchery.digitizer.classify.RunningStitch;
import org.stitchery.digitizer.classify.SatinColumn;
import org.stitchery.digitizer.fabric.FabricRecipe;

/**
 * A line-like object that is gone along twice: outwards to lay what will be covered, back to cover it. Places on it are
 * numbered from 0 to {@link #last()}.
 */
interface Branch {

    /** Number of the last place. */
    int last();

    double x(int place);

    double y(int place);

    /** Half its width there. */
    double half(int place);

    /** From one side to the other there: left x, left y, right x, right y. */
    double[] across(int place);

    /** True when the last place joins the first. */
    boolean closed();

    /** The places from one to another, backwards when the second is the smaller. */
    Branch part(int from, int to);

    /** A closed branch opened at a place, which then is its first and its last. */
    Branch openedAt(int place);

    /** Goes out and back once before everything else, where that is needed. */
    void foundation(FabricRecipe recipe, Strand.Writer out);

    /** Goes outwards from one place to a later one. */
    void outwards(int from, int to, FabricRecipe recipe, Strand.Writer out);

    /** Comes all the way back from the last place to the first. */
    void back(FabricRecipe recipe, Strand.Writer out);

    /** True when it lies on other thread and needs no underlay: gone along once it is whole. */
    boolean carried();

    /** How the file wants it sewn. */
    SewingHints hints();

    static Branch of(SatinColumn column) {
        return new SatinBranch(column.ladder(), column.hints(), column.carried());
    }

    static Branch of(RunningStitch run) {
        return new RunBranch(run.line(), run.closed(), run.widthMm(), run.hints());
    }

    /** A satin column: underlay out, satin back. On other thread its own may lie a little more open. */
    record SatinBranch(Ladder ladder, SewingHints hints, boolean carried) implements Branch {

        /** How much more open, as a share of the fabric's spacing: what keeps fill and column below 9 mm a square mm. */
        private static final double MORE_OPEN = 1.2;

        @Override
        public int last() {
            return ladder.size() - 1;
        }

        @Override
        public double x(int place) {
            return ladder.x(place);
        }

        @Override
        public double y(int place) {
            return ladder.y(place);
        }

        @Override
        public double half(int place) {
            return ladder.width(place) / 2;
        }

        @Override
        public double[] across(int place) {
            return new double[] {ladder.leftX(place), ladder.leftY(place), ladder.rightX(place), ladder.rightY(place)};
        }

        @Override
        public boolean closed() {
            return ladder.closed();
        }

        @Override
        public Branch part(int from, int to) {
            return new SatinBranch(ladder.part(from, to), hints, carried);
        }

        @Override
        public Branch openedAt(int place) {
            return new SatinBranch(ladder.openedAt(place), hints, carried);
        }

        @Override
        public void foundation(FabricRecipe recipe, Strand.Writer out) {
            SatinStitches.foundation(ladder, Wishes.applied(hints, recipe), out);
        }

        @Override
        public void outwards(int from, int to, FabricRecipe recipe, Strand.Writer out) {
            SatinStitches.underlay(ladder, from, to, Wishes.applied(hints, recipe), out);
        }

        @Override
        public void back(FabricRecipe recipe, Strand.Writer out) {
            FabricRecipe own = Wishes.applied(hints, recipe);
            SatinStitches.top(
                    ladder.part(last(), 0),
                    carried ? own.withSatinSpacing(MORE_OPEN * own.satinSpacingMm()) : own,
                    out);
        }
    }

    /** A thin line: one side out, the other side back. */
    record RunBranch(double[] line, boolean closed, double width, SewingHints hints) implements Branch {

        private static final double HALF_THREAD_MM = 0.2;
        private static final double STITCH_MM = 2;

        @Override
        public int last() {
            return line.length / 2 - 1;
        }

        @Override
        public double x(int place) {
            return line[2 * place];
        }

        @Override
        public double y(int place) {
            return line[2 * place + 1];
        }

        @Override
        public double half(int place) {
            return width / 2;
        }

        @Override
        public double[] across(int place) {
            int a = Math.max(0, place - 1);
            int b = Math.min(last(), place + 1);
            double dx = x(b) - x(a);
            double dy = y(b) - y(a);
            double share = Math.max(HALF_THREAD_MM, width / 2) / Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
            double sideX = dy * share;
            double sideY = -dx * share;
            return new double[] {x(place) + sideX, y(place) + sideY, x(place) - sideX, y(place) - sideY};
        }

        @Override
        public Branch part(int from, int to) {
            int step = to >= from ? 1 : -1;
            double[] part = new double[2 * (Math.abs(to - from) + 1)];
            for (int i = from, k = 0; i != to + step; i += step, k += 2) {
                part[k] = line[2 * i];
                part[k + 1] = line[2 * i + 1];
            }
            return new RunBranch(part, false, width, hints);
        }

        @Override
        public Branch openedAt(int place) {
            int n = line.length / 2;
            double[] turned = new double[line.length + 2];
            for (int i = 0; i <= n; i++) {
                turned[2 * i] = line[2 * ((place + i) % n)];
                turned[2 * i + 1] = line[2 * ((place + i) % n) + 1];
            }
            return new RunBranch(turned, false, width, hints);
        }

        @Override
        public void foundation(FabricRecipe recipe, Strand.Writer out) {
            // A thin line is its own foundation.
        }

        @Override
        public void outwards(int from, int to, FabricRecipe recipe, Strand.Writer out) {
            RunningStitches.along(aside(from, to), longest(recipe), out);
        }

        @Override
        public void back(FabricRecipe recipe, Strand.Writer out) {
            RunningStitches.along(aside(last(), 0), longest(recipe), out);
        }

        @Override
        public boolean carried() {
            return false;
        }

        private double longest(FabricRecipe recipe) {
            double wished = hints.stitchMm() == null ? STITCH_MM : hints.stitchMm();
            return Math.max(wished, 2 * recipe.shortestStitchMm());
        }

        /** The places from one to another, each moved to the left as seen in that direction. */
        private double[] aside(int from, int to) {
            double shift = Math.max(0, width / 2 - HALF_THREAD_MM);
            int step = to >= from ? 1 : -1;
            double[] moved = new double[2 * (Math.abs(to - from) + 1)];
            for (int i = from, k = 0; i != to + step; i += step, k += 2) {
                int a = Math.max(0, Math.min(last(), i - step));
                int b = Math.max(0, Math.min(last(), i + step));
                double dx = x(b) - x(a);
                double dy = y(b) - y(a);
                double size = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
                moved[k] = x(i) + dy / size * shift;
                moved[k + 1] = y(i) - dx / size * shift;
            }
            return moved;
        }
    }
}
