package org.stitchery.digitizer.classify;

import java.util.Arrays;

/**
 * A strip between two rails, as rungs from one to the other: what a satin column is sewn on. Page millimetres. Rungs do
 * not cross, though several may share an end, as at the inside of a tight bend. Immutable.
 */
public final class Ladder {

    private final double[] xy;
    private final double[] room;
    private final boolean closed;
    private final boolean startJoined;
    private final boolean endJoined;

    /** A ladder with room around it. */
    public Ladder(double[] xy, boolean closed) {
        this(xy, free(xy.length / 2), closed);
    }

    /**
     * @param xy left x, left y, right x, right y of each rung in turn
     * @param room how wide the gap is beyond the left and the right end of each rung in turn, infinite where nothing is
     *     near
     * @param closed true when the last rung joins the first
     */
    public Ladder(double[] xy, double[] room, boolean closed) {
        this(xy, room, closed, false, false);
    }

    /**
     * @param startJoined true when what is sewn goes on before the first rung
     * @param endJoined true when it goes on after the last
     */
    Ladder(double[] xy, double[] room, boolean closed, boolean startJoined, boolean endJoined) {
        if (xy.length < 8 || xy.length % 4 != 0) {
            throw new IllegalArgumentException("A ladder needs four numbers for each of at least two rungs");
        }
        if (room.length != xy.length / 2) {
            throw new IllegalArgumentException("A ladder needs the room at both ends of each rung");
        }
        this.xy = xy.clone();
        this.room = room.clone();
        this.closed = closed;
        this.startJoined = startJoined;
        this.endJoined = endJoined;
    }

    private static double[] free(int ends) {
        double[] room = new double[ends];
        Arrays.fill(room, Double.POSITIVE_INFINITY);
        return room;
    }

    /** How wide the gap is beyond the left end of a rung, mm. */
    public double leftRoom(int rung) {
        return room[2 * rung];
    }

    /** The same beyond the right end. */
    public double rightRoom(int rung) {
        return room[2 * rung + 1];
    }

    /** True when what is sewn goes on before the first rung: a fork, or the other part of the same column. */
    public boolean startJoined() {
        return startJoined;
    }

    /** True when what is sewn goes on after the last rung. */
    public boolean endJoined() {
        return endJoined;
    }

    /** Number of rungs, at least two. */
    public int size() {
        return xy.length / 4;
    }

    public boolean closed() {
        return closed;
    }

    public double leftX(int rung) {
        return xy[4 * rung];
    }

    public double leftY(int rung) {
        return xy[4 * rung + 1];
    }

    public double rightX(int rung) {
        return xy[4 * rung + 2];
    }

    public double rightY(int rung) {
        return xy[4 * rung + 3];
    }

    /** Middle of a rung. */
    public double x(int rung) {
        return (leftX(rung) + rightX(rung)) / 2;
    }

    /** Middle of a rung. */
    public double y(int rung) {
        return (leftY(rung) + rightY(rung)) / 2;
    }

    public double width(int rung) {
        return distance(leftX(rung), leftY(rung), rightX(rung), rightY(rung));
    }

    /** Length along the middle. */
    public double length() {
        double length = 0;
        for (int i = 1; i < size(); i++) {
            length += distance(x(i - 1), y(i - 1), x(i), y(i));
        }
        return closed ? length + distance(x(size() - 1), y(size() - 1), x(0), y(0)) : length;
    }

    /** Mean width, each rung counted alike. */
    public double meanWidth() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += width(i);
        }
        return sum / size();
    }

    /** The rungs from {@code from} to {@code to}, backwards when {@code to} is the smaller; an open ladder. */
    public Ladder part(int from, int to) {
        int step = to >= from ? 1 : -1;
        double[] part = new double[4 * (Math.abs(to - from) + 1)];
        double[] partRoom = new double[part.length / 2];
        int k = 0;
        for (int i = from; i != to + step; i += step) {
            partRoom[k / 2] = step > 0 ? leftRoom(i) : rightRoom(i);
            partRoom[k / 2 + 1] = step > 0 ? rightRoom(i) : leftRoom(i);
            part[k++] = step > 0 ? leftX(i) : rightX(i);
            part[k++] = step > 0 ? leftY(i) : rightY(i);
            part[k++] = step > 0 ? rightX(i) : leftX(i);
            part[k++] = step > 0 ? rightY(i) : leftY(i);
        }
        return new Ladder(part, partRoom, false, joined(from), joined(to));
    }

    /** True when something goes on at a rung where a part of this ladder ends. */
    private boolean joined(int rung) {
        return rung == 0 ? startJoined : rung == size() - 1 ? endJoined : true;
    }

    /** A closed ladder opened at a rung, which then is its first and its last. */
    public Ladder openedAt(int rung) {
        int n = size();
        double[] turned = new double[4 * (n + 1)];
        double[] turnedRoom = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            System.arraycopy(room, 2 * ((rung + i) % n), turnedRoom, 2 * i, 2);
            System.arraycopy(xy, 4 * ((rung + i) % n), turned, 4 * i, 4);
        }
        return new Ladder(turned, turnedRoom, false, true, true);
    }

    /** All around: down the left rail, back along the right; x and y in turn. */
    double[] ring() {
        int n = size();
        double[] ring = new double[4 * n];
        for (int i = 0; i < n; i++) {
            ring[2 * i] = leftX(i);
            ring[2 * i + 1] = leftY(i);
            ring[4 * n - 2 - 2 * i] = rightX(i);
            ring[4 * n - 1 - 2 * i] = rightY(i);
        }
        return ring;
    }

    /**
     * The ring around its inner part, narrower on all sides, where another column must not go. Empty when nothing is
     * left of it.
     *
     * @param mm how much narrower on each side
     */
    double[] inner(double mm) {
        int n = size();
        double[] rungs = new double[4 * (n + 1)];
        int count = 0;
        double length = length();
        double along = 0;
        for (int k = 0; k < (closed ? n + 1 : n); k++) {
            int i = k % n;
            if (k > 0) {
                along += distance(x(k - 1), y(k - 1), x(i), y(i));
            }
            double width = width(i);
            boolean end = !closed && (along < mm || along > length - mm);
            if (width > 2.5 * mm && !end) {
                double dx = (rightX(i) - leftX(i)) * mm / width;
                double dy = (rightY(i) - leftY(i)) * mm / width;
                rungs[count++] = leftX(i) + dx;
                rungs[count++] = leftY(i) + dy;
                rungs[count++] = rightX(i) - dx;
                rungs[count++] = rightY(i) - dy;
            }
        }
        return count < 8 ? new double[0] : new Ladder(Arrays.copyOf(rungs, count), false).ring();
    }

    private static double distance(double ax, double ay, double bx, double by) {
        return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    }
}
