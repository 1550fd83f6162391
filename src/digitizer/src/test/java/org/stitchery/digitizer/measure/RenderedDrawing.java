package org.stitchery.digitizer.measure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Where a program that has nothing to do with ours shows something of a drawing: librsvg's {@code rsvg-convert}. */
final class RenderedDrawing {

    private static final int HALF_COVERED = 128;

    private RenderedDrawing() {}

    /** True where {@code rsvg-convert} can be called. */
    static boolean isPossible() {
        try {
            return new ProcessBuilder("rsvg-convert", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Pixels at least half covered; null when the program does not show the drawing. */
    static boolean @Nullable [] shown(byte[] svg, PageRaster raster) throws IOException {
        int width = raster.width() - 2 * raster.borderPx();
        int height = raster.height() - 2 * raster.borderPx();
        Process process = new ProcessBuilder(
                        "rsvg-convert", "-u", "-w", String.valueOf(width), "-h", String.valueOf(height))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return process.getInputStream().readAllBytes();
            } catch (IOException e) {
                return new byte[0];
            }
        });
        try (OutputStream in = process.getOutputStream()) {
            in.write(svg);
        } catch (IOException refused) {
            // It stops reading what it cannot show; then its answer is empty.
        }
        byte[] png = answer.join();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null || image.getWidth() != width || image.getHeight() != height) {
            return null;
        }
        boolean[] shown = new boolean[raster.pixels()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                shown[(y + raster.borderPx()) * raster.width() + x + raster.borderPx()] =
                        image.getRGB(x, y) >>> 24 >= HALF_COVERED;
            }
        }
        return shown;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
