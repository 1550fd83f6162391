package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Needle points sewn one after another without cutting the thread: page millimetres, y down. Immutable. */
public final class Strand {

    private final double[] xy;

    private Strand(double[] xy) {
        this.xy = xy;
    }

    /** Number of needle points, at least one. */
    public int size() {
        return xy.length / 2;
    }

    public double x(int i) {
        return xy[2 * i];
    }

    public double y(int i) {
        return xy[2 * i + 1];
    }

    /** Collects needle points. A point within a hair of the last one is not taken. */
    public static final class Writer {

        /** Closer than this the machine would stab the same hole: half its smallest step. */
        private static final double SAME_MM = 0.05;

        private final Passage passage;
        private final List<Strand> done = new ArrayList<>();
        private double[] xy = new double[256];
        private int length;
        private int stitches;

        /** Knows no hidden ways. */
        public Writer() {
            this(Passage.NONE);
        }

        public Writer(Passage passage) {
            this.passage = passage;
        }

        /** Sews at a point. */
        public Writer to(double x, double y) {
            if (length > 0) {
                double dx = x - xy[length - 2];
                double dy = y - xy[length - 1];
                if (dx * dx + dy * dy < SAME_MM * SAME_MM) {
                    return this;
                }
            }
            if (length == xy.length) {
                xy = Arrays.copyOf(xy, 2 * length);
            }
            xy[length++] = x;
            xy[length++] = y;
            stitches++;
            return this;
        }

        /** Sews the points of a strand. */
        public Writer along(Strand strand) {
            for (int i = 0; i < strand.size(); i++) {
                to(strand.x(i), strand.y(i));
            }
            return this;
        }

        /** Cuts the thread here. */
        public Writer cut() {
            if (length > 0) {
                done.add(new Strand(Arrays.copyOf(xy, length)));
                length = 0;
            }
            return this;
        }

        /**
         * Goes to a place without being seen: with running stitches where there is a hidden way, otherwise the thread is
         * cut, and it is up to the caller to begin there. Without thread in the needle nothing happens.
         */
        public Writer goTo(double x, double y) {
            if (threaded()) {
                double[] way = passage.way(x(), y(), x, y);
                if (way == null) {
                    cut();
                } else {
                    RunningStitches.along(way, RunningStitches.TRAVEL_MM, this);
                }
            }
            return this;
        }

        /** True when thread is in the needle, so that {@link #x()} and {@link #y()} mean something. */
        public boolean threaded() {
            return length > 0;
        }

        /** Where the needle is. */
        public double x() {
            return xy[length - 2];
        }

        /** Where the needle is. */
        public double y() {
            return xy[length - 1];
        }

        /** Needle points so far, all strands together. */
        public int stitches() {
            return stitches;
        }

        /** All strands in the order they were sewn. */
        public List<Strand> strands() {
            cut();
            return List.copyOf(done);
        }
    }
}
