package org.stitchery.digitizer.stitch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.stitchery.digitizer.fabric.FabricRecipe;

/**
 * Sews branches that touch as one tree, without a cut and without a stitch that shows where none should be.
 *
 * <p>It is how a digitiser sews a branching letter by hand: walk out along the first branch with running stitches that
 * its satin will cover; where another branch leaves, sew that one first and come back to the fork; at the far end turn
 * and cover everything on the way back. Each branch is gone along exactly twice, so the tree is an Euler tour. Branches
 * reached in their middle are sewn as two halves. Where branches form a ring, the tree leaves one joint out. A single
 * column that lies on other thread is gone along once, from the end where it is entered to the other.
 */
final class BranchTour {

    /** Two branches touch when the end of one lies no further than this outside the other. */
    static final double TOUCH_MM = 0.3;

    /** Entering this close to an end counts as entering at the end, in widths of the branch. */
    private static final double NEAR_END_WIDTHS = 0.8;

    private record Joint(int child, int onParent, int onChild) {}

    private final List<Branch> branches;
    private final FabricRecipe recipe;
    private final Strand.Writer out;
    private final List<List<Joint>> children = new ArrayList<>();

    private BranchTour(List<Branch> branches, FabricRecipe recipe, Strand.Writer out) {
        this.branches = branches;
        this.recipe = recipe;
        this.out = out;
        for (int i = 0; i < branches.size(); i++) {
            children.add(new ArrayList<>());
        }
    }

    /** Sews all branches that hang together with the first one, and says which those are. */
    static boolean[] sew(List<Branch> branches, int root, int entry, FabricRecipe recipe, Strand.Writer out) {
        BranchTour tour = new BranchTour(branches, recipe, out);
        boolean[] reached = tour.grow(root);
        tour.visit(root, entry);
        return reached;
    }

    /** Grows the tree level by level, so that it stays shallow. */
    private boolean[] grow(int root) {
        boolean[] reached = new boolean[branches.size()];
        reached[root] = true;
        Deque<Integer> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            int parent = open.remove();
            for (int child = 0; child < branches.size(); child++) {
                if (!reached[child]) {
                    Joint joint = joint(branches.get(parent), branches.get(child), child);
                    if (joint != null) {
                        reached[child] = true;
                        children.get(parent).add(joint);
                        open.add(child);
                    }
                }
            }
        }
        return reached;
    }

    /** True when two branches can belong to one tree. */
    static boolean touch(Branch one, Branch other) {
        return joint(one, other, 0) != null;
    }

    private static @org.jspecify.annotations.Nullable Joint joint(Branch p, Branch c, int child) {
        double best = Double.POSITIVE_INFINITY;
        Joint joint = null;
        if (!c.closed()) {
            for (int end : new int[] {0, c.last()}) {
                for (int i = 0; i <= p.last(); i++) {
                    double gap = gap(p, i, c, end);
                    if (gap < Math.min(best, p.half(i) + TOUCH_MM)) {
                        best = gap;
                        joint = new Joint(child, i, end);
                    }
                }
            }
        }
        if (!p.closed()) {
            for (int end : new int[] {0, p.last()}) {
                for (int i = 0; i <= c.last(); i++) {
                    double gap = gap(p, end, c, i);
                    if (gap < Math.min(best, c.half(i) + TOUCH_MM)) {
                        best = gap;
                        joint = new Joint(child, end, i);
                    }
                }
            }
        }
        return joint;
    }

    private static double gap(Branch a, int i, Branch b, int j) {
        double dx = a.x(i) - b.x(j);
        double dy = a.y(i) - b.y(j);
        return Math.sqrt(dx * dx + dy * dy);
    }

    private void visit(int branch, int entry) {
        Branch b = branches.get(branch);
        List<Joint> joints = children.get(branch);
        if (b.closed()) {
            int n = b.last() + 1;
            List<Joint> turned = new ArrayList<>();
            for (Joint j : joints) {
                turned.add(new Joint(j.child(), (j.onParent() - entry + n) % n, j.onChild()));
            }
            walk(b.openedAt(entry), turned);
            return;
        }
        double near = NEAR_END_WIDTHS * 2 * b.half(entry);
        boolean atStart = along(b, 0, entry) <= near;
        boolean atEnd = along(b, entry, b.last()) <= near;
        if (branches.size() == 1 && b.carried()) {
            once(b, entry, 2 * entry <= b.last());
        } else if (atStart && entry <= b.last() - entry || atStart && !atEnd) {
            walk(b, joints);
        } else if (atEnd) {
            walk(b.part(b.last(), 0), mirrored(joints, b.last()));
        } else {
            List<Joint> low = new ArrayList<>();
            List<Joint> high = new ArrayList<>();
            for (Joint j : joints) {
                if (j.onParent() < entry) {
                    low.add(new Joint(j.child(), entry - j.onParent(), j.onChild()));
                } else {
                    high.add(new Joint(j.child(), j.onParent() - entry, j.onChild()));
                }
            }
            walk(b.part(entry, 0), low);
            walk(b.part(entry, b.last()), high);
        }
    }

    /** From a place to the nearer end, and from there all along. */
    private void once(Branch b, int entry, boolean fromStart) {
        Branch whole = fromStart ? b.part(b.last(), 0) : b;
        int at = fromStart ? b.last() - entry : entry;
        whole.outwards(at, whole.last(), recipe, out);
        whole.back(recipe, out);
    }

    private static List<Joint> mirrored(List<Joint> joints, int last) {
        List<Joint> mirrored = new ArrayList<>();
        for (Joint j : joints) {
            mirrored.add(new Joint(j.child(), last - j.onParent(), j.onChild()));
        }
        return mirrored;
    }

    private static double along(Branch b, int from, int to) {
        double length = 0;
        for (int i = from + 1; i <= to; i++) {
            length += gap(b, i - 1, b, i);
        }
        return length;
    }

    private void walk(Branch part, List<Joint> joints) {
        joints.sort(Comparator.comparingInt(Joint::onParent).thenComparingInt(Joint::child));
        part.foundation(recipe, out);
        int at = 0;
        for (Joint joint : joints) {
            part.outwards(at, joint.onParent(), recipe, out);
            at = joint.onParent();
            Branch child = branches.get(joint.child());
            RunningStitches.along(
                    new double[] {out.x(), out.y(), child.x(joint.onChild()), child.y(joint.onChild())},
                    RunningStitches.TRAVEL_MM,
                    out);
            visit(joint.child(), joint.onChild());
        }
        part.outwards(at, part.last(), recipe, out);
        part.back(recipe, out);
    }
}
