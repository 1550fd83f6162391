package org.stitchery.service.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.picture.Cloth;
import org.stitchery.embroidery.picture.PictureSettings;
import org.stitchery.embroidery.picture.ThreadPicture;
import org.stitchery.service.platform.DataPath;

/**
 * Pictures of designs as they will look sewn, on no cloth, so that a page can lay them over any. Taken when first asked
 * for and kept in the data folder, where they may be deleted at any time.
 */
@ApplicationScoped
public class DesignPicture {

    /** Cloth around the design on every picture, in millimetres. */
    public static final double MARGIN_MM = 3;

    /** Pictures taken at a time: each may hold a hundred megabytes while it is drawn. */
    private static final Semaphore PLACES = new Semaphore(2);

    private final DesignStore designs;
    private final Path folder;

    DesignPicture(DesignStore designs, DataPath data) {
        this.designs = designs;
        this.folder = data.folder("pictures");
    }

    /** How large. */
    public enum Size {
        /** For lists: about 400 pixels for a hand's width. */
        SMALL(500),
        /** For looking closely. */
        LARGE(1500);

        private final int longestSidePx;

        Size(int longestSidePx) {
            this.longestSidePx = longestSidePx;
        }

        double pxPerMm(Extents box) {
            double longestMm = Math.max(box.widthMm(), box.heightMm()) + 2 * MARGIN_MM;
            return Math.max(PictureSettings.COARSEST, Math.min(14, longestSidePx / longestMm));
        }
    }

    /** The picture as PNG, or empty when there is no such design. */
    public Optional<byte[]> png(String sha256, Size size) {
        Path kept = folder.resolve(sha256 + "-" + size.name().toLowerCase(Locale.ROOT) + ".png");
        try {
            if (Files.isRegularFile(kept)) {
                return Optional.of(Files.readAllBytes(kept));
            }
            Optional<byte[]> taken = designs.find(sha256).map(design -> take(design, size));
            if (taken.isPresent()) {
                keep(kept, taken.get());
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a picture in " + folder, e);
        }
    }

    private static byte[] take(DesignRecord design, Size size) {
        PictureSettings settings = PictureSettings.usual()
                .withCloth(Cloth.NONE)
                .withMarginMm(MARGIN_MM)
                .withPxPerMm(size.pxPerMm(design.pattern().extents()));
        PLACES.acquireUninterruptibly();
        try {
            return ThreadPicture.of(design.pattern(), settings).toPng();
        } finally {
            PLACES.release();
        }
    }

    /** Written beside and moved into place, so that nobody ever sees half a picture. */
    private void keep(Path kept, byte[] png) throws IOException {
        Path fresh = Files.createTempFile(folder, "new", ".png");
        Files.write(fresh, png);
        try {
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
