package org.stitchery.embroidery.picture;

import java.util.List;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;

/**
 * Takes a picture of a design as it will look sewn.
 *
 * <p>Colour blocks without a thread, as in files that store no colours, get well-parted ones of our own chart. The
 * picture shows the penetrations' box and some cloth around; its memory is the pixels' own and a bounded portion more,
 * however large it is.
 *
 * <p>Stateless: any number of threads may take pictures at a time.
 */
public final class ThreadPicture {

    /** The fine picture has at least so many pixels to a millimetre, eight to a thread, so that shading is smooth. */
    private static final double FINE_PX_PER_MM = 20;

    /** Points of the fine picture worked on at a time: 4 million are about 50 MB. */
    private static final int MOST_POINTS = 4_000_000;

    /** Codes of our chart for blocks without a thread, chosen to be told apart. */
    private static final List<ThreadColor> STAND_INS =
            List.of("1704", "1401", "1905", "1203", "1603", "1301", "1802", "1502", "2004", "1902", "1701", "1009")
                    .stream()
                    .map(code -> Palettes.STITCHERY_40.byCode(code).orElseThrow())
                    .toList();

    private final StitchPattern pattern;
    private final SewnThread thread;
    private final PictureSettings settings;
    private final double leftMm;
    private final double topMm;
    private final int width;
    private final int height;
    private final int finer;

    private ThreadPicture(StitchPattern pattern, PictureSettings settings) {
        this.pattern = pattern;
        this.settings = settings;
        this.thread = SewnThread.of(pattern);
        Extents box = pattern.extents();
        double pxPerMm = settings.pxPerMm();
        long wide = Math.max(1, (long) Math.ceil((box.widthMm() + 2 * settings.marginMm()) * pxPerMm - 1e-9));
        long high = Math.max(1, (long) Math.ceil((box.heightMm() + 2 * settings.marginMm()) * pxPerMm - 1e-9));
        if (Math.max(wide, high) > PictureSettings.LONGEST_SIDE || wide * high > settings.mostPixels()) {
            throw new PictureTooLargeException(wide, high, settings, fittingPxPerMm(box));
        }
        this.width = (int) wide;
        this.height = (int) high;
        this.leftMm = box.minX() / 10.0 - settings.marginMm();
        this.topMm = box.minY() / 10.0 - settings.marginMm();
        this.finer = Math.max(2, (int) Math.ceil(FINE_PX_PER_MM / pxPerMm));
    }

    /**
     * Takes the picture.
     *
     * @throws PictureTooLargeException when it would have more pixels than allowed
     */
    public static Picture of(StitchPattern pattern, PictureSettings settings) {
        return of(pattern, settings, MOST_POINTS);
    }

    /** The same in portions of another size, which nobody must be able to see. */
    static Picture of(StitchPattern pattern, PictureSettings settings, int mostPoints) {
        return new ThreadPicture(pattern, settings).take(mostPoints);
    }

    /** With {@link PictureSettings#usual()}. */
    public static Picture of(StitchPattern pattern) {
        return of(pattern, PictureSettings.usual());
    }

    /** The thread a colour block is shown in: the pattern's own, or a stand-in where it has none. */
    public static ThreadColor threadOf(StitchPattern pattern, int block) {
        List<ThreadColor> threads = pattern.threads();
        return block < threads.size() ? threads.get(block) : STAND_INS.get(block % STAND_INS.size());
    }

    private double fittingPxPerMm(Extents box) {
        double wideMm = box.widthMm() + 2 * settings.marginMm() + 1;
        double highMm = box.heightMm() + 2 * settings.marginMm() + 1;
        double bySide = PictureSettings.LONGEST_SIDE / Math.max(wideMm, highMm);
        double byArea = Math.sqrt(settings.mostPixels() / (wideMm * highMm));
        return Math.floor(Math.min(bySide, byArea) * 10) / 10;
    }

