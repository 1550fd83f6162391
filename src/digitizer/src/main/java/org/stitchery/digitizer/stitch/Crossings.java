package org.stitchery.digitizer.stitch;

import java.util.Arrays;

/** Where rows cross an outline, with the outline's lean there; sorted row by row along the rows. */
final class Crossings {

    /** Up to here insertion wins: most rows cross an outline two to six times. */
    private static final int FEW = 32;

    private final double[] us;
    private final float[] leans;

    Crossings(int size) {
        us = new double[size];
        leans = new float[size];
    }

    void put(int i, double u, double lean) {
        us[i] = u;
        leans[i] = (float) Math.min(1e6, Math.abs(lean));
    }

    double u(int i) {
        return us[i];
    }

    float lean(int i) {
        return leans[i];
    }

    /** Sorts the crossings of one row; equal ones keep the outline's order. */
    void sort(int start, int end) {
        if (end - start > FEW) {
            sortMany(start, end);
            return;
        }
        for (int i = start + 1; i < end; i++) {
            double u = us[i];
            float lean = leans[i];
            int j = i - 1;
            while (j >= start && us[j] > u) {
                us[j + 1] = us[j];
                leans[j + 1] = leans[j];
                j--;
            }
            us[j + 1] = u;
            leans[j + 1] = lean;
        }
    }

    private void sortMany(int start, int end) {
        Integer[] order = new Integer[end - start];
        for (int i = 0; i < order.length; i++) {
            order[i] = start + i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(us[a], us[b]));
        double[] sortedUs = new double[order.length];
        float[] sortedLeans = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            sortedUs[i] = us[order[i]];
            sortedLeans[i] = leans[order[i]];
        }
        System.arraycopy(sortedUs, 0, us, start, order.length);
        System.arraycopy(sortedLeans, 0, leans, start, order.length);
    }
}
