package org.stitchery.transport;

/** How many bytes came after how many XOFFs. */
final class XoffCounts {

    private final int[] counts = new int[1024];
    private int total;

    void add(int bytes) {
        counts[Math.min(bytes, counts.length - 1)]++;
        total++;
    }

    int total() {
        return total;
    }

    int most() {
        return quantile(1);
    }

    /** The number of bytes that so large a share of all XOFFs stayed at or below. */
    int quantile(double share) {
        int seen = 0;
        for (int bytes = 0; bytes < counts.length; bytes++) {
            seen += counts[bytes];
            if (seen > 0 && seen >= share * total) {
                return bytes;
            }
        }
        return 0;
    }

    /** XOFFs after which more than so many bytes came. */
    int above(int bytes) {
        int above = 0;
        for (int i = bytes + 1; i < counts.length; i++) {
            above += counts[i];
        }
        return above;
    }
}