    private Picture take(int mostPoints) {
        int[] argb = new int[width * height];
        double finePxPerMm = settings.pxPerMm() * finer;
        int reach = (int) Math.ceil(Relief.REACH_MM * finePxPerMm);
        int fineWidth = width * finer;
        int bandRows = Math.max(1, Math.min(height, (mostPoints / fineWidth - 2 * reach) / finer));
        Canvas canvas = new Canvas(fineWidth, bandRows * finer + 2 * reach);
        ThreadBrush brush = new ThreadBrush(canvas, finePxPerMm, settings.threadMm());
        Relief relief = new Relief(canvas, finePxPerMm);
        Weave weave = new Weave(fineWidth, height * finer, finePxPerMm, leftMm, topMm);
        float[] undersides = Layering.of(
                thread, settings.threadMm(), leftMm, topMm, width / settings.pxPerMm(), height / settings.pxPerMm());
        for (int band = 0; band < height; band += bandRows) {
            canvas.clear(band * finer - reach);
            drawAll(brush, canvas, finePxPerMm, undersides);
            relief.survey();
            int rows = Math.min(bandRows, height - band);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < width; column++) {
                    argb[(band + row) * width + column] =
                            pixel(canvas, relief, weave, column * finer, row * finer + reach);
                }
            }
        }
        return new Picture(width, height, argb, settings.pxPerMm(), leftMm, topMm);
    }

    private void drawAll(ThreadBrush brush, Canvas canvas, double finePxPerMm, float[] undersides) {
        double perTenth = finePxPerMm / 10;
        double left = leftMm * finePxPerMm;
        double top = topMm * finePxPerMm;
        double marginPx = settings.threadMm() * finePxPerMm;
        double firstRow = canvas.topRow - marginPx;
        double lastRow = canvas.topRow + canvas.height + marginPx;
        int block = -1;
        int color = 0;
        for (int i = 0; i < thread.count(); i++) {
            double y0 = thread.fromY[i] * perTenth - top;
            double y1 = thread.toY[i] * perTenth - top;
            if (Math.max(y0, y1) < firstRow || Math.min(y0, y1) > lastRow) {
                continue;
            }
            if (thread.block[i] != block) {
                block = thread.block[i];
                color = threadOf(pattern, block).rgb();
            }
            double x0 = thread.fromX[i] * perTenth - left;
            double x1 = thread.toX[i] * perTenth - left;
            brush.draw(x0, y0, x1, y1, undersides[i], color, i);
        }
    }

    /** The average of the fine points that make up a pixel. */
    private int pixel(Canvas canvas, Relief relief, Weave weave, int fineColumn, int fineRow) {
        Cloth cloth = settings.cloth();
        int clothRed = cloth.rgb() >> 16 & 0xFF;
        int clothGreen = cloth.rgb() >> 8 & 0xFF;
        int clothBlue = cloth.rgb() & 0xFF;
        float red = 0;
        float green = 0;
        float blue = 0;
        float alpha = 0;
        for (int row = fineRow; row < fineRow + finer; row++) {
            for (int column = fineColumn; column < fineColumn + finer; column++) {
                int color = canvas.colors[row * canvas.width + column];
                float light = relief.light(column, row);
                if (color != 0) {
                    red += (color >> 16 & 0xFF) * light;
                    green += (color >> 8 & 0xFF) * light;
                    blue += (color & 0xFF) * light;
                    alpha += 1;
                } else if (cloth.transparent()) {
                    alpha += 1 - light;
                } else {
                    float lit = light * weave.at(column, row + canvas.topRow);
                    red += clothRed * lit;
                    green += clothGreen * lit;
                    blue += clothBlue * lit;
                    alpha += 1;
                }
            }
        }
        if (alpha <= 0) {
            return 0;
        }
        return Math.round(alpha * 255 / (finer * finer)) << 24
                | channel(red / alpha) << 16
                | channel(green / alpha) << 8
                | channel(blue / alpha);
    }

    private static int channel(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }
}
