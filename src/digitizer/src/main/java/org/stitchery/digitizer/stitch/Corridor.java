package org.stitchery.digitizer.stitch;

import java.util.Arrays;

/**
 * The shortest way through a chain of row intervals, each touching the next: a string pulled tight between its ends
 * (funnel algorithm; Lee and Preparata 1984, "Euclidean shortest paths in the presence of rectilinear barriers";
 * Hershberger and Snoeyink 1994). Between two neighbouring rows the way must pass the gate where both intervals overlap,
 * a little inside its posts so that later rows cover it.
 */
final class Corridor {

    /** How far inside a gate's posts the way stays, where the gate is wide enough. */
    private static final double INSIDE_MM = 0.4;

    private final Rows rows;
    private double[] leftU = new double[64];
    private double[] rightU = new double[64];
    private double[] gateV = new double[64];
    private int gates;
    private double[] uv = new double[64];
    private int length;

    Corridor(Rows rows) {
        this.rows = rows;
    }

    /**
     * Pulls the string.
     *
     * @param chain intervals to pass, in order, at least one
     * @param size how many of them
     * @return the corners from start to end, both included, u and v in turn; read {@link #length()} numbers of it before
     *     the next call
     */
    double[] pull(int[] chain, int size, double startU, double startV, double endU, double endV) {
        gates = 0;
        length = 0;
        for (int c = 1; c < size; c++) {
            gate(chain[c - 1], chain[c]);
        }
        add(startU, startV);
        double apexU = startU;
        double apexV = startV;
        double lu = startU;
        double lv = startV;
        double ru = startU;
        double rv = startV;
        int leftAt = -1;
        int rightAt = -1;
        int g = 0;
        while (g <= gates) {
            double nlu = g < gates ? leftU[g] : endU;
            double nru = g < gates ? rightU[g] : endU;
            double nv = g < gates ? gateV[g] : endV;
            boolean restarted = false;
            if (side(apexU, apexV, ru, rv, nru, nv) >= 0) {
                if (same(apexU, apexV, ru, rv) || side(apexU, apexV, lu, lv, nru, nv) < 0) {
                    ru = nru;
                    rv = nv;
                    rightAt = g;
                } else {
                    add(lu, lv);
                    apexU = lu;
                    apexV = lv;
                    g = leftAt;
                    restarted = true;
                }
            }
            if (!restarted && side(apexU, apexV, lu, lv, nlu, nv) <= 0) {
                if (same(apexU, apexV, lu, lv) || side(apexU, apexV, ru, rv, nlu, nv) > 0) {
                    lu = nlu;
                    lv = nv;
                    leftAt = g;
                } else {
                    add(ru, rv);
                    apexU = ru;
                    apexV = rv;
                    g = rightAt;
                    restarted = true;
                }
            }
            if (restarted) {
                lu = apexU;
                lv = apexV;
                ru = apexU;
                rv = apexV;
                leftAt = g;
                rightAt = g;
            }
            g++;
        }
        add(endU, endV);
        return uv;
    }

    /** How many numbers of the last way are valid. */
    int length() {
        return length;
    }

    private void gate(int i, int j) {
        double low = Math.max(rows.from(i), rows.from(j));
        double high = Math.min(rows.to(i), rows.to(j));
        if (high < low) {
            // Rows that miss each other by a hair: through the middle of the gap.
            low = (low + high) / 2;
            high = low;
        }
        double inside = Math.min(INSIDE_MM, 0.4 * Math.max(0, high - low));
        if (gates == gateV.length) {
            leftU = Arrays.copyOf(leftU, 2 * gates);
            rightU = Arrays.copyOf(rightU, 2 * gates);
            gateV = Arrays.copyOf(gateV, 2 * gates);
        }
        boolean down = rows.row(j) > rows.row(i);
        leftU[gates] = down ? low + inside : high - inside;
        rightU[gates] = down ? high - inside : low + inside;
        gateV[gates] = (rows.v(i) + rows.v(j)) / 2;
        gates++;
    }

    private void add(double u, double v) {
        if (length >= 2 && same(uv[length - 2], uv[length - 1], u, v)) {
            return;
        }
        if (length == uv.length) {
            uv = Arrays.copyOf(uv, 2 * length);
        }
        uv[length++] = u;
        uv[length++] = v;
    }

    /** Twice the signed area of the triangle; positive when the third point lies left of the first two (v up). */
    private static double side(double au, double av, double bu, double bv, double cu, double cv) {
        return (bu - au) * (cv - av) - (bv - av) * (cu - au);
    }

    private static boolean same(double au, double av, double bu, double bv) {
        return Math.abs(au - bu) < 1e-9 && Math.abs(av - bv) < 1e-9;
    }
}
