package org.stitchery.digitizer.measure;

/**
 * Which pixels lie under thread, and under the thread of which block on top: every stitch a bar, {@value #WIDTH_MM} mm
 * wide, blunt at both ends. A pixel is covered when its centre is.
 */
final class ThreadCover {

    /** 40 weight thread, as it lies on cloth. */
    static final double WIDTH_MM = 0.4;

    private final int[] top;

    private ThreadCover(int[] top) {
        this.top = top;
    }

    static ThreadCover of(SewnThread sewn, PageRaster raster) {
        ThreadCover cover = new ThreadCover(new int[raster.pixels()]);
        for (SewnThread.Piece piece : sewn.pieces()) {
            cover.lay(piece, raster);
        }
        return cover;
    }

    boolean[] mask() {
        boolean[] mask = new boolean[top.length];
        for (int i = 0; i < top.length; i++) {
            mask[i] = top[i] > 0;
        }
        return mask;
    }

    /** The block whose thread lies on top, from 0; -1 for none. */
    int block(int pixel) {
        return top[pixel] - 1;
    }

    private void lay(SewnThread.Piece piece, PageRaster raster) {
        double scale = raster.pxPerMm();
        // In pixel coordinates in which whole numbers are centres.
        double ax = piece.fromX() * scale + raster.borderPx() - 0.5;
        double ay = piece.fromY() * scale + raster.borderPx() - 0.5;
        double dx = (piece.toX() - piece.fromX()) * scale;
        double dy = (piece.toY() - piece.fromY()) * scale;
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return;
        }
        double half = WIDTH_MM * scale / 2;
        double reachX = Math.abs(dy) / length * half;
        double reachY = Math.abs(dx) / length * half;
        int first = Math.max(0, (int) Math.ceil(Math.min(ay, ay + dy) - reachY));
        int last = Math.min(raster.height() - 1, (int) Math.floor(Math.max(ay, ay + dy) + reachY));
        int left = Math.max(0, (int) Math.ceil(Math.min(ax, ax + dx) - reachX));
        int right = Math.min(raster.width() - 1, (int) Math.floor(Math.max(ax, ax + dx) + reachX));
        for (int y = first; y <= last; y++) {
            for (int x = left; x <= right; x++) {
                double along = ((x - ax) * dx + (y - ay) * dy) / length;
                double across = Math.abs((x - ax) * dy - (y - ay) * dx) / length;
                if (along >= 0 && along <= length && across <= half) {
                    top[y * raster.width() + x] = piece.block() + 1;
                }
            }
        }
    }
}
