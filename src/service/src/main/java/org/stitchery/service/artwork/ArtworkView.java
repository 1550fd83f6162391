package org.stitchery.service.artwork;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as its owner sees it.
 *
 * @param id the drawing
 * @param accountId whose it is
 * @param title what its owner calls it
 * @param pattern file name of the catalogue's pattern it is, null for an upload
 * @param state how far it has come
 * @param widthMm width of what is drawn, 0 until accepted
 * @param heightMm height of what is drawn, 0 until accepted
 * @param colours as {@code #rrggbb}, in order of first use
 * @param rejectionCode why it was rejected, for programs; null unless it was
 * @param rejection why it was rejected, for people; null unless it was
 * @param createdAt when it came
 */
public record ArtworkView(
        UUID id,
        UUID accountId,
        String title,
        @Nullable String pattern,
        ArtworkState state,
        double widthMm,
        double heightMm,
        List<String> colours,
        @Nullable String rejectionCode,
        @Nullable String rejection,
        Instant createdAt) {

    public ArtworkView {
        colours = List.copyOf(colours);
    }

    /** Height of what is drawn when it is made so wide. */
    public double heightAt(double width) {
        return widthMm > 0 ? width * heightMm / widthMm : width;
    }
}
