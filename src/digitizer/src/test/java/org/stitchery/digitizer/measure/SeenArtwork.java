package org.stitchery.digitizer.measure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;

/** The drawing as pixels: where something is to be seen, and in which colour. White counts like any colour. */
final class SeenArtwork {

    private static final int OPAQUE = 0xFF000000;

    private final PageRaster raster;
    private final int[] argb;
    private final int[] shapes;
    private final Artwork artwork;

    private SeenArtwork(PageRaster raster, Artwork artwork) {
        this.raster = raster;
        this.artwork = artwork;
        argb = new int[raster.pixels()];
        shapes = new int[raster.pixels()];
    }

    static SeenArtwork of(Artwork artwork, PageRaster raster) {
        SeenArtwork seen = new SeenArtwork(raster, artwork);
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < artwork.shapes().size(); i++) {
            seen.add(i, image);
        }
        return seen;
    }

    boolean[] mask() {
        boolean[] mask = new boolean[argb.length];
        for (int i = 0; i < argb.length; i++) {
            mask[i] = argb[i] != 0;
        }
        return mask;
    }

    /** 0xRRGGBB. */
    int rgb(int pixel) {
        return argb[pixel] & 0xFFFFFF;
    }

    /** The element seen there, null where nothing of the drawing is. */
    @Nullable
    String element(int pixel) {
        return argb[pixel] == 0 ? null : artwork.shapes().get(shapes[pixel]).element();
    }

    private void add(int index, BufferedImage image) {
        ArtworkShape shape = artwork.shapes().get(index);
        if (shape.fill() != null) {
            Path2D area = path(shape.contours(), shape.fill().rule(), true);
            paint(index, image, shape.fill().rgb(), g -> g.fill(area));
        }
        if (shape.stroke() != null) {
            Path2D line = path(shape.contours(), FillRule.NONZERO, false);
            BasicStroke pen = pen(shape.stroke());
            paint(index, image, shape.stroke().rgb(), g -> {
                g.setStroke(pen);
                g.draw(line);
            });
        }
    }

    private static BasicStroke pen(ArtworkShape.Stroke stroke) {
        int cap = switch (stroke.cap()) {
            case BUTT -> BasicStroke.CAP_BUTT;
            case ROUND -> BasicStroke.CAP_ROUND;
            case SQUARE -> BasicStroke.CAP_SQUARE;
        };
        int join = switch (stroke.join()) {
            case MITER -> BasicStroke.JOIN_MITER;
            case ROUND -> BasicStroke.JOIN_ROUND;
            case BEVEL -> BasicStroke.JOIN_BEVEL;
        };
        return new BasicStroke((float) stroke.widthMm(), cap, join, (float) Math.max(1, stroke.miterLimit()));
    }

    private interface Brush {
        void paint(Graphics2D g);
    }

    private void paint(int index, BufferedImage image, int rgb, Brush brush) {
        ArtworkShape shape = artwork.shapes().get(index);
        int[] layer = layer(image, brush);
        int[] rows = rows(shape);
        for (ArtworkShape.Region clip : shape.clips()) {
            BufferedImage cut = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB);
            Path2D area = path(clip.contours(), clip.rule(), true);
            int[] inside = layer(cut, g -> g.fill(area));
            for (int i = rows[0]; i < rows[1]; i++) {
                layer[i] &= inside[i];
            }
        }
        for (int i = rows[0]; i < rows[1]; i++) {
            if (layer[i] != 0) {
                argb[i] = OPAQUE | rgb;
                shapes[i] = index;
                layer[i] = 0;
            }
        }
    }

    /** First and last but one pixel of the rows that a shape can reach. */
    private int[] rows(ArtworkShape shape) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Contour contour : shape.contours()) {
            for (int i = 0; i < contour.size(); i++) {
                top = Math.min(top, contour.y(i));
                bottom = Math.max(bottom, contour.y(i));
            }
        }
        ArtworkShape.Stroke stroke = shape.stroke();
        double reach = stroke == null ? 0 : stroke.widthMm() * Math.max(1, stroke.miterLimit());
        int first = raster.at(0, top - reach - 1) / raster.width();
        int last = raster.at(0, bottom + reach + 1) / raster.width();
        return new int[] {first * raster.width(), (last + 1) * raster.width()};
    }

    private int[] layer(BufferedImage image, Brush brush) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setTransform(
                new AffineTransform(raster.pxPerMm(), 0, 0, raster.pxPerMm(), raster.borderPx(), raster.borderPx()));
        g.setColor(Color.BLACK);
        brush.paint(g);
        g.dispose();
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static Path2D path(List<Contour> contours, FillRule rule, boolean area) {
        Path2D path = new Path2D.Double(rule == FillRule.EVEN_ODD ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        for (Contour contour : contours) {
            path.moveTo(contour.x(0), contour.y(0));
            for (int i = 1; i < contour.size(); i++) {
                path.lineTo(contour.x(i), contour.y(i));
            }
            if (contour.size() == 1) {
                path.lineTo(contour.x(0), contour.y(0));
            }
            if (area || contour.closed()) {
                path.closePath();
            }
        }
        return path;
    }
}
