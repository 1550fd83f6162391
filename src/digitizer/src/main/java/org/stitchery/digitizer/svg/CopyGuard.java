package org.stitchery.digitizer.svg;

/** Counts what references cost and stops circles, before either can cost more than the budget. */
final class CopyGuard {

    /** Elements drawn, copies included: a copy of a group costs as much as its content. */
    private static final int VISITS = 500_000;

    private static final int TREE_DEPTH = 256;

    private final IntakeBudget budget;
    private final Deadline deadline;
    private final boolean[] active;
    private int copies;
    private int copyDepth;
    private int treeDepth;
    private int visits;
    private int segments;
    private int bands;

    CopyGuard(int elementCount, IntakeBudget budget, Deadline deadline) {
        this.active = new boolean[elementCount];
        this.budget = budget;
        this.deadline = deadline;
    }

    /** Begins drawing an element where it stands; tells nothing about circles, which only references make. */
    void enter(SvgElement element) {
        if (++visits > VISITS) {
            throw Refusals.tooManyCopies();
        }
        if (++treeDepth > TREE_DEPTH) {
            throw Refusals.tooDeep();
        }
        active[element.index()] = true;
        deadline.tick();
    }

    void leave(SvgElement element) {
        treeDepth--;
        active[element.index()] = false;
    }

    /** True while the element, or a copy of it, is being drawn. */
    boolean isActive(SvgElement element) {
        return active[element.index()];
    }

    /**
     * Begins following a reference.
     *
     * @throws IntakeException when it leads back to where it comes from, or for too many copies, or too deep ones
     */
    void follow(SvgElement target) {
        if (active[target.index()]) {
            throw Refusals.cycle();
        }
        if (++copies > budget.copies()) {
            throw Refusals.tooManyCopies();
        }
        if (++copyDepth > budget.copyDepth()) {
            throw Refusals.tooDeep();
        }
        deadline.tick();
    }

    /** How many references have been followed. */
    int copies() {
        return copies;
    }

    /** Counts what following a reference would have cost that was followed before with the same result. */
    void followAgain(int cost) {
        copies += cost;
        if (copies > budget.copies() || copies < 0) {
            throw Refusals.tooManyCopies();
        }
    }

    void followed() {
        copyDepth--;
    }

    /** How many bands gradients may still be parted into. */
    int bandsLeft(int most) {
        return Math.max(1, most - bands);
    }

    void addBands(int more) {
        bands += more;
    }

    /** Colours that come from gradients and not from the file. */
    int bands() {
        return bands;
    }

    void count(Outline outline) {
        segments += outline.segments();
        if (segments > budget.segments()) {
            throw Refusals.tooManySegments();
        }
    }
}
