package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Columns of a letter that touch, and the ways along their middles: a dot and its stem are two parts. A way inside a part
 * is covered by the satin that is sewn after it, so the thread can enter at one place and begin sewing at another.
 */
final class LetterPart {

    /** Two columns touch when the end of one lies no further than this outside the other. */
    private static final double TOUCH_MM = 0.3;

    private final List<Column> columns;
    private final int[] first;
    private final double[] x;
    private final double[] y;
    private final double[] half;
    private final List<List<Integer>> next = new ArrayList<>();

    private LetterPart(List<Column> columns) {
        this.columns = List.copyOf(columns);
        first = new int[columns.size() + 1];
        for (int c = 0; c < columns.size(); c++) {
            first[c + 1] = first[c] + columns.get(c).size();
        }
        int n = first[columns.size()];
        x = new double[n];
        y = new double[n];
        half = new double[n];
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            for (int i = 0; i < column.size(); i++) {
                int at = first[c] + i;
                x[at] = column.middleX(i);
                y[at] = column.middleY(i);
                half[at] = column.width(i) / 2;
            }
        }
    }

    /** The parts of a letter. */
    static List<LetterPart> of(List<Column> columns) {
        LetterPart all = new LetterPart(columns);
        int n = columns.size();
        int[] group = new int[n];
        for (int c = 0; c < n; c++) {
            group[c] = c;
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (a != b && group[a] != group[b] && all.joint(a, b) != null) {
                    int from = group[b];
                    int to = group[a];
                    for (int c = 0; c < n; c++) {
                        group[c] = group[c] == from ? to : group[c];
                    }
                }
            }
        }
        List<LetterPart> parts = new ArrayList<>();
        for (int g = 0; g < n; g++) {
            List<Column> members = new ArrayList<>();
            for (int c = 0; c < n; c++) {
                if (group[c] == g) {
                    members.add(columns.get(c));
                }
            }
            if (!members.isEmpty()) {
                parts.add(new LetterPart(members).linked());
            }
        }
        // Dots and marks first, so that the thread leaves for the next letter from the body.
        parts.sort(Comparator.comparingInt(part -> part.x.length));
        return parts;
    }

    private LetterPart linked() {
        for (int i = 0; i < x.length; i++) {
            next.add(new ArrayList<>());
        }
        for (int c = 0; c < columns.size(); c++) {
            for (int i = first[c] + 1; i < first[c + 1]; i++) {
                link(i - 1, i);
            }
            if (columns.get(c).closed()) {
                link(first[c + 1] - 1, first[c]);
            }
            for (int d = 0; d < columns.size(); d++) {
                int[] joint = c == d ? null : joint(c, d);
                if (joint != null) {
                    link(joint[0], joint[1]);
                }
            }
        }
        return this;
    }

    private void link(int a, int b) {
        next.get(a).add(b);
        next.get(b).add(a);
    }

    /** Where an end of column {@code b} lies within column {@code a}: the place on a and that on b. */
    private int @org.jspecify.annotations.Nullable [] joint(int a, int b) {
        if (columns.get(b).closed()) {
            return null;
        }
        double best = Double.POSITIVE_INFINITY;
        int[] joint = null;
        for (int end : new int[] {first[b], first[b + 1] - 1}) {
            for (int i = first[a]; i < first[a + 1]; i++) {
                double gap = gap(i, end);
                if (gap < Math.min(best, half[i] + TOUCH_MM)) {
                    best = gap;
                    joint = new int[] {i, end};
                }
            }
        }
        return joint;
    }

    private double gap(int a, int b) {
        return distance(x[a], y[a], x[b], y[b]);
    }

    private static double distance(double ax, double ay, double bx, double by) {
        return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    }

    List<Column> columns() {
        return columns;
    }

    double x(int place) {
        return x[place];
    }

    double y(int place) {
        return y[place];
    }

    double half(int place) {
        return half[place];
    }

    /** The place nearest to a point. */
    int nearest(double px, double py) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double away = distance(x[i], y[i], px, py);
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    /** The closest places of this part and another: here, there. */
    int[] closest(LetterPart other) {
        int[] best = {0, 0};
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            int j = other.nearest(x[i], y[i]);
            double away = distance(x[i], y[i], other.x[j], other.y[j]) - half[i] - other.half[j];
            if (away < least - 1e-9) {
                least = away;
                best = new int[] {i, j};
            }
        }
        return best;
    }

    /** The shortest way along the middles, both ends included; x and y in turn. */
    double[] way(int from, int to) {
        double[] far = new double[x.length];
        int[] back = new int[x.length];
        boolean[] done = new boolean[x.length];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        Arrays.fill(back, -1);
        far[from] = 0;
        for (int round = 0; round < x.length; round++) {
            int at = -1;
            for (int i = 0; i < x.length; i++) {
                if (!done[i] && far[i] < Double.POSITIVE_INFINITY && (at < 0 || far[i] < far[at])) {
                    at = i;
                }
            }
            if (at < 0 || at == to) {
                break;
            }
            done[at] = true;
            for (int n : next.get(at)) {
                double there = far[at] + gap(at, n);
                if (there < far[n]) {
                    far[n] = there;
                    back[n] = at;
                }
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int at = to; at >= 0; at = at == from ? -1 : back[at]) {
            places.add(0, at);
        }
        double[] way = new double[2 * places.size()];
        for (int i = 0; i < places.size(); i++) {
            way[2 * i] = x[places.get(i)];
            way[2 * i + 1] = y[places.get(i)];
        }
        return way;
    }
}
