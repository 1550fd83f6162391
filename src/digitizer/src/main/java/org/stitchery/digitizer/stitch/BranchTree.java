package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.stitchery.digitizer.fabric.FabricRecipe;

/** Branches that hang together, so that one tour sews them all. Immutable. */
public final class BranchTree {

    /** Distance of the lines that stand for what a branch covers: below half a thread. */
    private static final double STROKES_MM = 0.15;

    private final List<Branch> branches;

    private BranchTree(List<Branch> branches) {
        this.branches = List.copyOf(branches);
    }

    /** All branches, gathered into trees by where they touch; in the order of each tree's first branch. */
    static List<BranchTree> of(List<Branch> branches) {
        STRtree index = new STRtree();
        Envelope[] boxes = new Envelope[branches.size()];
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = box(branches.get(i));
            index.insert(boxes[i], i);
        }
        List<BranchTree> trees = new ArrayList<>();
        boolean[] taken = new boolean[boxes.length];
        for (int first = 0; first < boxes.length; first++) {
            if (taken[first]) {
                continue;
            }
            taken[first] = true;
            int[] members = new int[16];
            members[0] = first;
            int count = 1;
            for (int m = 0; m < count; m++) {
                int member = members[m];
                int[] near = ((List<?>) index.query(boxes[member]))
                        .stream().mapToInt(n -> (Integer) n).sorted().toArray();
                for (int other : near) {
                    if (!taken[other] && BranchTour.touch(branches.get(member), branches.get(other))) {
                        taken[other] = true;
                        members = count == members.length ? Arrays.copyOf(members, 2 * count) : members;
                        members[count++] = other;
                    }
                }
            }
            trees.add(new BranchTree(Arrays.stream(members, 0, count)
                    .sorted()
                    .mapToObj(branches::get)
                    .toList()));
        }
        return trees;
    }

    private static Envelope box(Branch branch) {
        Envelope box = new Envelope();
        for (int i = 0; i <= branch.last(); i++) {
            double around = branch.half(i) + BranchTour.TOUCH_MM;
            box.expandToInclude(branch.x(i) - around, branch.y(i) - around);
            box.expandToInclude(branch.x(i) + around, branch.y(i) + around);
        }
        return box;
    }

    /** True when sewing ends at the far end, not where it began. */
    boolean oneWay() {
        return branches.size() == 1
                && branches.get(0).carried()
                && !branches.get(0).closed();
    }

    /** True when the file wants the thread cut after one of the branches. */
    boolean trimAfter() {
        return branches.stream().anyMatch(branch -> branch.hints().trimAfter());
    }

    /** Where it may be entered: x and y in turn. */
    double[] places() {
        int size = 0;
        for (Branch branch : branches) {
            size += 2 * (branch.last() + 1);
        }
        double[] places = new double[size];
        int k = 0;
        for (Branch branch : branches) {
            for (int i = 0; i <= branch.last(); i++) {
                places[k++] = branch.x(i);
                places[k++] = branch.y(i);
            }
        }
        return places;
    }

    /** What it covers, as lines across in close succession: x and y of one end and of the other, in turn. */
    double[] strokes() {
        double[] strokes = new double[128];
        int k = 0;
        for (Branch branch : branches) {
            int n = branch.last() + 1;
            for (int i = 0; i < (branch.closed() ? n : n - 1); i++) {
                double[] here = branch.across(i);
                double[] next = branch.across((i + 1) % n);
                double left = Math.abs(next[0] - here[0]) + Math.abs(next[1] - here[1]);
                double right = Math.abs(next[2] - here[2]) + Math.abs(next[3] - here[3]);
                int steps = (int) Math.ceil(Math.max(left, right) / STROKES_MM) + 1;
                for (int s = 0; s <= steps; s++) {
                    if (k + 4 > strokes.length) {
                        strokes = Arrays.copyOf(strokes, 2 * strokes.length);
                    }
                    for (int c = 0; c < 4; c++) {
                        strokes[k++] = here[c] + (next[c] - here[c]) * s / steps;
                    }
                }
            }
        }
        return Arrays.copyOf(strokes, k);
    }

    /** The end of the only branch that is farther from a place. */
    double[] farthestEnd(double x, double y) {
        Branch only = branches.get(0);
        int last = only.last();
        double first = StrictMath.hypot(only.x(0) - x, only.y(0) - y);
        double other = StrictMath.hypot(only.x(last) - x, only.y(last) - y);
        return first >= other ? new double[] {only.x(0), only.y(0)} : new double[] {only.x(last), only.y(last)};
    }

    /** Sews all of it, beginning at the place nearest to this one, and ending there unless it is gone along once. */
    void sew(double nearX, double nearY, FabricRecipe recipe, Strand.Writer out) {
        int root = 0;
        int entry = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            for (int place = 0; place <= branch.last(); place++) {
                double dx = branch.x(place) - nearX;
                double dy = branch.y(place) - nearY;
                double away = dx * dx + dy * dy;
                if (away < least) {
                    least = away;
                    root = i;
                    entry = place;
                }
            }
        }
        BranchTour.sew(branches, root, entry, recipe, out);
    }
}
